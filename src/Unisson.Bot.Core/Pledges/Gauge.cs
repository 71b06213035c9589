using Unisson.Bot.Contributions;
using Unisson.Bot.Kernel;
using Unisson.Bot.Missions;
using Unisson.Bot.Storage;

namespace Unisson.Bot.Pledges;

/// <summary>What a mission promised to a common, beside what the open ledger says it gave. A correction there counts as the difference that it makes.</summary>
/// <param name="Minutes">Promised, of work; what was not kept is no longer promised.</param>
/// <param name="Cents">Promised, of euros.</param>
internal sealed record Gauge(long CommonId, long Minutes, long Cents, long GivenMinutes, long GivenCents)
{
    public static async Task<List<Gauge>> OfAsync(BotDb db, Mission mission, List<Pledge> pledges, CancellationToken ct)
    {
        var given = (await LedgerSums.OfCommonsAsync(LedgerSums.PartsOf(db.Ledger.Where(l => l.CommunityId == mission.CommunityId && l.MissionId == mission.Id)), ct)).ToDictionary(s => s.Key);
        return [.. pledges.Where(p => p.State != PledgeState.NotKept).GroupBy(p => p.CommonId).Select(g =>
            new Gauge(g.Key, g.Sum(p => p.Minutes ?? 0), g.Sum(p => p.Cents ?? 0), given.GetValueOrDefault(g.Key)?.Minutes ?? 0, given.GetValueOrDefault(g.Key)?.Cents ?? 0))];
    }

    /// <summary>Less is in the ledger than was promised.</summary>
    public bool IsShort => GivenMinutes < Minutes || GivenCents < Cents;

    /// <summary>Null where nothing that can be counted was promised or given.</summary>
    public string? Words(string common, Say say)
    {
        var (promised, gave) = (Amounts(Minutes, Cents, say), Amounts(GivenMinutes, GivenCents, say));
        return (promised.Count, gave.Count) switch
        {
            (0, 0) => null,
            (0, _) => say["pledge.gave", common, gave],
            (_, 0) => say["pledge.gauge-none", common, promised],
            _ => say["pledge.gauge", common, promised, gave],
        };
    }

    private static List<string> Amounts(long minutes, long cents, Say say)
        => [.. minutes > 0 ? [say.Speak(TimeSpan.FromMinutes(minutes))] : Array.Empty<string>(), .. cents > 0 ? [say.Money(cents)] : Array.Empty<string>()];
}
