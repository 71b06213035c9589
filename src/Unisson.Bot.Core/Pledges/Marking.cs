using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Commons;
using Unisson.Bot.Kernel;
using Unisson.Bot.Missions;
using Fields = Unisson.Bot.Pledges.PledgeFields;

namespace Unisson.Bot.Pledges;

/// <summary>
/// What has come of a pledge, said in the open (rule 12): kept; changed into something else; carried over to a day; not kept. Refusals:
/// <c>pledge.unknown</c>, <c>pledge.state</c>, <c>pledge.there</c>, <c>pledge.changed</c>, <c>pledge.carried</c>, <c>pledge.reason</c>.
/// </summary>
internal static class Marking
{
    public static async Task<Result<Reply>> MarkAsync(Request r, Mission mission, CancellationToken ct)
    {
        var typed = r.Get(Fields.Pledge);
        if (Fields.Read(typed) is not var (apart, number)
            || await r.Db.Pledges.AsTracking().FirstOrDefaultAsync(p => p.CommunityId == mission.CommunityId && p.MissionId == mission.Id && p.IsApart == apart && p.Number == number, ct) is not { } pledge)
        {
            return new Refusal("pledge.unknown", typed, mission.ShortTitle, mission.Label);
        }

        if (r.Value(Fields.State) is not { } state || state == PledgeState.Promised)
        {
            return new Refusal("pledge.state", pledge.Label) { Mend = r.Line.With(Fields.State.Name.English, CommandLine.Blank) };
        }

        if (Refused(r, pledge, state) is { } refusal)
        {
            return refusal;
        }

        Apply(r, pledge, state);
        Journal.Write(r.Db, mission, r.Caller.PersonId, Journal.Marked, $"{pledge.Label},{PledgeChoices.State.English(state)}", r.Now);
        await MissionChanged.AfterAsync(r.Db, mission, r.Caller.PersonId, onCard: true, r.Now, ct);
        var common = await r.Db.Commons.FirstAsync(c => c.Id == pledge.CommonId, ct);
        return new Reply(r.Say["pledge.marked", PledgeWords.Of(pledge, common.Name, r.Say)])
        {
            Lines = state == PledgeState.Kept ? await ShortAsync(r, mission, common, ct) : [],
            Actions = [MissionActions.Show.On(mission.Id, r.Say)],
        };
    }

    /// <summary>Kept, and the ledger says less than was promised to that common: perhaps something was given and not logged.</summary>
    private static async Task<List<string>> ShortAsync(Request r, Mission mission, Common common, CancellationToken ct)
    {
        var pledges = (await r.Db.PledgesAsync(mission, ct)).FindAll(p => p.CommonId == common.Id);
        return await Gauge.OfAsync(r.Db, mission, pledges, ct) is [var gauge] && gauge.IsShort && gauge.Words(common.Name, r.Say) is { } words
            ?
            [
                words,
                r.Say["pledge.kept-short"],
                r.Catalogue["contribution log"].Write(
                    new CommandLine("contribution log", ("common", common.Slug), ("amount", CommandLine.Blank), ("what", CommandLine.Blank), ("mission", mission.Label)), r.Caller.Language),
            ]
            : [];
    }

    private static Refusal? Refused(Request r, Pledge pledge, PledgeState state)
    {
        Refusal Needs(string code, Option option) => new(code, pledge.Label) { Mend = r.Line.With(option.Name.English, CommandLine.Blank) };
        if (r.Given(Fields.Amount, out var much) && !much.Fits(pledge.Kind))
        {
            return new Refusal("pledge.kind", much.Text, PledgeChoices.Kind.Labelled(pledge.Kind)) { Mend = r.Line.With(Fields.Amount.Name.English, CommandLine.Blank) };
        }

        return state switch
        {
            PledgeState.Kept when pledge.State == state => new Refusal("pledge.there", pledge.Label, PledgeChoices.State.Labelled(state)),
            PledgeState.Changed when !r.Given(Fields.What) && !r.Given(Fields.Amount) => Needs("pledge.changed", Fields.What),
            PledgeState.Carried when !r.Given(Fields.By) => Needs("pledge.carried", Fields.By),
            PledgeState.Changed or PledgeState.NotKept when !r.Given(Fields.Reason) => Needs("pledge.reason", Fields.Reason),
            _ => null,
        };
    }

    private static void Apply(Request r, Pledge pledge, PledgeState state)
    {
        (pledge.State, pledge.StateAt, pledge.Reason) = (state, r.Now, r.Text(Fields.Reason));
        pledge.By = r.Value(Fields.By) ?? pledge.By;
        if (state != PledgeState.Changed)
        {
            return;
        }

        pledge.What = r.Text(Fields.What) ?? pledge.What;
        if (r.Given(Fields.Amount, out var much))
        {
            (pledge.Amount, pledge.Minutes, pledge.Cents, pledge.Share) = (much.Text, much.Minutes, much.Cents, much.Share);
        }
    }
}
