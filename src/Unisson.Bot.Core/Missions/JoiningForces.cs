using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Kernel;

namespace Unisson.Bot.Missions;

/// <summary>
/// One of a team proposes to another team to answer as a group. Whoever is of a private mission comes forward in their own name: of their
/// mission nothing is said, neither title, number nor sponsor, and who else is in it.
/// </summary>
internal static class JoiningForces
{
    /// <summary>Refusals: <c>mission.together.itself</c>, <c>standing.team</c>, <c>mission.over</c>, <c>mission.together.own</c>, <c>mission.together.known</c>.</summary>
    public static async Task<Result<Reply>> ProposeAsync(Request r, Mission mission, Mission other, CancellationToken ct)
    {
        if (await RefusedAsync(r, mission, other, ct) is { } refusal)
        {
            return refusal;
        }

        Journal.Write(r.Db, other, r.Caller.PersonId, Journal.Proposed, null, r.Now);
        await TellingTeam.TellAtOnceAsync(r.Db, other, TellingTeam.Coordination(other, r.Caller.PersonId), say => Proposed(say, r, mission, other), r.Now, ct);
        if (other.Visibility != Visibility.Private)
        {
            await TellingTeam.TellAsync(r.Db, mission, TellingTeam.Everybody(mission, r.Caller.PersonId), say => OwnTeam(say, r, mission, other), r.Now, ct);
        }

        return new Reply(r.Say["mission.together.sent", other.ShortTitle, other.Label])
        {
            Lines = [r.Say[mission.Visibility == Visibility.Private ? "mission.together.sent-name" : "mission.together.sent-mission", mission.Label], r.Say["mission.like.together-first"]],
            Actions = [MissionActions.Show.On(other.Id, r.Say["mission.like.show", other.Label])],
        };
    }

    private static async Task<Refusal?> RefusedAsync(Request r, Mission mission, Mission other, CancellationToken ct)
    {
        if (mission.Id == other.Id)
        {
            return new Refusal("mission.together.itself", mission.ShortTitle, mission.Label) { Mend = new CommandLine(MissionSimilar.Spec.Path, ("mission", mission.Label)) };
        }

        if (!mission.HasInTeam(r.Caller.PersonId))
        {
            return new Refusal("standing.team", mission.Title, mission.Label);
        }

        if (mission.IsOver || other.IsOver)
        {
            return (mission.IsOver ? mission : other).Over();
        }

        return TellingTeam.Coordination(other, r.Caller.PersonId).Any() ? await KnownAsync(r, mission, other, ct) : new Refusal("mission.together.own", other.ShortTitle, other.Label);
    }

    /// <summary>It was proposed already, by the caller or by another of the same team.</summary>
    private static async Task<Refusal?> KnownAsync(Request r, Mission mission, Mission other, CancellationToken ct)
    {
        var team = mission.Holders.Where(h => mission.HasInTeam(h.PersonId)).Select(h => h.PersonId).Append(r.Caller.PersonId).Distinct().ToList();
        var known = await r.Db.Journal.AnyAsync(j => j.CommunityId == other.CommunityId && j.MissionId == other.Id && j.What == Journal.Proposed && team.Contains(j.PersonId), ct);
        return known ? new Refusal("mission.together.known", other.ShortTitle, other.Label) : null;
    }

    /// <summary>Somebody waits for an answer, so that it rings.</summary>
    private static Reply Proposed(Say say, Request r, Mission mission, Mission other)
    {
        var isPrivate = mission.Visibility == Visibility.Private;
        return new Reply(say["mission.together.told", r.Caller.Name.Cut(32), other.ShortTitle, other.Label])
        {
            Lines = [isPrivate ? say["mission.together.told-name", r.Caller.Name.Cut(32)] : say["mission.together.told-mission", mission.Title, mission.Label], say["mission.like.together-first"]],
            Actions = isPrivate ? [] : [MissionActions.Show.On(mission.Id, say["mission.like.show", mission.Label])],
            Loudness = Loudness.Ping,
        };
    }

    private static Reply OwnTeam(Say say, Request r, Mission mission, Mission other) => new(say["mission.together.own-team", r.Caller.Name.Cut(32), other.ShortTitle, other.Label, mission.ShortTitle, mission.Label])
    {
        Actions = [MissionActions.Show.On(other.Id, say["mission.like.show", other.Label])],
    };
}
