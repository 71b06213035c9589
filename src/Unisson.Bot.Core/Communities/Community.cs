using System.Text.RegularExpressions;
using Unisson.Bot.Kernel;

namespace Unisson.Bot.Communities;

/// <summary>A community of commoners: its name, language and zone. One ledger chain each.</summary>
public sealed class Community
{
    public long Id { get; init; }

    public required string Name { get; set; }

    public Language Language { get; set; }

    /// <summary>IANA zone that cards and planning go by.</summary>
    public required string Zone { get; set; }

    public Holidays Holidays { get; set; } = Holidays.France;

    /// <summary>When its channels get their next digest; null while it gave none that use.</summary>
    public DateTimeOffset? DigestAt { get; set; }

    /// <summary>Up to when the last one told what happened.</summary>
    public DateTimeOffset? DigestedAt { get; set; }

    /// <summary>Up to which line of the ledger the last one told what was given.</summary>
    public int DigestedLine { get; set; }

    /// <summary>When somebody set it up; until then it works with defaults.</summary>
    public DateTimeOffset? StartedAt { get; set; }

    /// <summary>Sets it up; what is not named stays. Again later it changes what is named.</summary>
    public void Start(DateTimeOffset now, string? name, Language? language, string? zone)
    {
        StartedAt ??= now;
        Name = name ?? Name;
        Language = language ?? Language;
        Zone = zone ?? Zone;
    }
}

/// <summary>Whose public holidays are quiet days for what is not urgent.</summary>
public enum Holidays
{
    None,
    France,
    AlsaceMoselle,
    Guadeloupe,
    Martinique,
    Guyane,
    Reunion,
    Mayotte,
    SaintBarthelemy,
    SaintMartin,
    SaintPierreMiquelon,
    NewCaledonia,
    Polynesia,
    WallisFutuna,
}

/// <summary>One person in one community. Standing and consent are per community.</summary>
public sealed class Membership
{
    /// <summary>In the place of a door: an admin of the community named them, and no network takes that back.</summary>
    public const string NamedHere = "setup";

    public long CommunityId { get; init; }

    public long PersonId { get; init; }

    public DateTimeOffset JoinedAt { get; init; }

    /// <summary>Set once they left: nothing is asked of them any more.</summary>
    public DateTimeOffset? LeftAt { get; set; }

    public bool IsAdmin { get; set; }

    /// <summary>The door whose network says so, <see cref="NamedHere"/> for who was named here, at every door; null where nobody says so.</summary>
    public string? AdminAt { get; set; }

    public bool IsGuarantor { get; set; }

    /// <summary>A guarantor, steward or admin let one of their calls leave (rule 18).</summary>
    public bool IsVouched { get; set; }

    /// <summary>How many asks a month they agreed to (rule 1): 0 is no consent.</summary>
    public int Asks { get; set; }

    /// <summary>When they said so themselves.</summary>
    public DateTimeOffset? ConsentAt { get; set; }

    /// <summary>When they are asked whether what they said of their time and their commons is still true; null while there is nothing to ask.</summary>
    public DateTimeOffset? StillTrueAt { get; set; }

    /// <summary>When their next digest is due; null for who wants none.</summary>
    public DateTimeOffset? DigestAt { get; set; }

    /// <summary>Up to when the last one told what happened.</summary>
    public DateTimeOffset? DigestedAt { get; set; }

    /// <summary>They agreed that their name is shown outside the community: in exports, on pages, in the answer to a tender.</summary>
    public bool IsNamedOutside { get; set; }

    /// <summary>Said by the person alone (rule 1); 0 takes it back.</summary>
    public void Consent(int asks, DateTimeOffset now) => (Asks, ConsentAt) = (asks, asks > 0 ? now : null);
}

/// <summary>A place of a community on a network: a Discord server, a Matrix room or space.</summary>
public sealed class Installation
{
    public long Id { get; init; }

    public required string Door { get; init; }

    /// <summary>The network's id of the place.</summary>
    public required string ExternalId { get; set; }

    public long CommunityId { get; init; }

    /// <summary>When the one message before the set-up was sent; never a second.</summary>
    public DateTimeOffset? WelcomedAt { get; set; }

    /// <summary>When the bot was taken out; null while it is there.</summary>
    public DateTimeOffset? RemovedAt { get; set; }
}

/// <summary>What a channel of the community is used for.</summary>
public enum ChannelUse
{
    Missions,
    Calls,
    Ledger,
    Digest,
    Welcome,

    /// <summary>A common's own, where it hears what concerns it.</summary>
    Common,
}

/// <summary>A channel that the community gave a use.</summary>
public sealed partial class Channel
{
    /// <summary>Characters; Matrix has the longest room ids.</summary>
    public const int LongestId = 255;

    public long Id { get; init; }

    public long CommunityId { get; init; }

    public ChannelUse Use { get; init; }

    public required string Door { get; init; }

    /// <summary>The door's own id of it.</summary>
    public required string ExternalId { get; set; }

    /// <summary>The common whose own it is.</summary>
    public long? CommonId { get; init; }

    /// <summary>
    /// The id of what was named. At the terminal a channel is a word: <c>#missions</c>; networks have ids. Refusals: <c>channel.name</c>, and
    /// <c>channel.unknown</c> for what is no id of that network.
    /// </summary>
    public static Result<string> IdAt(string door, string named) => door switch
    {
        "terminal" => Word().Match(Fold.Of(named)) is { Success: true } word ? "#" + word.Groups["word"].Value : new Refusal("channel.name", named),
        "discord" when named.Trim('<', '#', '>') is { Length: > 0 } id && id.All(char.IsAsciiDigit) => id,
        "matrix" when named.StartsWith('!') => named,
        _ => new Refusal("channel.unknown", named),
    };

    /// <summary>As a sentence names it: between marks that stand in no text a person typed, where a network draws the name itself.</summary>
    public static string Shown(string door, string id) => door == "terminal" ? id : $"{Mark}{id}{Mark}";

    /// <summary>Stands around the id of a channel in a sentence (Unicode, private use).</summary>
    public const char Mark = '\uE023';

    [GeneratedRegex(@"^#?(?<word>[\p{L}\p{N}_-]{1,32})$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Word();
}
