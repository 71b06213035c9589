using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Kernel;
using Unisson.Bot.Missions;

namespace Unisson.Bot.Commons;

/// <summary>Missions that lean, or leant, on a common, as far as the reader may see them: private ones of others are in no row and no count.</summary>
internal static class Leaning
{
    private const int Shown = 5;

    /// <summary>The newest of them are looked at; what is older is in <c>/mission list</c>.</summary>
    private const int Read = 100;

    public static async Task<List<string>> LinesAsync(Request r, Common common, CancellationToken ct)
    {
        var seen = r.Db.Missions.SeenBy(common.CommunityId, r.Caller.PersonId);
        var missions = await (
            from c in r.Db.MissionCommons
            join m in seen on c.MissionId equals m.Id
            where c.CommunityId == common.CommunityId && c.CommonId == common.Id && m.State != MissionState.Lost && m.State != MissionState.Abandoned
            orderby c.MissionId descending
            select m).Take(Read).ToListAsync(ct);
        var lines = new List<string>();
        Add(lines, r.Say, "common.missions", missions.Where(m => !m.IsOver));
        Add(lines, r.Say, "common.relied", missions.Where(m => m.IsOver));
        if (missions.Count > Shown)
        {
            lines.Add(MissionList.Spec.Write(new CommandLine(MissionList.Spec.Path, ("common", common.Slug)), r.Caller.Language));
        }

        return lines;
    }

    private static void Add(List<string> lines, Say say, string key, IEnumerable<Mission> missions)
    {
        var titles = missions.Select(m => say["common.mission", m.Title, m.Label]).Take(Shown).ToList();
        if (titles.Count > 0)
        {
            lines.Add(say[key, titles]);
        }
    }
}
