using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Closing;
using Unisson.Bot.Kernel;
using Unisson.Bot.Missions;
using Unisson.Bot.Pledges;

namespace Unisson.Bot.Gates;

/// <summary>What a mission needs before it may close (rule 12): what came of every pledge, and what was learned about each common.</summary>
internal static class ClosingGate
{
    public static async Task<List<Lack>> OfAsync(Request r, Mission mission, CancellationToken ct)
    {
        var open = (await r.Db.PledgesAsync(mission, ct)).FindAll(p => p.State == PledgeState.Promised);
        var names = await PledgeWords.NamesAsync(r.Db, open, ct);
        var ids = mission.Commons.ConvertAll(c => c.CommonId);
        var untold = await r.Db.Commons.Where(c => ids.Contains(c.Id) && !r.Db.Lessons.Any(l => l.CommunityId == mission.CommunityId && l.MissionId == mission.Id && l.CommonId == c.Id)).OrderBy(c => c.Slug).ToListAsync(ct);
        return
        [
            .. open.Select(p => Lack.Of(r, r.Say["gate.promised", PledgeWords.Of(p, names[p.CommonId], r.Say)], MissionPledge.Spec.Path, ("mission", mission.Label), ("pledge", p.Label), ("state", CommandLine.Blank))),
            .. untold.Select(c => Lack.Of(r, r.Say["gate.learned", c.Name], MissionClose.Spec.Path, ("mission", mission.Label), ("common", c.Slug), ("learned", CommandLine.Blank), ("where", CommandLine.Blank), ("licence", CommandLine.Blank))),
        ];
    }
}
