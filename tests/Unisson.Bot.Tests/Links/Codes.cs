using System.Text.RegularExpressions;

namespace Unisson.Bot.Tests.Links;

/// <summary>Codes as people read them.</summary>
internal static partial class Codes
{
    public static string In(string said) => Code().Match(said).Value;

    [GeneratedRegex("[2-9A-Z]{4}-[2-9A-Z]{4}", RegexOptions.None, 1000)]
    private static partial Regex Code();
}
