using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Missions;
using Unisson.Bot.Storage;

namespace Unisson.Bot.Pledges;

/// <summary>The pledges of a mission, in the order in which they were made.</summary>
internal static class FindingPledges
{
    public static Task<List<Pledge>> PledgesAsync(this BotDb db, Mission mission, CancellationToken ct)
        => db.Pledges.Where(p => p.CommunityId == mission.CommunityId && p.MissionId == mission.Id && p.ReleasedAt == null).OrderBy(p => p.Id).ToListAsync(ct);

    /// <summary>The mission came to nothing: nothing is owed any more.</summary>
    public static Task ReleaseAsync(BotDb db, Mission mission, DateTimeOffset now, CancellationToken ct)
        => db.Pledges.Where(p => p.CommunityId == mission.CommunityId && p.MissionId == mission.Id && p.ReleasedAt == null && p.State == PledgeState.Promised)
            .ExecuteUpdateAsync(u => u.SetProperty(p => p.ReleasedAt, now), ct);

    /// <summary>The end was taken back: what it released is owed again.</summary>
    public static Task OweAgainAsync(BotDb db, Mission mission, CancellationToken ct)
        => db.Pledges.Where(p => p.CommunityId == mission.CommunityId && p.MissionId == mission.Id && p.ReleasedAt != null && p.ReleasedAt == mission.SteppedAt)
            .ExecuteUpdateAsync(u => u.SetProperty(p => p.ReleasedAt, (DateTimeOffset?)null), ct);
}
