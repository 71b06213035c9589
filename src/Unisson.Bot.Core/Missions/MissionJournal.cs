using Unisson.Bot.Files;
using Unisson.Bot.Kernel;

namespace Unisson.Bot.Missions;

/// <summary>
/// <c>/mission journal</c>: what happened in a mission, newest first, as far as the asker may read it; where it is long, the whole of it as a file.
/// With a note, its team, or a guarantor who may see it, writes a line of their own, which rings nobody.
/// </summary>
public static class MissionJournal
{
    private const int Shown = 20, Kept = 2000;

    private static readonly Option<string> Mission = Options.Text("mission", "mission", needed: true, picks: Picks.Mission);
    private static readonly Option<string> Note = MissionFields.Note();
    private static readonly Allow Writing = Team.Of(Mission);

    public static CommandSpec Spec { get; } = new(Groups.Mission, new("journal", "journal"))
    {
        Allow = Allow.Member,
        Reads = true,
        Options = [Mission, Note],
        Run = RunAsync,
    };

    private static async Task<Result<Reply>> RunAsync(Request r, CancellationToken ct)
    {
        if ((r.Given(Note) && await Writing.Check(r, ct) is { } refusal) || (await r.MissionAsync(r.Get(Mission), ct)).Refused(out refusal, out var mission))
        {
            return refusal;
        }

        if (r.Given(Note, out var note))
        {
            Journal.Write(r.Db, mission, r.Caller.PersonId, Journal.Noted, note, r.Now);
            return new Reply(r.Say[mission.Visibility == Visibility.Private ? "mission.journal.noted-private" : "mission.journal.noted", mission.ShortTitle, mission.Label])
            {
                Actions = [MissionActions.Journal.On(mission.Id, r.Say)],
            };
        }

        var lines = await Journal.LastAsync(r, mission, Kept, ct);
        var first = r.Say["mission.journal", mission.ShortTitle, mission.Label];
        return lines.Count <= Shown ? new Reply(first) { Lines = lines } : new Reply(first)
        {
            Lines = [.. lines.Take(Shown), r.Say["mission.journal.more", lines.Count - Shown]],
            Files = [new ReplyFile($"unisson-journal-{mission.Label}.txt", "text/plain", string.Join('\n', [first, .. lines]) + "\n")],
        };
    }
}
