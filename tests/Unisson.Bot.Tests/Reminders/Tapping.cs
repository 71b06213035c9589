using System.Text.RegularExpressions;
using Unisson.Bot.Tests.Harness;
using Xunit;

namespace Unisson.Bot.Tests.Reminders;

internal static partial class Tapping
{
    /// <summary>Taps the last gesture of that label in what was printed.</summary>
    public static Task<string> TapAsync(this TestBot bot, string speaker, string printed, string label)
    {
        var match = Gesture().Matches(printed).LastOrDefault(m => m.Groups["label"].Value == label);
        Assert.True(match is not null, $"No [{label}] in {printed}");
        return bot.DoAsync($"{speaker}> {match.Groups["number"].Value}");
    }

    [GeneratedRegex(@"\[(?<number>[0-9]+)\] (?<label>.+?)(?=  \[|\n|$)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Gesture();
}
