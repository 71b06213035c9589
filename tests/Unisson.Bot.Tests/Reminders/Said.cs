using System.Text.RegularExpressions;
using Unisson.Bot.Tests.Harness;

namespace Unisson.Bot.Tests.Reminders;

/// <summary>What came, when, and to whom; words that stand between two <c>=</c> are found again as marks.</summary>
internal sealed partial class Said(TestBot bot)
{
    public List<(DateTimeOffset At, string Who, string Text)> All { get; } = [];

    /// <summary>Listens from now on; again after each restart.</summary>
    public void Listen() => bot.Print = HearAsync;

    /// <summary>The instants at which somebody, or a channel, was told of what bears this mark. A message that names it twice counts once.</summary>
    public List<DateTimeOffset> Of(string who, string mark) => All.FindAll(s => s.Who == who && Marks().Matches(s.Text).Any(m => m.Groups["mark"].Value == mark)).ConvertAll(s => s.At);

    /// <summary>The first lines that hold these words.</summary>
    public List<string> Lines(string who, string words) => [.. All.Where(s => s.Who == who).SelectMany(s => s.Text.Split('\n')).Where(l => l.Contains(words, StringComparison.Ordinal))];

    private Task HearAsync(string text)
    {
        if (ToSomebody().Match(text) is { Success: true } to)
        {
            All.Add((bot.Now, to.Groups["who"].Value, text.Replace('\u00A0', ' ').Replace('\u202F', ' ')));
        }

        return Task.CompletedTask;
    }

    [GeneratedRegex(@"^→ (?<who>[^ :]+)( \(private\))?: ", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ToSomebody();

    [GeneratedRegex("=(?<mark>[^=]+)=", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Marks();
}
