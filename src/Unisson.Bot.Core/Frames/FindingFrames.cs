using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Calls;
using Unisson.Bot.Missions;
using Unisson.Bot.Storage;

namespace Unisson.Bot.Frames;

/// <summary>The frames of a mission that count today or wait for a yes.</summary>
internal static class FindingFrames
{
    public static Task<List<Frame>> FramesAsync(this BotDb db, Mission mission, CancellationToken ct)
        => db.Frames.AsTracking().Where(f => f.CommunityId == mission.CommunityId && f.MissionId == mission.Id && f.EndedAt == null).OrderBy(f => f.Id).ToListAsync(ct);

    /// <summary>Roles were given back: what was agreed for them holds no more.</summary>
    public static Task EndAsync(BotDb db, Mission mission, long personId, List<RoleKind> roles, DateTimeOffset now, CancellationToken ct)
        => db.Frames.Where(f => f.CommunityId == mission.CommunityId && f.MissionId == mission.Id && f.PersonId == personId && roles.Contains(f.Role) && f.EndedAt == null)
            .ExecuteUpdateAsync(u => u.SetProperty(f => f.EndedAt, now), ct);

    /// <summary>Hours and terms of the call by which somebody came into a role; null where there was none.</summary>
    public static async Task<Call?> CallOfAsync(BotDb db, Mission mission, long personId, RoleKind role, CancellationToken ct) => await (
        from a in db.Asks
        join c in db.Calls on a.CallId equals c.Id
        where a.CommunityId == mission.CommunityId && a.PersonId == personId && a.State == AskState.Accepted && c.MissionId == mission.Id && c.Role == role
        orderby a.Id descending
        select c).FirstOrDefaultAsync(ct);
}
