using System.Text.RegularExpressions;

namespace Unisson.Bot.Tests.Availability;

/// <summary>Gestures as the terminal prints them; their numbers run on over a block.</summary>
internal static partial class Gestures
{
    /// <summary>Somebody's line that taps what is labelled so.</summary>
    public static string Tap(string name, string text, string label) => $"{name}> {Gesture().Matches(text).Last(m => m.Groups["label"].Value == label).Groups["number"].Value}";

    /// <summary>Without the numbers.</summary>
    public static string Plain(string text) => Gesture().Replace(text, "[] ${label}");

    [GeneratedRegex(@"\[(?<number>[0-9]+)\] (?<label>.+?)(?=  \[|$)", RegexOptions.Multiline | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Gesture();
}
