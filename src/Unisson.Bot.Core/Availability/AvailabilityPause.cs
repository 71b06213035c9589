using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Calls;
using Unisson.Bot.Commoners;
using Unisson.Bot.Experiences;
using Unisson.Bot.Kernel;
using Unisson.Bot.Missions;
using Fields = Unisson.Bot.Availability.AvailabilityFields;

namespace Unisson.Bot.Availability;

/// <summary>
/// <c>/availability pause</c>: from now on nothing is asked, anywhere, and nobody is told why; open asks are released without a trace. Roles that
/// are held go on, and the answer offers to hand them back.
/// </summary>
public static class AvailabilityPause
{
    private const int MostRoles = 5;

    public static CommandSpec Spec { get; } = new(Groups.Availability, new("pause", "pause"))
    {
        Allow = Allow.Member,
        Options = [Fields.Until],
        Positions = (_, _) => [Fields.Until],
        Run = RunAsync,
    };

    private static async Task<Result<Reply>> RunAsync(Request r, CancellationToken ct)
    {
        var person = await r.Db.PersonAsync(r.Caller.PersonId, ct);
        var holidays = await r.Db.Communities.Where(c => c.Id == r.Caller.CommunityId).Select(c => c.Holidays).FirstAsync(ct);
        person.Pause(r.Now, r.Value(Fields.Until), r.Caller.Zone, holidays);
        if (person.PauseEndsAt is { } ends)
        {
            r.Db.Wake(ends);
        }

        await CallEnd.ReleaseAsync(r.Db, person.Id, null, r.Now, ct);
        await Turns.KeepAsync(r.Db, person.Id, ct);
        var missions = await DutiesAsync(r, ct);
        return new Reply(r.Given(Fields.Until, out var until) ? r.Say["availability.paused-until", until] : r.Say["availability.paused"])
        {
            Lines = [.. Lines(r, person, missions)],
            Actions = [AvailabilityActions.Resume.On(person.Id, r.Say), .. missions.Select(m => HandBack(r.Say, m, missions.Count))],
        };
    }

    private static IEnumerable<string> Lines(Request r, Person person, List<Mission> missions)
    {
        if (missions.Count > 0)
        {
            var titles = missions.Select(m => r.Say["availability.duty", m.Title, m.Label]);
            yield return missions.Count == 1 ? r.Say["availability.duty-one", titles] : r.Say["availability.duty-many", titles];
        }

        yield return person.PauseEndsAt is { } ends ? r.Say["availability.pause-ends", ends] : r.Say["availability.pause-open"];
    }

    private static ReplyAction HandBack(Say say, Mission mission, int of)
    {
        var action = MissionActions.Leave.On(mission.Id, say);
        return of == 1 ? action : action with { Label = $"{action.Label} ({mission.Label})" };
    }

    private static Task<List<Mission>> DutiesAsync(Request r, CancellationToken ct)
    {
        Holding[] held = [Holding.Selected, Holding.Active, Holding.Shadow];
        return (
            from h in r.Db.RoleHolders
            join m in r.Db.Missions on h.MissionId equals m.Id
            where h.CommunityId == r.Caller.CommunityId && h.PersonId == r.Caller.PersonId && held.Contains(h.Holding) && !EF.Constant(Mission.EndStates).Contains(m.State)
            orderby m.Id
            select m).Distinct().Take(MostRoles).AsNoTracking().ToListAsync(ct);
    }
}
