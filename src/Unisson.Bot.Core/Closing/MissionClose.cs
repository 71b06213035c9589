using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Commons;
using Unisson.Bot.Contributions;
using Unisson.Bot.Gates;
using Unisson.Bot.Kernel;
using Unisson.Bot.Missions;
using Unisson.Bot.Pledges;
using Fields = Unisson.Bot.Closing.ClosingFields;

namespace Unisson.Bot.Closing;

/// <summary>
/// <c>/mission close</c>: writes what was learned about a common, one form a common, and closes the mission once nothing is missing (rule 12).
/// The head of the ledger goes into the journal, so that a ledger cut short later is seen. Refusals: <c>mission.over</c>, <c>mission.step</c>,
/// <c>mission.gate-close</c>, <c>close.common</c>, <c>close.where</c>, <c>close.licence</c>.
/// </summary>
public static class MissionClose
{
    public static CommandSpec Spec { get; } = new(Groups.Mission, new("close", "clore", "clôturer", "fermer"))
    {
        Allow = Team.Of(Fields.Mission),
        Options = [Fields.Mission, Fields.Common, Fields.Learned, Fields.Where, Fields.Licence],
        Form = [Fields.Common, Fields.Learned, Fields.Where, Fields.Licence],
        Positions = (_, _) => [Fields.Mission],
        Run = RunAsync,
    };

    private static async Task<Result<Reply>> RunAsync(Request r, CancellationToken ct)
    {
        if ((await r.MissionAsync(r.Get(Fields.Mission), ct)).Refused(out var refusal, out var mission))
        {
            return refusal;
        }

        if (mission.CanClose() is { } early)
        {
            return early;
        }

        if (!r.Given(Fields.Learned))
        {
            return await CloseAsync(r, mission, learned: null, ct);
        }

        return (await LearnAsync(r, mission, ct)).Refused(out refusal, out var common) ? refusal : await CloseAsync(r, mission, common.Name, ct);
    }

    /// <summary>Closes it, or says what is missing; that is no refusal where the same line wrote something down.</summary>
    /// <param name="learned">The common that was just told about.</param>
    internal static async Task<Result<Reply>> CloseAsync(Request r, Mission mission, string? learned, CancellationToken ct)
    {
        var lacks = await ClosingGate.OfAsync(r, mission, ct);
        if (lacks.Count > 0)
        {
            var list = Lack.Checklist(r, "mission.gate-close", r.Say[learned is null ? "mission.gate-close" : "close.noted", mission.ShortTitle, mission.Label, learned], lacks);
            return learned is null ? list : list with { Refused = null };
        }

        var everybody = TellingTeam.Everybody(mission, r.Caller.PersonId).ToList();
        if (mission.Step(MissionState.Closed, null, r.Now).Refused(out var refusal, out _))
        {
            return refusal;
        }

        var head = await r.Db.LedgerHeads.AsNoTracking().FirstOrDefaultAsync(h => h.CommunityId == mission.CommunityId, ct);
        Journal.Write(r.Db, mission, r.Caller.PersonId, Journal.Closed, head is null ? null : string.Create(CultureInfo.InvariantCulture, $"{head.Number},{Convert.ToHexStringLower(head.Hash)}"), r.Now);
        LookingBack.Plan(r.Db, mission, r.Now);
        var pledges = await r.Db.PledgesAsync(mission, ct);
        await TellingTeam.TellAtOnceAsync(r.Db, mission, everybody, say => Closed(say, mission, pledges), r.Now, ct);
        await MissionChanged.AfterAsync(r.Db, mission, r.Caller.PersonId, onCard: true, r.Now, ct);
        return Closed(r.Say, mission, pledges);
    }

    private static async Task<Result<Common>> LearnAsync(Request r, Mission mission, CancellationToken ct)
    {
        var ids = mission.Commons.ConvertAll(c => c.CommonId);
        Common? common = null;
        if (r.Given(Fields.Common))
        {
            if ((await r.CommonAsync(Fields.Common, ct)).Refused(out var refusal, out common))
            {
                return refusal;
            }
        }
        else if (ids is [var only])
        {
            common = await r.Db.Commons.FirstAsync(c => c.Id == only, ct);
        }

        if (common is null || !ids.Contains(common.Id))
        {
            return new Refusal("close.common", mission.ShortTitle, mission.Label) { Mend = r.Line.With(Fields.Common.Name.English, CommandLine.Blank) };
        }

        if (r.Text(Fields.Where) is not { } where)
        {
            return new Refusal("close.where", common.Name) { Mend = r.Line.With(Fields.Where.Name.English, CommandLine.Blank) };
        }

        if ((r.Text(Fields.Licence) ?? mission.Licence ?? common.Licence) is not { } licence)
        {
            return new Refusal("close.licence", common.Name) { Mend = r.Line.With(Fields.Licence.Name.English, CommandLine.Blank) };
        }

        var lesson = await r.Db.Lessons.AsTracking().FirstOrDefaultAsync(l => l.CommunityId == mission.CommunityId && l.MissionId == mission.Id && l.CommonId == common.Id, ct)
            ?? r.Db.Lessons.Add(new Lesson { CommunityId = mission.CommunityId, MissionId = mission.Id, CommonId = common.Id, Learned = "", Where = "" }).Entity;
        (lesson.Learned, lesson.Where, lesson.Licence, lesson.WrittenBy, lesson.At) = (r.Get(Fields.Learned), where, licence, r.Caller.PersonId, r.Now);
        Journal.Write(r.Db, mission, r.Caller.PersonId, Journal.Learned, common.Slug, r.Now);
        await r.Db.SaveChangesAsync(ct);
        return common;
    }

    /// <summary>« La mission Lons est close. Sur trois promesses aux communs, deux sont tenues… »</summary>
    private static Reply Closed(Say say, Mission mission, List<Pledge> pledges) => new(say["close.done", mission.ShortTitle, mission.Label])
    {
        Lines =
        [
            .. pledges.Count == 0 ? [] : new[] { say["close.pledges", pledges.GroupBy(p => p.State).OrderBy(g => g.Key).Select(g => say["close.count", PledgeChoices.State.Labelled(g.Key), g.Count()])] },
            say["close.thanks"],
        ],
        Actions = [MissionActions.Show.On(mission.Id, say)],
    };
}
