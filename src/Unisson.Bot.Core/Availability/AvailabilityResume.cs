using Unisson.Bot.Experiences;
using Unisson.Bot.Kernel;

namespace Unisson.Bot.Availability;

/// <summary><c>/availability resume</c>: "I am here", the only end of a pause. Nothing else that was said changes with it.</summary>
public static class AvailabilityResume
{
    public static CommandSpec Spec { get; } = new(Groups.Availability, new("resume", "reprendre"))
    {
        Allow = Allow.Member,
        AlsoPaths = ["je suis là"],
        Run = RunAsync,
    };

    private static async Task<Result<Reply>> RunAsync(Request r, CancellationToken ct)
    {
        var person = await r.Db.PersonAsync(r.Caller.PersonId, ct);
        var membership = (await r.Db.Memberships.FindAsync([r.Caller.CommunityId, r.Caller.PersonId], ct))!;
        var paused = person.Resume();
        await Turns.KeepAsync(r.Db, person.Id, ct);
        return new Reply(r.Say[paused ? "availability.back" : "availability.not-paused"])
        {
            Lines = [.. Giving.Words(person, membership, r.Say).Take(2)],
            Actions = membership.Asks > 0 ? [AvailabilityActions.Stop.On(person.Id, r.Say)] : [],
        };
    }
}
