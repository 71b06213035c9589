using Unisson.Bot.Kernel;
using Unisson.Bot.Missions;

namespace Unisson.Bot.Documents;

/// <summary><c>/mission kit</c>: the answer to a tender, written from what the mission has, to be finished in ten minutes; and what it still lacks, said to its team alone.</summary>
public static class MissionKit
{
    private static readonly Option<string> Mission = Options.Text("mission", "mission", needed: true, picks: Picks.Mission);

    public static CommandSpec Spec { get; } = new(Groups.Mission, new("kit", "dossier", "réponse"))
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
        var (kit, unnamed) = await KitReading.ReadAsync(r.Db, mission, say, ct);
        var gaps = KitGaps.Of(kit, unnamed, r.Say).ToList();
        return new Reply(r.Say["kit.done", mission.ShortTitle, mission.Label])
        {
            Lines = gaps.Count == 0 ? [r.Say["kit.whole"]] : [r.Say["kit.gaps"], .. gaps],
            Files = [new Paper("kit", kit, r.Say["document.kit-file", mission.Label], mission.Title).As(r.Value(DocumentForms.Format) ?? DocumentForm.Docx, say)],
        };
    }
}
