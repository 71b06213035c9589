using System.Runtime.InteropServices;
using Unisson.Bot.Dates;
using Unisson.Bot.Kernel;

namespace Unisson.Bot.Contributions;

/// <summary>An amount in somebody's words, with what they say.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct AmountSaid(string Text, Reading<Amount> Read);

/// <summary>What was given: a kind, and minutes of work or euro cents where there is an amount.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Given(ContributionKind Kind, long? Minutes, long? Cents)
{
    /// <summary>Minutes; a longer line waits for a witness (rule 11).</summary>
    public const long LargestMinutes = 16 * 60;

    /// <summary>Euro cents; a larger line waits for a witness (rule 11).</summary>
    public const long LargestCents = 2_000 * 100;

    public bool IsLarge => Minutes > LargestMinutes || Cents > LargestCents;

    /// <summary>
    /// Work is time and euros are money unless a kind was named. Refusals: <c>contribution.amount</c> where an amount is needed,
    /// <c>contribution.not-time</c> and <c>.not-money</c> where kind and amount exclude each other, <c>contribution.rate</c>,
    /// <c>amount.currency</c>, <c>amount.ambiguous</c>, <c>amount.nonsense</c>.
    /// </summary>
    public static Result<Given> Of(ContributionKind? kind, AmountSaid? said)
    {
        if (said is not { } amount)
        {
            return kind is { } without && IsWhole(without) ? new Given(without, null, null) : new Refusal("contribution.amount");
        }

        if (!amount.Read.Is(out var read))
        {
            return Unread(amount);
        }

        return (kind, read) switch
        {
            (_, { Per: not null }) => new Refusal("contribution.rate", amount.Text),
            (ContributionKind.Time, { Minutes: null }) => new Refusal("contribution.not-time", amount.Text),
            (ContributionKind.Money, { Cents: null }) => new Refusal("contribution.not-money", amount.Text),
            _ => new Given(kind ?? (read.Cents is null ? ContributionKind.Time : ContributionKind.Money), read.Minutes, read.Cents),
        };
    }

    /// <summary>Complete without an amount: that it was given says it.</summary>
    public static bool IsWhole(ContributionKind kind) => kind is ContributionKind.Resource or ContributionKind.Place or ContributionKind.Connection or ContributionKind.Event;

    private static Refusal Unread(AmountSaid amount) => amount.Read switch
    {
        { Refused: Reason.OtherCurrency } => new Refusal("amount.currency", amount.Text),
        { Refused: Reason.Ambiguous } => new Refusal("amount.ambiguous", amount.Text),
        _ => new Refusal("amount.nonsense", amount.Text),
    };
}
