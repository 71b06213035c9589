using System.Globalization;

namespace Unisson.Bot.Contributions;

public enum ContributionKind
{
    Time,
    Money,
    Code,
    Documentation,
    Resource,
    Place,
    Connection,
    Event,
    Other,
}

/// <summary>
/// What a line of the ledger is (rule 11): nothing is changed, everything is a new line that points at the old. A correction and a withdrawal
/// hold the difference that they make, so that what was given is the sum of all lines.
/// </summary>
public enum LineKind
{
    Line,

    /// <summary>Somebody who saw it says so; of a line that stands.</summary>
    Witness,

    /// <summary>Another amount, as the difference to what stood before, or other words.</summary>
    Correction,

    /// <summary>Takes back what is left of it.</summary>
    Withdrawal,
}

/// <summary>
/// One line of a community's open ledger: ids, numbers, dates and a commitment to the text, hash-chained. The row is never changed
/// (database triggers); the text stands apart in <see cref="LedgerText"/>, so that it can be forgotten and the chain still holds.
/// </summary>
public sealed class LedgerLine
{
    public long Id { get; internal set; }

    public long CommunityId { get; init; }

    /// <summary>L1, L2, … without gaps in the community.</summary>
    public int Number { get; init; }

    public LineKind Kind { get; init; }

    /// <summary>The line that a witness, correction or withdrawal is about.</summary>
    public int? About { get; init; }

    public DateTimeOffset At { get; init; }

    public long AuthorId { get; init; }

    /// <summary>Whose contribution it is; null for somebody without account, whose name is in the text.</summary>
    public long? PersonId { get; init; }

    public long CommonId { get; init; }

    public long? MissionId { get; init; }

    public ContributionKind Contribution { get; init; }

    /// <summary>Minutes given, when it is time; of a correction or withdrawal the difference.</summary>
    public long? Minutes { get; init; }

    /// <summary>Euro cents, when it is money; of a correction or withdrawal the difference.</summary>
    public long? Cents { get; init; }

    /// <summary>The day it was given.</summary>
    public DateOnly On { get; init; }

    /// <summary>SHA-256 of salt and text, 32 bytes.</summary>
    public required byte[] Commitment { get; init; }

    /// <summary>Hash of the line before, 32 bytes; zeros for the first.</summary>
    public required byte[] Previous { get; init; }

    /// <summary>SHA-256 over the encoding in docs/ledger.md, 32 bytes.</summary>
    public byte[] Hash { get; private set; } = [];

    /// <summary>Its words; null once they were forgotten.</summary>
    public LedgerText? Text { get; init; }

    /// <summary>L12.</summary>
    public string Label => LabelOf(Number);

    public static string LabelOf(int number) => string.Create(CultureInfo.InvariantCulture, $"L{number}");

    /// <summary>The number of L12 or l12; null for anything else.</summary>
    public static int? NumberIn(string typed)
        => typed.Trim() is ['l' or 'L', .. var digits] && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>Takes the hash over what stands here, once, when it is written.</summary>
    internal void Seal() => Hash = LedgerHash.Of(this);
}

/// <summary>The words of a ledger line, apart from the chain.</summary>
public sealed class LedgerText
{
    public long LineId { get; init; }

    public required byte[] Salt { get; init; }

    /// <summary>What it was; of a withdrawal the reason, and of a witness nothing.</summary>
    public required string What { get; init; }

    /// <summary>The amount as typed.</summary>
    public string? Amount { get; init; }

    /// <summary>Name of a person or organisation without account.</summary>
    public string? Name { get; init; }

    public string? Link { get; init; }
}
