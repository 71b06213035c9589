using Unisson.Bot.Deliveries;
using Unisson.Bot.Kernel;
using Unisson.Bot.Storage;

namespace Unisson.Bot.Calls;

/// <summary>What the caller and who coordinates are told in private: yeses by name, and the end. Never of a no, and never at the time of one.</summary>
internal static class CallNotices
{
    /// <summary>A yes holds a place.</summary>
    public static Task YesAsync(BotDb db, CallScene scene, Ask ask, string name, DateTimeOffset now, CancellationToken ct) => ToLeadsAsync(db, scene, ask.PersonId, now, say =>
        new Reply(CallWords.Fit(scene.Mission.Title, title => say["call.yes", name, title, TimeSpan.FromMinutes(scene.Call.Minutes), CallWords.By(scene, say)]))
        {
            Lines = [say["call.yes.next"]],
            Actions = [CallActions.Scope.On(ask.Id, say)],
            Loudness = Loudness.Ping,
        }, ct);

    /// <summary>Somebody came forward by the card.</summary>
    public static Task ForwardAsync(BotDb db, CallScene scene, Ask ask, string name, DateTimeOffset now, CancellationToken ct) => ToLeadsAsync(db, scene, ask.PersonId, now, say =>
        new Reply(CallWords.Fit(scene.Mission.Title, title => say["call.forward", name, title, scene.Call.Label]))
        {
            Lines = [say["call.forward.next"]],
            Actions = [CallActions.Scope.On(ask.Id, say), CallActions.Close.On(scene.Call.Id, say)],
            Loudness = Loudness.Ping,
        }, ct);

    /// <summary>A place was handed back.</summary>
    public static Task HandedBackAsync(BotDb db, CallScene scene, long personId, string name, DateTimeOffset now, CancellationToken ct) => ToLeadsAsync(db, scene, personId, now, say =>
        new Reply(CallWords.Fit(scene.Mission.Title, title => say["call.handed-back", name, title]))
        {
            Lines = [say[scene.Call.State == CallState.Open ? "call.handed-back.again" : "call.handed-back.late"]],
            Loudness = Loudness.Ping,
        }, ct);

    public static Task ExpiredAsync(BotDb db, CallScene scene, DateTimeOffset now, CancellationToken ct) => ToLeadsAsync(db, scene, 0, now, say =>
        new Reply(CallWords.Fit(scene.Mission.Title, title => say["call.expired", scene.Call.Label, title, scene.Filled, scene.Call.Places])), ct);

    /// <summary>The first call of a caller nobody vouched for yet: to those who keep the method and look after the space (rule 18).</summary>
    public static async Task WaitingAsync(BotDb db, CallScene scene, string name, IEnumerable<long> keepers, DateTimeOffset now, CancellationToken ct)
    {
        foreach (var keeper in keepers)
        {
            await ToAsync(db, scene, keeper, now, say => new Reply(say["call.waiting", name, scene.Call.Label])
            {
                Lines =
                [
                    say["call.waiting.what", scene.IsPrivate ? say["call.waiting.private"] : scene.Mission.Title, TimeSpan.FromMinutes(scene.Call.Minutes), CallWords.By(scene, say), CallWords.Terms(scene.Call, say)],
                    .. scene.Call.Note is { } note ? [say["ask.note", name, note]] : Array.Empty<string>(),
                ],
                Actions = [CallActions.Vouch.On(scene.Call.Id, say), CallActions.Refuse.On(scene.Call.Id, say)],
                Loudness = Loudness.Ping,
            }, ct);
        }
    }

    /// <summary>Two people reported it: to those who can let it go on, with their two answers, and to the caller without. Never who, nor when.</summary>
    public static async Task HeldAsync(BotDb db, CallScene scene, IReadOnlyList<long> keepers, DateTimeOffset now, CancellationToken ct)
    {
        foreach (var keeper in keepers)
        {
            await ToAsync(db, scene, keeper, now, say => new Reply(CallWords.Fit(scene.IsPrivate && !scene.Mission.IsSeenBy(keeper) ? say["call.waiting.private"] : scene.Mission.Title, title => say["call.held", scene.Call.Label, title]))
            {
                Lines = [say["call.held.decide"]],
                Actions = [CallActions.GoOn.On(scene.Call.Id, say), CallActions.End.On(scene.Call.Id, say), CallActions.Show.On(scene.Call.Id, say)],
                Loudness = Loudness.Ping,
            }, ct);
        }

        await ToAsync(db, scene, scene.Call.CallerId, now, say => new Reply(CallWords.Fit(scene.Mission.Title, title => say["call.held", scene.Call.Label, title])) { Lines = [say["call.held.caller"]] }, ct);
    }

    /// <summary>To the caller alone, once somebody vouched for the call or turned it down.</summary>
    public static Task ToCallerAsync(BotDb db, CallScene scene, string key, string by, DateTimeOffset now, CancellationToken ct)
        => ToAsync(db, scene, scene.Call.CallerId, now, say => new Reply(say[key, scene.Call.Label, by]), ct);

    private static async Task ToLeadsAsync(BotDb db, CallScene scene, long except, DateTimeOffset now, Func<Say, Reply> what, CancellationToken ct)
    {
        foreach (var lead in scene.Leads.Where(id => id != except))
        {
            await ToAsync(db, scene, lead, now, what, ct);
        }
    }

    private static async Task ToAsync(BotDb db, CallScene scene, long personId, DateTimeOffset now, Func<Say, Reply> what, CancellationToken ct)
    {
        var say = await Outbox.SayToAsync(db, personId, scene.Call.CommunityId, now, ct);
        await Outbox.ToPersonAsync(db, scene.Call.CommunityId, personId, scene.Call.Subject, what(say), now, null, null, ct);
    }
}
