using Microsoft.EntityFrameworkCore;
using NodaTime;
using Unisson.Bot.Commoners;
using Unisson.Bot.Kernel;
using Unisson.Bot.Storage;

namespace Unisson.Bot.Calls;

/// <summary>
/// What stands in the database about people and one call: hours held and promised anywhere, asks of the month here, mutes, offers, reach.
/// One query each, for all of them together.
/// </summary>
internal sealed class Facts
{
    private readonly CallScene _scene;
    private readonly DateTimeOffset _now;
    private Dictionary<long, Given> _given = [];
    private Dictionary<long, bool> _could = [];
    private HashSet<long> _muted = [];
    private HashSet<long> _reachable = [];

    private Facts(CallScene scene, DateTimeOffset now) => (_scene, _now) = (scene, now);

    private sealed record Given(long PersonId, int Reserved, int Committed, int Accepted, int AsksThisMonth, int Planned);

    public static async Task<Facts> ReadAsync(BotDb db, CallScene scene, IReadOnlyList<Known> known, DateTimeOffset now, CancellationToken ct)
    {
        var ids = known.Select(k => k.Person.Id).ToArray();
        var (call, community) = (scene.Call, scene.Call.CommunityId);
        var facts = new Facts(scene, now) { _given = await GivenAsync(db, scene, ids, now, ct) };
        facts._reachable = [.. await db.Accounts.Where(a => EF.Parameter(ids).Contains(a.PersonId) && a.IsReachable).Select(a => a.PersonId).ToListAsync(ct)];
        if (call.CommonId is { } common)
        {
            facts._muted = [.. await db.Mutes.Where(m => m.CommunityId == community && EF.Parameter(ids).Contains(m.PersonId) && m.CommonId == common).Select(m => m.PersonId).ToListAsync(ct)];
        }

        var offers = await db.Offers.AsNoTracking()
            .Where(o => EF.Parameter(ids).Contains(o.PersonId) && o.Until > now && o.CommunityId == community && (o.CommonId == null || o.CommonId == call.CommonId))
            .OrderBy(o => o.Id).Select(o => new { o.PersonId, o.Could }).ToListAsync(ct);
        offers.ForEach(o => facts._could[o.PersonId] = o.Could);
        return facts;
    }

    /// <summary>A person as the planner sees them. What they hold for this very call is not counted against them.</summary>
    /// <param name="leaving">Their ask of this call is about to leave: having it is no bar.</param>
    public Candidate Of(Known known, bool leaving = false)
    {
        var (person, given) = (known.Person, _given.GetValueOrDefault(known.Person.Id));
        var ask = _scene.Call.Asks.Find(a => a.PersonId == person.Id);
        return new Candidate(person.Id, known.Weight, person.Capacity)
        {
            CommittedMinutes = given?.Committed ?? 0,
            ReservedMinutes = given?.Reserved ?? 0,
            AcceptedMinutes = given?.Accepted ?? 0,
            History = Planned(person.History(_scene.Clock), given?.Planned ?? 0, known.Weight),
            Bars = BarsOf(known, leaving ? null : ask),
            AsksAllowed = known.Asks,
            AsksThisMonth = given?.AsksThisMonth ?? 0,
            Signal = !_could.TryGetValue(person.Id, out var could) ? Signal.None : could ? Signal.Yes : Signal.NotNow,
            LastResort = ask?.State == AskState.Reserve,
            Near = IsNear(person.Near, _scene.Call.Near ?? _scene.Mission.Place),
        };
    }

    private AskHistory Planned(AskHistory history, int planned, int level)
    {
        for (; planned > 0; planned--)
        {
            history = history.Asked(_scene.Clock.MinutesAt(_now), level);
        }

        return history;
    }

    private Bars BarsOf(Known known, Ask? ask)
    {
        var (call, person) = (_scene.Call, known.Person);
        return Bar(Bars.NotMember, !known.IsMember)
            | Bar(Bars.Unreachable, !_reachable.Contains(person.Id))
            | Bar(Bars.AlreadyAsked, ask is not null && ask.IsKnown && !IsInReserve(ask))
            | Bar(Bars.Terms, person.Terms != Terms.None && (call.Terms & ~person.Terms) != Terms.None)
            | Bar(Bars.Window, person.Days != Moments.None && (call.Slot & ~person.Days) != Moments.None)
            | Bar(Bars.Muted, _muted.Contains(person.Id))
            | Bar(Bars.Paused, person.PausedAt is not null);
    }

    /// <summary>Said "only if nobody else can", long enough ago to be asked again; who said yes too late has a line of their own.</summary>
    private bool IsInReserve(Ask ask) => ask is { State: AskState.Reserve, IsVolunteer: false, IsNext: false } && !(ask.LaterAt > _now);

    private static Bars Bar(Bars bar, bool holds) => holds ? bar : Bars.None;

    /// <summary>The same place, or one within the other as people write them: "Lons", "Lons-le-Saunier".</summary>
    private static bool IsNear(string? home, string? place)
    {
        if (string.IsNullOrWhiteSpace(home) || string.IsNullOrWhiteSpace(place))
        {
            return false;
        }

        var (a, b) = (Fold.Of(home), Fold.Of(place));
        return a.Contains(b, StringComparison.Ordinal) || b.Contains(a, StringComparison.Ordinal);
    }

    private static async Task<Dictionary<long, Given>> GivenAsync(BotDb db, CallScene scene, long[] ids, DateTimeOffset now, CancellationToken ct)
    {
        var (call, community) = (scene.Call.Id, scene.Call.CommunityId);
        var (month, year) = (scene.Call.Month, Months.Of(now, scene.Zone) - 11);
        var begins = Months.Begin(Months.Of(now, scene.Zone), scene.Zone);
        return await (
            from a in db.Asks
            where EF.Parameter(ids).Contains(a.PersonId) && a.Month >= year
            group a by a.PersonId into g
            select new Given(
                g.Key,
                g.Sum(a => a.CallId != call && a.Month == month && (a.State == AskState.Planned || a.State == AskState.Sent || a.State == AskState.Later) ? a.Minutes : 0),
                g.Sum(a => a.CallId != call && a.Month == month && a.State == AskState.Accepted ? a.Minutes : 0),
                g.Sum(a => a.State == AskState.Accepted ? a.Minutes : 0),
                g.Sum(a => a.CommunityId != community ? 0 : (a.SentAt >= begins ? a.Times : 0) + (a.State == AskState.Planned && a.CallId != call ? 1 : 0)),
                g.Sum(a => a.State == AskState.Planned && a.CallId != call ? 1 : 0))).ToDictionaryAsync(g => g.PersonId, ct);
    }
}

/// <summary>Months as year * 12 + month - 1, in the community's zone: hours and asks are counted by them.</summary>
internal static class Months
{
    public static int Of(DateTimeOffset instant, DateTimeZone zone)
    {
        var day = Instant.FromDateTimeOffset(instant).InZone(zone).Date;
        return day.Year * 12 + day.Month - 1;
    }

    public static DateTimeOffset Begin(int month, DateTimeZone zone) => zone.AtStartOfDay(new LocalDate(month / 12, month % 12 + 1, 1)).ToDateTimeOffset().ToUniversalTime();
}
