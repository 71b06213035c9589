namespace Unisson.Bot.Contributions;

/// <summary>
/// What all lines of a ledger come to, by common, month and kind, so that totals read some rows and not every line. The database itself adds
/// each line, in the transaction that writes it; nothing else changes these rows.
/// </summary>
public sealed class LedgerSum
{
    public long CommunityId { get; init; }

    public long CommonId { get; init; }

    /// <summary>The first day of the month in which it was given; of lines that were not yet added, the day itself.</summary>
    public DateOnly Month { get; init; }

    public ContributionKind Contribution { get; init; }

    /// <summary>Of work.</summary>
    public long Minutes { get; init; }

    /// <summary>Of euros.</summary>
    public long Cents { get; init; }
}
