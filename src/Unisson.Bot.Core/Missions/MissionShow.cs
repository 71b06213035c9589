using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Calls;
using Unisson.Bot.Frames;
using Unisson.Bot.Kernel;
using Unisson.Bot.Pledges;

namespace Unisson.Bot.Missions;

/// <summary><c>/mission show</c>: the card, the next step, open calls and the last of the journal; for the team, candidates and budget too.</summary>
public static class MissionShow
{
    private const int JournalLines = 3;

    private static readonly Option<string> Mission = Options.Text("mission", "mission", needed: true, picks: Picks.Mission);

    public static CommandSpec Spec { get; } = new(Groups.Mission, new("show", "voir"))
    {
        Allow = Allow.Member,
        Reads = true,
        Options = [Mission],
        Run = RunAsync,
    };

    private static async Task<Result<Reply>> RunAsync(Request r, CancellationToken ct)
    {
        if ((await r.MissionAsync(r.Get(Mission), ct)).Refused(out var refusal, out var mission))
        {
            return refusal;
        }

        var card = await MissionCard.OfAsync(r.Db, mission, ct);
        var calls = await OpenCallsAsync(r, mission, ct);
        List<string> lines = [.. card.Lines(r.Say, r.Caller.CommunityZone), .. Details(r, card), .. r.Hears(mission) ? await FrameWords.OfTeamAsync(r, card, ct) : [], .. await PledgeWords.LinesAsync(r.Db, mission, r.Say, ct), .. await NextStep.LinesAsync(r, card, calls.Count > 0, ct)];
        if (calls.Count > 0)
        {
            lines.Add(r.Say["mission.show.calls", calls]);
        }

        lines.AddRange(await Journal.LastAsync(r, mission, JournalLines, ct));
        return new Reply(card.First(r.Say)) { Lines = lines, Actions = [.. Actions(r, card, calls.Count > 0)] };
    }

    private static async Task<List<string>> OpenCallsAsync(Request r, Mission mission, CancellationToken ct)
    {
        var calls = await r.Db.Calls.Where(c => c.CommunityId == mission.CommunityId && c.MissionId == mission.Id && c.State == CallState.Open)
            .OrderBy(c => c.Number).ToListAsync(ct);
        return calls.ConvertAll(c => c.Label);
    }

    private static IEnumerable<string> Details(Request r, MissionCard card)
    {
        var mission = card.Mission;
        (string Key, string? Value)[] details =
        [
            ("needs", mission.Needs), ("deliverables", mission.Deliverables), ("reference", mission.Reference), ("licence", mission.Licence),
            ("visibility", MissionChoices.Visibility.Label(mission.Visibility, r.Say)),
        ];
        foreach (var (key, value) in details.Where(d => d.Value is not null))
        {
            yield return r.Say["mission.show.detail", r.Say[$"option.{key}"].Capital(r.Say), value!.OneLine()];
        }

        if (!r.Hears(mission))
        {
            yield break;
        }

        if (mission.Budget is { } budget)
        {
            yield return r.Say["mission.show.detail", r.Say["option.budget"].Capital(r.Say), budget];
        }

        var candidates = mission.Holders.Where(h => h.Holding == Holding.Candidate).OrderBy(h => h.Since)
            .Select(h => r.Say["mission.card.held", card.People[h.PersonId], MissionChoices.Role.Labelled(h.Role)]).ToList();
        if (candidates.Count > 0)
        {
            yield return r.Say["mission.show.candidates", candidates];
        }
    }

    private static IEnumerable<ReplyAction> Actions(Request r, MissionCard card, bool hasOpenCall)
    {
        var mission = card.Mission;
        if (mission.IsOver)
        {
            yield break;
        }

        if (r.Hears(mission) && NextStep.WantsCall(card, hasOpenCall))
        {
            yield return MissionActions.Call.On(mission.Id, r.Say);
        }

        if (r.Caller.Channel is null && mission.Holders.Exists(h => h.PersonId == r.Caller.PersonId && h.IsCurrent))
        {
            yield return MissionActions.Leave.On(mission.Id, r.Say);
        }
        else
        {
            yield return MissionActions.Join.On(mission.Id, r.Say);
        }
    }

    private static string Capital(this string text, Say say) => text.Length == 0 ? text : char.ToUpper(text[0], say.Culture) + text[1..];
}
