using System.Text.RegularExpressions;
using Unisson.Bot.Kernel;

namespace Unisson.Bot.Terminal;

/// <summary>A line that only this door knows: <c>/as</c> and <c>/wait</c>, in both languages.</summary>
internal sealed partial record OwnLine(bool IsWait, Language Language, string Rest)
{
    public static OwnLine? Of(string line) => line.Length < 4200 && Words().Match(line.Trim()) is { Success: true } match
        ? new OwnLine(
            match.Groups["word"].Value.ToLowerInvariant() is "wait" or "attendre",
            match.Groups["word"].Value.ToLowerInvariant() is "as" or "wait" ? Language.English : Language.French,
            match.Groups["rest"].Value.Trim())
        : null;

    [GeneratedRegex(@"^/\s*(?<word>as|comme|wait|attendre)(\s+(?<rest>.*))?$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Words();
}
