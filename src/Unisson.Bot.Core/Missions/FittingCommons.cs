using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Commons;
using Unisson.Bot.Kernel;

namespace Unisson.Bot.Missions;

/// <summary>From the words of a mission to commons that it does not lean on yet and may: from what it needs to the commons that have it.</summary>
internal static class FittingCommons
{
    private const int Proposed = 3;

    /// <summary>The names of these commons and the line that adds them; nothing where no common fits.</summary>
    public static async Task<List<string>> LinesAsync(Request r, Mission mission, CancellationToken ct)
    {
        var leans = mission.Commons.ConvertAll(c => c.CommonId);
        var found = await CommonSearch.FittingAsync(r.Db, mission.CommunityId, $"{mission.Title} {mission.Needs}", mission.Place ?? "", Proposed + leans.Count, ct);
        List<Common> fitting = [.. found.Where(c => !leans.Contains(c.Id)).Take(Proposed)];
        if (fitting.Count == 0)
        {
            return [];
        }

        // A list of commons replaces the one before.
        var before = leans.Count == 0 ? [] : await r.Db.Commons.Where(c => c.CommunityId == mission.CommunityId && leans.Contains(c.Id)).OrderBy(c => c.Slug).Select(c => c.Slug).ToListAsync(ct);
        return
        [
            r.Say[leans.Count == 0 ? "mission.opened.fitting" : "mission.edited.fitting", fitting.Select(c => c.Name)],
            NextStep.CommonsLine(r, mission, string.Join(',', before.Concat(fitting.Select(c => c.Slug)))),
        ];
    }
}
