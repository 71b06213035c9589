using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Commons;
using Unisson.Bot.Kernel;
using Unisson.Bot.Missions;
using Fields = Unisson.Bot.Closing.ClosingFields;

namespace Unisson.Bot.Closing;

/// <summary>
/// <c>/mission lookback</c>: whether the link with a common still lives, 3 and 12 months after the mission was closed. Answered again, the last
/// word counts. Refusals: <c>lookback.none</c>, <c>lookback.early</c>.
/// </summary>
public static class MissionLookback
{
    private static readonly Option<string> Common = Options.Text("common", "commun", 80, needed: true, picks: Picks.Common);
    private static readonly Option<LinkLives> Answer = Options.Choice("answer", "réponse", ClosingChoices.Answer, needed: true);

    public static CommandSpec Spec { get; } = new(Groups.Mission, new("lookback", "nouvelles"))
    {
        Allow = Team.Of(Fields.Mission),
        Options = [Fields.Mission, Common, Answer, Fields.Note],
        Form = [Answer, Fields.Note],
        Run = RunAsync,
    };

    private static async Task<Result<Reply>> RunAsync(Request r, CancellationToken ct)
    {
        if ((await r.MissionAsync(r.Get(Fields.Mission), ct)).Refused(out var refusal, out var mission) || (await r.CommonAsync(Common, ct)).Refused(out refusal, out var common))
        {
            return refusal;
        }

        var all = await r.Db.Lookbacks.AsTracking().Where(l => l.CommunityId == mission.CommunityId && l.MissionId == mission.Id && l.CommonId == common.Id).OrderBy(l => l.DueAt).ToListAsync(ct);
        if (all.Count == 0)
        {
            return new Refusal("lookback.none", mission.ShortTitle, mission.Label, common.Name);
        }

        if (all.FindLast(l => l.DueAt <= r.Now) is not { } lookback)
        {
            return new Refusal("lookback.early", mission.ShortTitle, mission.Label, r.Say.Day(all[0].DueAt));
        }

        (lookback.Answer, lookback.Note, lookback.AnsweredBy, lookback.AnsweredAt) = (r.Get(Answer), r.Text(Fields.Note), r.Caller.PersonId, r.Now);
        lookback.AskedAt ??= r.Now;
        Journal.Write(r.Db, mission, r.Caller.PersonId, Journal.LookedBack, $"{common.Slug},{ClosingChoices.Answer.English(lookback.Answer.Value)}", r.Now);
        return new Reply(r.Say["lookback.kept", common.Name, ClosingChoices.Answer.Labelled(lookback.Answer.Value)])
        {
            Lines = lookback.Answer == LinkLives.Yes ? [] : [r.Say["lookback.next"], r.Catalogue["mission show"].Write(new CommandLine("mission show", ("mission", mission.Label)), r.Caller.Language)],
        };
    }
}
