using System.Security.Cryptography;

namespace Unisson.Bot.Links;

/// <summary>
/// A one-time code that joins two accounts of a person, or two places of a community. Whoever made it confirms what was typed elsewhere, so
/// that a code that was seen or guessed links nobody (design, codes to link accounts).
/// </summary>
public sealed class LinkCode
{
    /// <summary>How long it can be typed and confirmed.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromMinutes(10);

    private const int Length = 8;

    // Without those that look alike.
    private const string Letters = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

    public long Id { get; init; }

    /// <summary>As it is compared: capitals and digits alone.</summary>
    public required string Code { get; init; }

    /// <summary>True for places of communities, false for accounts of a person.</summary>
    public bool IsOfCommunity { get; init; }

    /// <summary>Who made it.</summary>
    public long PersonId { get; init; }

    /// <summary>Where they made it.</summary>
    public long CommunityId { get; init; }

    public DateTimeOffset Until { get; init; }

    /// <summary>Who typed it elsewhere; null until somebody did.</summary>
    public long? OtherPersonId { get; set; }

    /// <summary>Where they typed it.</summary>
    public long? OtherCommunityId { get; set; }

    /// <summary>In two halves, as people read and type it.</summary>
    public string Shown => $"{Code[..(Length / 2)]}-{Code[(Length / 2)..]}";

    public static string New() => RandomNumberGenerator.GetString(Letters, Length);

    /// <summary>What was typed, whatever its case, hyphens and blanks.</summary>
    public static string Read(string typed) => string.Concat(typed.Where(char.IsLetterOrDigit)).ToUpperInvariant();
}
