using Unisson.Bot.Kernel;
using Fields = Unisson.Bot.Contributions.ContributionFields;

namespace Unisson.Bot.Contributions;

/// <summary><c>/contribution chart</c>: what went where, when and as what, as bars of text; time and money apart.</summary>
public static class ContributionChart
{
    public static CommandSpec Spec { get; } = new(Groups.Contribution, new("chart", "graphique"))
    {
        Allow = Allow.Member,
        Options = [Fields.Mission, Fields.Common, Fields.Person, Fields.Since],
        Reads = true,
        Run = RunAsync,
    };

    private static async Task<Result<Reply>> RunAsync(Request r, CancellationToken ct)
    {
        if ((await LineFilter.ReadAsync(r, ct)).Refused(out var refusal, out var filter))
        {
            return refusal;
        }

        // Money of one person is never told where others read along.
        var hidesMoney = filter.PersonId is not null && r.Caller.Channel is not null;
        var sums = filter.Sums(r.Db);
        var (kinds, months) = (await LedgerSums.OfKindsAsync(sums, ct), await LedgerSums.OfMonthsAsync(sums, ct));
        var commons = filter.CommonId is null ? await LedgerSums.OfCommonsAsync(sums, ct) : [];
        var (minutes, cents) = (kinds.Sum(k => k.Minutes), hidesMoney ? 0 : kinds.Sum(k => k.Cents));
        List<string> totals = [.. minutes > 0 ? [Time(minutes)] : Array.Empty<string>(), .. cents > 0 ? [Money(cents)] : Array.Empty<string>()];
        var chart = new List<string>();
        if (minutes > 0)
        {
            chart.AddRange(Block("time-common", await CommonsAsync(s => s.Minutes), Time));
            chart.AddRange(Block("time-month", Months(s => s.Minutes), Time));
            chart.AddRange(Block("time-kind", Kinds(s => s.Minutes), Time));
        }

        if (cents > 0)
        {
            chart.AddRange(Block("money-common", await CommonsAsync(s => s.Cents), Money));
            chart.AddRange(Block("money-month", Months(s => s.Cents), Money));
            chart.AddRange(Block("money-kind", Kinds(s => s.Cents), Money));
        }

        return new Reply(totals.Count == 0 ? r.Say["contribution.chart.none"] : r.Say["contribution.chart.total", totals])
        {
            Lines = [.. chart, .. hidesMoney ? [r.Say["contribution.chart.no-money"]] : Array.Empty<string>()],
        };

        string Time(long sum) => r.Say.Speak(TimeSpan.FromMinutes(sum));

        string Money(long sum) => r.Say.Money(sum);

        IEnumerable<string> Block(string title, IEnumerable<(string, long)> sums, Func<long, string> spoken)
            => Bars.Of(sums, spoken).ToList() is [_, ..] bars ? [r.Say[$"contribution.chart.{title}"], .. bars] : [];

        async Task<IEnumerable<(string, long)>> CommonsAsync(Func<Sum<long>, long> amount)
            => (await LedgerSums.ByCommonAsync(r.Db, commons, amount, ct)).Select(s => (s.Name ?? r.Say["contribution.chart.others"], s.Amount));

        IEnumerable<(string, long)> Months(Func<Sum<DateOnly>, long> amount)
            => LedgerSums.Newest(months, amount).Select(s => (s.Month?.ToString("MMMM yyyy", r.Say.Culture) ?? r.Say["contribution.chart.earlier"], s.Amount));

        IEnumerable<(string, long)> Kinds(Func<Sum<ContributionKind>, long> amount)
            => kinds.OrderByDescending(amount).Select(s => (ContributionChoices.Kind.Label(s.Key, r.Say).ToLower(r.Say.Culture), amount(s)));
    }
}
