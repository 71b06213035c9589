using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Contributions;
using Unisson.Bot.Missions;
using Unisson.Bot.Storage;

namespace Unisson.Bot.Documents;

/// <summary>What a mission gave to commons, from the ledger: sums that the database adds up, and the newest lines.</summary>
internal sealed class ReportGiven
{
    /// <summary>Lines that a report lists; a reader looks for the others in the ledger.</summary>
    public const int Shown = 40;

    private readonly List<Sum<long>> _sums;
    private readonly Dictionary<long, int> _others;
    private readonly List<Contributions.Standing> _newest;
    private readonly int _count;
    private readonly Dictionary<long, string> _commons;

    private ReportGiven(List<Sum<long>> sums, Dictionary<long, int> others, List<Contributions.Standing> newest, int count, Dictionary<long, string> commons)
        => (_sums, _others, _newest, _count, _commons) = (sums, others, newest, count, commons);

    /// <summary>Whose lines are listed.</summary>
    public IEnumerable<long> People => _newest.Select(s => s.Line.PersonId).OfType<long>().Distinct();

    public IReadOnlyList<ReportSum> Sums => [.. _commons.OrderBy(c => c.Value, InOrder.Names).ThenBy(c => c.Key).Select(c => Sum(c.Key, c.Value))];

    public ReportRest? Rest
    {
        get
        {
            var (minutes, cents) = (_sums.Sum(s => s.Minutes) - _newest.Sum(s => s.Given.Minutes ?? 0), _sums.Sum(s => s.Cents) - _newest.Sum(s => s.Given.Cents ?? 0));
            return _count > _newest.Count ? new ReportRest(_count - _newest.Count, Effort(minutes), Money(cents)) : null;
        }
    }

    public static async Task<ReportGiven> OfAsync(BotDb db, Mission mission, CancellationToken ct)
    {
        var all = db.Ledger.AsNoTracking().Where(l => l.CommunityId == mission.CommunityId && l.MissionId == mission.Id);
        var standing = all.Where(l => l.Kind == LineKind.Line && !db.Ledger.Any(o => o.CommunityId == l.CommunityId && o.About == l.Number && o.Kind == LineKind.Withdrawal));
        var newest = await standing.Include(l => l.Text).OrderByDescending(l => l.Number).Take(Shown).ToListAsync(ct);
        var after = (await Contributions.Standing.About(db, mission.CommunityId, newest.ConvertAll(l => (int?)l.Number)).ToListAsync(ct)).OrderBy(l => l.Number).ToLookup(l => l.About);
        var counts = await standing.GroupBy(l => l.CommonId).Select(g => new { g.Key, All = g.Count(), Others = g.Count(l => l.Minutes == null && l.Cents == null) }).ToListAsync(ct);
        var ids = counts.ConvertAll(c => c.Key);
        return new ReportGiven(
            await LedgerSums.OfCommonsAsync(LedgerSums.PartsOf(all), ct),
            counts.ToDictionary(c => c.Key, c => c.Others),
            [.. newest.Select(l => new Contributions.Standing(l, [.. after[l.Number]])).OrderBy(s => s.Line.On).ThenBy(s => s.Line.Number)],
            counts.Sum(c => c.All),
            await db.Commons.Where(c => ids.Contains(c.Id)).ToDictionaryAsync(c => c.Id, c => c.Name, ct));
    }

    public IReadOnlyList<ReportLine> Lines(Signing signing) => [.. _newest.Select(s => Line(s, signing))];

    private static TimeSpan? Effort(long minutes) => minutes > 0 ? TimeSpan.FromMinutes(minutes) : null;

    private static Euros? Money(long cents) => cents > 0 ? new Euros(cents) : null;

    private ReportLine Line(Contributions.Standing standing, Signing signing)
    {
        var (line, given) = (standing.Line, standing.Given);
        var hasMoney = given.Cents is not null || given.Kind == ContributionKind.Money;
        return new ReportLine(
            line.On,
            _commons[line.CommonId],
            line.Text is null ? null : standing.What,
            ContributionChoices.Kind.Labelled(given.Kind),
            given switch { { Minutes: { } minutes } => TimeSpan.FromMinutes(minutes), { Cents: { } cents } => new Euros(cents), _ => null },
            !hasMoney && line is { Text: not null, PersonId: { } person } ? signing.Name(person) : null);
    }

    private ReportSum Sum(long id, string name)
    {
        var sum = _sums.Find(s => s.Key == id);
        return new ReportSum(name, Effort(sum?.Minutes ?? 0), Money(sum?.Cents ?? 0), _others[id]);
    }
}
