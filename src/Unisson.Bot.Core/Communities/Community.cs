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

    /// <summary>When somebody set it up; until then it works with defaults.</summary>
    public DateTimeOffset? StartedAt { get; set; }
}

/// <summary>Whose public holidays are quiet days for what is not urgent.</summary>
public enum Holidays
{
    None,
    France,
    AlsaceMoselle,
}

/// <summary>One person in one community. Standing and consent are per community.</summary>
public sealed class Membership
{
    public long CommunityId { get; init; }

    public long PersonId { get; init; }

    public DateTimeOffset JoinedAt { get; init; }

    /// <summary>Set once they left: nothing is asked of them any more.</summary>
    public DateTimeOffset? LeftAt { get; set; }

    public bool IsAdmin { get; set; }

    public bool IsGuarantor { get; set; }

    /// <summary>A guarantor, steward or admin let one of their calls leave (rule 18).</summary>
    public bool IsVouched { get; set; }

    /// <summary>How many asks a month they agreed to (rule 1): 0 is no consent.</summary>
    public int Asks { get; set; }

    /// <summary>When they said so themselves.</summary>
    public DateTimeOffset? ConsentAt { get; set; }

    /// <summary>Said by the person alone (rule 1); 0 takes it back.</summary>
    public void Consent(int asks, DateTimeOffset now) => (Asks, ConsentAt) = (asks, asks > 0 ? now : null);
}

/// <summary>What a channel of the community is used for.</summary>
public enum ChannelUse
{
    Missions,
    Calls,
    Ledger,
    Digest,
    Welcome,
}

/// <summary>A channel that the community gave a use.</summary>
public sealed class Channel
{
    public long Id { get; init; }

    public long CommunityId { get; init; }

    public ChannelUse Use { get; init; }

    public required string Door { get; init; }

    /// <summary>The door's own id of it.</summary>
    public required string ExternalId { get; set; }
}
