using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Experiences;
using Unisson.Bot.Kernel;

namespace Unisson.Bot.Calls;

/// <summary>
/// <c>/call widen</c>: the team, or a guarantor, looks for more people, wherever they live, or with less experience, in the open. Its answer is
/// the same whoever could be asked (rule 4). Refusals: <c>standing.team</c>, <c>call.closed-already</c>, <c>call.frozen</c>,
/// <c>call.widen-empty</c>, <c>call.widen-places</c>, <c>call.widen-level</c>, <c>call.two-open</c>.
/// </summary>
public static class CallWiden
{
    /// <summary>Typed as the place: wherever they live.</summary>
    private const string Anywhere = "-";

    public static CommandSpec Spec { get; } = new(Groups.Call, new("widen", "élargir"))
    {
        Allow = Allow.Member,
        Options = [CallAnswer.Call, CallFields.Places, CallFields.Near, CallFields.Level],
        Form = [CallFields.Places, CallFields.Near],
        Run = RunAsync,
    };

    private static async Task<Result<Reply>> RunAsync(Request r, CancellationToken ct)
    {
        if ((await r.LedCallAsync(r.Get(CallAnswer.Call), ct)).Refused(out var refusal, out var scene))
        {
            return refusal;
        }

        if (await RefusedAsync(r, scene, ct) is { } no)
        {
            return no;
        }

        var call = scene.Call;
        call.Widen(r.Value(CallFields.Places), r.Value(CallFields.Level), r.Now);
        call.Near = r.Text(CallFields.Near) switch { null => call.Near, Anywhere => null, var place => place };
        await r.Db.SaveChangesAsync(ct);
        await CallCard.PostAsync(r.Db, scene, r.Now, ct);
        await Wave.PlanAsync(r.Db, call, r.Now, ct);
        return new Reply(r.Say[call.State == CallState.Waiting ? "call.widened.waiting" : "call.widened", call.Label])
        {
            Lines = [r.Say["call.widened.places", call.Places], .. CallCard.Wanted(call, r.Say)],
            Actions = [CallActions.Show.On(call.Id, r.Say)],
        };
    }

    private static async Task<Refusal?> RefusedAsync(Request r, CallScene scene, CancellationToken ct)
    {
        var call = scene.Call;
        return call switch
        {
            { IsOver: true } => new Refusal("call.closed-already", call.Label, r.Say.Day(call.EndedAt ?? call.Deadline)),
            { State: CallState.Frozen } => new Refusal("call.frozen", call.Label),
            _ when !r.Given(CallFields.Places) && !r.Given(CallFields.Near) && !r.Given(CallFields.Level)
                => new Refusal("call.widen-empty", call.Label) { Mend = r.Line.With("call", call.Label).With("places", CommandLine.Blank) },
            _ when r.Given(CallFields.Places, out var places) && places <= call.Places => new Refusal("call.widen-places", call.Label, call.Places),
            _ when r.Given(CallFields.Level, out var level) && level >= call.Level
                => new Refusal("call.widen-level", call.Label, ExperienceChoices.Level.Label(call.Level, r.Say)),
            { State: CallState.Filled } when await r.Db.Calls.CountAsync(c => c.CommunityId == call.CommunityId && c.MissionId == call.MissionId && c.EndedAt == null, ct) >= CommonersCall.MostOpen
                => new Refusal("call.two-open", scene.Mission.Title, scene.Mission.Label),
            _ => null,
        };
    }
}
