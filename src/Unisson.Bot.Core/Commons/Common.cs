using System.Text.RegularExpressions;
using Unisson.Bot.Commoners;
using Unisson.Bot.Kernel;

namespace Unisson.Bot.Commons;

/// <summary>How alive a common is.</summary>
public enum CommonState
{
    Living,
    ToBuild,
    Asleep,
}

/// <summary>A shared resource with a community that keeps it: software, a place, knowledge.</summary>
public sealed partial class Common
{
    public const int LongestSlug = 32;

    public long Id { get; init; }

    public long CommunityId { get; init; }

    /// <summary>Its short name, lower case, unique in the community: <c>coworking</c>.</summary>
    public required string Slug { get; init; }

    public required string Name { get; set; }

    /// <summary>Other names in both languages, comma-separated as typed.</summary>
    public string? Aliases { get; set; }

    public string? About { get; set; }

    /// <summary>Links, one a line.</summary>
    public string? Links { get; set; }

    public string? Licence { get; set; }

    public CommonState State { get; set; }

    /// <summary>Who speaks for it; null when nobody does, and then <see cref="AskBudget"/> and <see cref="Terms"/> bind nobody.</summary>
    public long? StewardId { get; set; }

    /// <summary>Who was proposed to speak for it and has not answered.</summary>
    public long? ProposedStewardId { get; set; }

    /// <summary>Asks a month that its people may get in all (rule 5); null = no limit.</summary>
    public int? AskBudget { get; set; }

    /// <summary>Terms on which its people may be asked; none named means any.</summary>
    public Terms Terms { get; set; }

    /// <summary>What the steward wants callers to know.</summary>
    public string? TermsNote { get; set; }

    public long AddedBy { get; init; }

    public DateTimeOffset AddedAt { get; init; }

    /// <summary>Who may change what is said of it: who added it or speaks for it, and those who look after the space or keep the method.</summary>
    public bool IsEditedBy(Caller caller) => AddedBy == caller.PersonId || StewardId == caller.PersonId || caller.IsAdmin || caller.IsGuarantor;

    /// <summary>The folded words of a text: letters and figures only, each once.</summary>
    internal static IReadOnlyList<string> WordsOf(string text)
        => [.. NoWord().Split(Fold.Of(text)).Where(w => w.Length > 0).Distinct(StringComparer.Ordinal)];

    /// <summary>A short name made of a text, or null when none of its letters can stand in one.</summary>
    internal static string? SlugOf(string text)
    {
        var slug = string.Join('-', NotShort().Split(Fold.Of(text)).Where(w => w.Length > 0));
        slug = slug.Length > LongestSlug ? slug[..LongestSlug].TrimEnd('-') : slug;
        return slug.Length == 0 ? null : slug;
    }

    [GeneratedRegex("[^a-z0-9]+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex NotShort();

    [GeneratedRegex(@"[^\p{L}\p{N}]+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex NoWord();
}
