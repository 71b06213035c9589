using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Kernel;
using Unisson.Bot.Missions;

namespace Unisson.Bot.Documents;

/// <summary><c>/mission report</c>: what a mission promised to commons, what came of it and what was learned, as a document; in the middle of the way too.</summary>
public static class MissionReport
{
    private static readonly Option<string> Mission = Options.Text("mission", "mission", needed: true, picks: Picks.Mission);

    public static CommandSpec Spec { get; } = new(Groups.Mission, new("report", "bilan", "rapport"))
    {
        Allow = Team.Of(Mission),
        Reads = true,
        Options = [Mission, DocumentForms.Format],
        Run = RunAsync,
    };

    private static async Task<Result<Reply>> RunAsync(Request r, CancellationToken ct)
    {
        if ((await r.MissionAsync(r.Get(Mission), ct)).Refused(out var refusal, out var mission))
        {
            return refusal;
        }

        var say = new Say(r.Say.Language, r.Caller.CommunityZone, r.Now);
        var (report, unnamed) = await ReportReading.ReadAsync(r.Db, mission, say, ct);
        var ids = mission.Commons.ConvertAll(c => c.CommonId);
        var commons = await r.Db.Commons.Where(c => c.CommunityId == mission.CommunityId && ids.Contains(c.Id)).OrderBy(c => c.Slug).Select(c => c.Name).ToListAsync(ct);
        var gaps = ReportGaps.Of(report, [.. commons.Order(InOrder.Names)], unnamed, r.Say).ToList();
        return new Reply(r.Say["report.done", mission.ShortTitle, mission.Label])
        {
            Lines = gaps.Count == 0 ? [r.Say["report.whole"]] : [r.Say["kit.gaps"], .. gaps],
            Files = [new Paper("report", report, r.Say["document.report-file", mission.Label], mission.Title).As(r.Value(DocumentForms.Format) ?? DocumentForm.Docx, say)],
        };
    }
}
