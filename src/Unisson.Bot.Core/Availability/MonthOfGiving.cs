using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Calls;
using Unisson.Bot.Commoners;
using Unisson.Bot.Communities;
using Unisson.Bot.Kernel;

namespace Unisson.Bot.Availability;

/// <summary>
/// What is promised and reserved of somebody's hours this month, and why nothing is asked of them now. An ask that has not left is in no
/// number: if it is dropped, it never was.
/// </summary>
/// <param name="Promised">Minutes of yeses, in every community.</param>
/// <param name="Reserved">Minutes that asks hold which wait for an answer.</param>
/// <param name="Asked">Asks this month in this community.</param>
internal sealed record MonthOfGiving(Request Request, Person Person, Membership Membership, int Promised, int Reserved, int Asked, bool Reachable, bool NotNow)
{
    private const double Forgetting = 14.0 * WakingTime.Day;

    public int Left => Math.Max(0, Person.Capacity - Promised - Reserved);

    public static async Task<MonthOfGiving> ReadAsync(Request r, CancellationToken ct)
    {
        var (community, id, now) = (r.Caller.CommunityId, r.Caller.PersonId, r.Now);
        var month = Months.Of(now, r.Caller.CommunityZone);
        var begins = Months.Begin(month, r.Caller.CommunityZone);
        var asks = await r.Db.Asks.Where(a => a.PersonId == id && a.Month == month).Select(a => new { a.State, a.Minutes }).ToListAsync(ct);
        return new MonthOfGiving(
            r,
            await r.Db.People.FirstAsync(p => p.Id == id, ct),
            await r.Db.Memberships.FirstAsync(m => m.CommunityId == community && m.PersonId == id, ct),
            asks.Where(a => a.State == AskState.Accepted).Sum(a => a.Minutes),
            asks.Where(a => a.State is AskState.Sent or AskState.Later).Sum(a => a.Minutes),
            await r.Db.Asks.Where(a => a.PersonId == id && a.CommunityId == community && a.SentAt >= begins).SumAsync(a => a.Times, ct),
            await r.Db.Accounts.AnyAsync(a => a.PersonId == id && a.IsReachable, ct),
            await r.Db.Offers.Where(o => o.PersonId == id && o.CommunityId == community && o.CommonId == null && o.Until > now).OrderByDescending(o => o.Id).Select(o => !o.Could).FirstOrDefaultAsync(ct));
    }

    /// <summary>The first reason that holds, whatever the call; null when nothing does (rule 4: for this person alone).</summary>
    public string? HeldBack()
    {
        var say = Request.Say;
        return (Membership, Person) switch
        {
            ({ Asks: 0 }, _) => null,
            (_, { Capacity: 0 }) => say["availability.held-no-hours"],
            _ when !Reachable => say["availability.held-unreachable"],
            (_, { PausedAt: not null }) => null,
            _ when NotNow => null,
            _ when Asked >= Membership.Asks => say["availability.held-asks"],
            _ when Left == 0 => say["availability.held-hours"],
            _ => Rested() is { } day ? say["availability.held-rest", day] : null,
        };
    }

    /// <summary>The day on which what was asked lately has faded enough, when it has not yet.</summary>
    private DateOnly? Rested()
    {
        var clock = new WakingTime(Request.Caller.CommunityZone);
        var now = clock.MinutesAt(Request.Now);
        var fatigue = Person.History(clock).FatigueAt(now);
        var cap = Forecast.FatigueCap(urgent: false);
        return fatigue > cap ? Request.Say.Day(clock.InstantAt(now + (long)Math.Ceiling(Math.Log(fatigue / cap) * Forgetting))) : null;
    }
}
