using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Commons;
using Unisson.Bot.Kernel;
using Unisson.Bot.Missions;

namespace Unisson.Bot.Closing;

/// <summary>What missions taught about a common, on its page: the newest, with where it is written and under which licence. Of a private mission neither title nor number.</summary>
internal static class Learning
{
    private const int Shown = 3;

    public static async Task<List<string>> LinesAsync(Request r, Common common, CancellationToken ct)
    {
        var newest = await (
            from l in r.Db.Lessons
            join m in r.Db.Missions on l.MissionId equals m.Id
            where l.CommunityId == common.CommunityId && l.CommonId == common.Id
            orderby l.At descending, l.MissionId descending
            select new { Lesson = l, Mission = m }).Take(Shown).ToListAsync(ct);
        return newest.ConvertAll(n => n.Mission.Visibility == Visibility.Private
            ? r.Say["common.learned-apart", n.Lesson.Learned.OneLine(), n.Lesson.Where, n.Lesson.Licence]
            : r.Say["common.learned", n.Mission.ShortTitle, n.Mission.Label, n.Lesson.Learned.OneLine(), n.Lesson.Where, n.Lesson.Licence]);
    }
}
