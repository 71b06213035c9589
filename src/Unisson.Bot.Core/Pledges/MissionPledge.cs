using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Commons;
using Unisson.Bot.Kernel;
using Unisson.Bot.Missions;
using Unisson.Bot.Storage;
using Fields = Unisson.Bot.Pledges.PledgeFields;

namespace Unisson.Bot.Pledges;

/// <summary>
/// <c>/mission pledge</c>: promises something to a common that the mission leans on, or says what has come of a promise (rule 12). Refusals:
/// <c>mission.over</c>, <c>pledge.what</c>, <c>pledge.no-commons</c>, <c>pledge.which-common</c>, <c>pledge.common</c>, <c>pledge.kind</c>, <c>pledge.full</c>.
/// </summary>
public static class MissionPledge
{
    /// <summary>Most of one mission.</summary>
    public const int Most = 50;

    public static CommandSpec Spec { get; } = new(Groups.Mission, new("pledge", "promettre", "promesse"))
    {
        Allow = Team.Of(Fields.Mission),
        Options = [Fields.Mission, Fields.Common, Fields.What, Fields.Kind, Fields.Amount, Fields.By, Fields.Pledge, Fields.State, Fields.Reason],
        Form = [Fields.Common, Fields.What, Fields.Amount, Fields.By],
        Positions = Fields.Positions,
        Run = RunAsync,
    };

    private static async Task<Result<Reply>> RunAsync(Request r, CancellationToken ct)
    {
        if ((await r.MissionAsync(r.Get(Fields.Mission), ct)).Refused(out var refusal, out var mission))
        {
            return refusal;
        }

        return mission.IsOver ? mission.Over() : r.Given(Fields.Pledge) ? await Marking.MarkAsync(r, mission, ct) : await PromiseAsync(r, mission, ct);
    }

    private static async Task<Result<Reply>> PromiseAsync(Request r, Mission mission, CancellationToken ct)
    {
        if ((await CommonAsync(r, mission, ct)).Refused(out var refusal, out var common))
        {
            return refusal;
        }

        if (r.Text(Fields.What) is not { } what)
        {
            return new Refusal("pledge.what") { Mend = r.Line.With(Fields.What.Name.English, CommandLine.Blank) };
        }

        Promise? much = r.Given(Fields.Amount, out var amount) ? amount : null;
        var kind = r.Value(Fields.Kind) ?? much?.Kind ?? PledgeKind.Other;
        if (much?.Fits(kind) == false)
        {
            return new Refusal("pledge.kind", amount.Text, PledgeChoices.Kind.Labelled(kind)) { Mend = r.Line.With(Fields.Amount.Name.English, CommandLine.Blank) };
        }

        if (await r.Db.Pledges.CountAsync(p => p.CommunityId == mission.CommunityId && p.MissionId == mission.Id, ct) >= Most)
        {
            return new Refusal("pledge.full", mission.ShortTitle, mission.Label, Most);
        }

        var pledge = r.Db.Pledges.Add(new Pledge
        {
            CommunityId = mission.CommunityId,
            Number = mission.IsApart ? await NumberApart.FreeAsync(number => r.Db.Pledges.AnyAsync(p => p.CommunityId == mission.CommunityId && p.IsApart && p.Number == number, ct)) : await r.Db.NextNumberAsync("pledge", mission.CommunityId, ct),
            IsApart = mission.IsApart,
            MissionId = mission.Id,
            CommonId = common.Id,
            Kind = kind,
            What = what,
            Amount = much?.Text,
            Minutes = much?.Minutes,
            Cents = much?.Cents,
            Share = much?.Share,
            By = r.Value(Fields.By),
            PromisedBy = r.Caller.PersonId,
            PromisedAt = r.Now,
        }).Entity;
        Journal.Write(r.Db, mission, r.Caller.PersonId, Journal.Promised, pledge.Label, r.Now);
        await MissionChanged.AfterAsync(r.Db, mission, r.Caller.PersonId, onCard: true, r.Now, ct);
        return new Reply(r.Say["pledge.made", PledgeWords.Of(pledge, common.Name, r.Say)]) { Lines = [r.Say["pledge.next"]], Actions = [MissionActions.Show.On(mission.Id, r.Say)] };
    }

    /// <summary>The one that is named, which the mission must lean on; the only one where none is named.</summary>
    private static async Task<Result<Common>> CommonAsync(Request r, Mission mission, CancellationToken ct)
    {
        var ids = mission.Commons.ConvertAll(c => c.CommonId);
        var own = await r.Db.Commons.Where(c => ids.Contains(c.Id)).OrderBy(c => c.Slug).ToListAsync(ct);
        if (own.Count == 0)
        {
            return new Refusal("pledge.no-commons", mission.ShortTitle, mission.Label) { Mend = new CommandLine(MissionEdit.Spec.Path, ("mission", mission.Label), ("commons", CommandLine.Blank)) };
        }

        if (!r.Given(Fields.Common))
        {
            return own is [var only] ? only : new Refusal("pledge.which-common", own.Select(c => c.Slug)) { Mend = r.Line.With(Fields.Common.Name.English, CommandLine.Blank) };
        }

        if ((await r.CommonAsync(Fields.Common, ct)).Refused(out var refusal, out var common))
        {
            return refusal;
        }

        return own.Exists(c => c.Id == common.Id) ? common : new Refusal("pledge.common", mission.ShortTitle, mission.Label, common.Name, own.Select(c => c.Slug)) { Mend = r.Line.With(Fields.Common.Name.English, CommandLine.Blank) };
    }
}
