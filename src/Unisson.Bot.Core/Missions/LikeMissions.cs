using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Kernel;
using Unisson.Bot.Storage;

namespace Unisson.Bot.Missions;

/// <summary>A mission that answers the same order as another, as far as one can see.</summary>
internal sealed record Like(Mission Mission, Likeness How);

/// <summary>
/// Finds missions of a community that are like one (rule 10), among those that move and can still be joined: of each state the newest, and those
/// with a near deadline, read from its indexes. What it costs does not grow with the missions there ever were, and is bounded in those that move.
/// </summary>
internal static class LikeMissions
{
    private const int Looked = 200;

    /// <summary>A mission that was delivered is left out: nobody can join its work any more, and the next order may well be its sequel.</summary>
    public static readonly MissionState[] States = [MissionState.Open, MissionState.Answered, MissionState.Won, MissionState.Running];

    /// <summary>Those that may be shown in the answer, the surest first, then the nearest deadline. Private ones of others take the place of none.</summary>
    public static Task<List<Like>> ShownAsync(Request r, Mission mission, CancellationToken ct) => AmongAsync(Shown(r), mission, within: null, ct);

    /// <summary>Private missions that may not be shown in the answer.</summary>
    public static Task<List<Like>> HiddenAsync(Request r, Mission mission, CancellationToken ct)
    {
        var (me, alone) = (r.Caller.PersonId, r.Caller.Channel is null);
        return AmongAsync(r.Db.Missions.AsNoTracking().Where(m => m.CommunityId == mission.CommunityId), mission, within: rows => rows.Where(m =>
            m.Visibility == Visibility.Private && !(alone && (m.OpenedBy == me || m.Holders.Any(h => h.PersonId == me && h.Holding != Holding.HandedBack)))), ct);
    }

    /// <summary>Of the missions that somebody carries, the newest that is like this one.</summary>
    public static async Task<Mission?> OwnAsync(BotDb db, Caller caller, Mission mission, CancellationToken ct)
    {
        var held = db.RoleHolders.Where(h => h.CommunityId == caller.CommunityId && h.PersonId == caller.PersonId && (h.Holding == Holding.Selected || h.Holding == Holding.Active))
            .OrderByDescending(h => h.MissionId).Select(h => h.MissionId).Take(Looked);
        var own = await db.Missions.AsNoTracking().Where(m => m.CommunityId == caller.CommunityId && held.Contains(m.Id) && m.Id != mission.Id).OrderByDescending(m => m.Id).ToListAsync(ct);
        var order = Order.Of(mission);
        return own.Find(m => States.Contains(m.State) && Order.Of(m).To(order) is not null);
    }

    internal static IQueryable<Mission> Newest(IQueryable<Mission> missions, MissionState state)
        => missions.Where(m => m.State == state).OrderByDescending(m => m.Id).Take(Looked);

    internal static IQueryable<Mission> Due(IQueryable<Mission> missions, MissionState state, DateOnly day)
    {
        var (first, last) = (day.AddDays(-Order.NearDays), day.AddDays(Order.NearDays));
        return missions.Where(m => m.State == state && m.Deadline >= first && m.Deadline <= last).OrderBy(m => m.Deadline).Take(Looked);
    }

    /// <summary>In a channel others read along, so that what is private is not shown there, not even to its team.</summary>
    private static IQueryable<Mission> Shown(Request r) => r.Caller.Channel is null
        ? r.Db.Missions.AsNoTracking().SeenBy(r.Caller.CommunityId, r.Caller.PersonId)
        : r.Db.Missions.AsNoTracking().Where(m => m.CommunityId == r.Caller.CommunityId && m.Visibility != Visibility.Private);

    private static async Task<List<Like>> AmongAsync(IQueryable<Mission> missions, Mission mission, Func<IQueryable<Mission>, IQueryable<Mission>>? within, CancellationToken ct)
    {
        var (order, rows) = (Order.Of(mission), new List<Mission>());
        foreach (var state in order.Tells ? States : [])
        {
            rows.AddRange(await Of(Newest(missions, state)).ToListAsync(ct));
            if (order.Deadline is { } day)
            {
                rows.AddRange(await Of(Due(missions, state, day)).ToListAsync(ct));
            }
        }

        return [..
            from other in rows.DistinctBy(m => m.Id)
            where other.Id != mission.Id
            let theirs = Order.Of(other)
            let how = order.To(theirs)
            where how is not null
            orderby how, order.Apart(theirs) ?? int.MaxValue, other.Id
            select new Like(other, how.Value)];

        IQueryable<Mission> Of(IQueryable<Mission> read) => within is null ? read : within(read);
    }
}
