using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Missions;
using Unisson.Bot.Storage;

namespace Unisson.Bot.Contracts;

/// <summary>Who accepted the moral contract.</summary>
internal static class FindingAcceptances
{
    /// <summary>For a mission, in its present version.</summary>
    public static Task<List<Acceptance>> AcceptancesAsync(this BotDb db, Mission mission, CancellationToken ct)
        => db.Acceptances.Where(a => a.CommunityId == mission.CommunityId && a.MissionId == mission.Id && a.Version == MoralContract.Version).OrderBy(a => a.Id).ToListAsync(ct);

    /// <summary>A candidacy that nobody confirmed yet.</summary>
    public static Task<Acceptance?> CandidacyAsync(this BotDb db, long communityId, long personId, CancellationToken ct)
        => db.Acceptances.AsTracking().Where(a => a.CommunityId == communityId && a.PersonId == personId && a.MissionId == null && a.ConfirmedAt == null).OrderByDescending(a => a.Id).FirstOrDefaultAsync(ct);
}
