using System.Text.RegularExpressions;

namespace Unisson.Bot.Contributions;

/// <summary>
/// Text that a spreadsheet shows and never reckons: what could begin a formula gets an apostrophe before it. CsvHelper's own guard looks at the
/// first character of a cell only; blanks, full-width signs, and programs that cut cells at other separators than ours get past it.
/// </summary>
internal static partial class Cells
{
    public static string? Text(string? text) => text is null ? null : Formula().Replace(text, "${before}'${sign}");

    /// <summary>The text again, without the apostrophes that <see cref="Text"/> put in.</summary>
    public static string Bare(string cell) => Guarded().Replace(cell, "${before}");

    [GeneratedRegex(@"(?<before>(?:^|[,;\t\r\n|])[\s\p{C}""']*)'(?=[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20\u2212])", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Guarded();

    // At the beginning, also behind what cannot be seen; and behind everything that some program takes for the end of a cell.
    [GeneratedRegex(@"(?<before>(?:^|[,;\t\r\n|])[\s\p{C}""']*)(?<sign>[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20\u2212])", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Formula();
}
