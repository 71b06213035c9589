using System.Globalization;
using System.Text.RegularExpressions;
using Unisson.Bot.Kernel;

namespace Unisson.Bot.Files;

/// <summary>A file that somebody gave with a command, as a door fetched it.</summary>
/// <param name="Name">As it is called: user text.</param>
public sealed record GivenFile(string Name, ReadOnlyMemory<byte> Bytes)
{
    /// <summary>Bytes; a larger one is not taken.</summary>
    public const int Largest = 1 << 20;
}

/// <summary>A given file in a line, once it was kept: by its name and number, so that the line can be changed and run without giving it again.</summary>
public sealed partial record KeptFile(string Name, long Id)
{
    private const int LongestName = 40;

    /// <summary><c>communs.csv#12</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Name}#{Id}");

    /// <summary>With a name that can stand in a line.</summary>
    public static KeptFile Of(string name, long id) => new(NoWord().Replace(name, "-").Cut(LongestName).Trim('…'), id);

    /// <summary>Null for anything but a kept file.</summary>
    public static KeptFile? In(string text) => Kept().Match(text) is { Success: true } match && long.TryParse(match.Groups["id"].ValueSpan, CultureInfo.InvariantCulture, out var id)
        ? new KeptFile(match.Groups["name"].Value, id)
        : null;

    /// <summary>An option that takes a file; one of <see cref="Id"/> 0 where the door found none by what was typed.</summary>
    public static Option<KeptFile> Option(string english, string french) => new((english, french), (text, _) => In(text) ?? new KeptFile(text, 0))
    {
        Longest = 1000,
        Needed = true,
    };

    [GeneratedRegex(@"[^\p{L}\p{N}._-]+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex NoWord();

    [GeneratedRegex(@"^(?<name>[\p{L}\p{N}._-]*)#(?<id>[0-9]{1,18})$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Kept();
}
