using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;
using Unisson.Bot.Dates;
using Unisson.Bot.Kernel;

namespace Unisson.Bot.Pledges;

/// <summary>How much is promised: time, euros, or a share of the budget, with the words that said it.</summary>
/// <param name="Share">Hundredths of a percent, up to 100 %.</param>
[StructLayout(LayoutKind.Auto)]
public readonly partial record struct Promise(string Text, int? Minutes, long? Cents, int? Share)
{
    /// <summary>What it is, where no kind was named.</summary>
    public PledgeKind Kind => Share is not null ? PledgeKind.Share : Cents is not null ? PledgeKind.Money : PledgeKind.Time;

    /// <summary>Takes <c>40 h</c>, <c>1 200 €</c>, <c>5 %</c>. Refusals: <c>amount.currency</c>, <c>amount.nonsense</c>, <c>pledge.share</c>.</summary>
    public static Result<Promise> Read(string text, Reading reading)
    {
        if (Percent().Match(text) is { Success: true } match)
        {
            var percent = decimal.Parse(match.Groups["number"].Value.Replace(',', '.'), CultureInfo.InvariantCulture);
            return percent is > 0 and <= 100 ? new Promise(text, null, null, (int)(percent * 100)) : new Refusal("pledge.share", text);
        }

        return Amounts.Read(text, reading.Language) switch
        {
            { Refused: Reason.OtherCurrency } => new Refusal("amount.currency", text),
            { Refused: null, Value: { Per: null } value } => new Promise(text, (int?)value.Minutes, value.Cents, null),
            _ => new Refusal("amount.nonsense", text),
        };
    }

    /// <summary>Whether a kind can be of this much; what is neither time, money nor a share has an amount or none.</summary>
    public bool Fits(PledgeKind kind) => kind switch
    {
        PledgeKind.Time => Minutes is not null,
        PledgeKind.Money => Cents is not null,
        PledgeKind.Share => Share is not null,
        _ => true,
    };

    [GeneratedRegex(@"^(?<number>[0-9]{1,3}([.,][0-9]{1,2})?)\s*%$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Percent();
}
