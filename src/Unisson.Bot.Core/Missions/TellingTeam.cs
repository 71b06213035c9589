using Unisson.Bot.Commoners;
using Unisson.Bot.Deliveries;
using Unisson.Bot.Digests;
using Unisson.Bot.Kernel;
using Unisson.Bot.Storage;

namespace Unisson.Bot.Missions;

/// <summary>Private words to the people of a mission, each in their own language; whoever left the community hears nothing of it any more.</summary>
internal static class TellingTeam
{
    /// <summary>Whom news about people goes to: who coordinates, else all who are in a role.</summary>
    public static IEnumerable<long> Coordination(Mission mission, long except)
    {
        var active = mission.Holders.Where(h => h.Holding is Holding.Active or Holding.Selected).ToList();
        var coordinators = active.Where(h => h.Role == RoleKind.Coordinator).ToList();
        return (coordinators.Count > 0 ? coordinators : active).Select(h => h.PersonId).Where(p => p != except).Distinct();
    }

    /// <summary>Everybody who takes part in the work.</summary>
    public static IEnumerable<long> Everybody(Mission mission, long except)
        => mission.Holders.Where(h => h.IsHeld && h.PersonId != except).Select(h => h.PersonId).Distinct();

    /// <summary>What happened: with their next digest, but for what rings.</summary>
    public static Task TellAsync(BotDb db, Mission mission, IEnumerable<long> people, Func<Say, Reply> message, DateTimeOffset now, CancellationToken ct)
        => EachAsync(db, mission, people, message, now, (person, reply) => TellingNews.TellAsync(db, mission.CommunityId, person, MissionCard.Subject(mission), reply, now, ct), ct);

    /// <summary>What changes their work: at once, though it rings nobody.</summary>
    public static Task TellAtOnceAsync(BotDb db, Mission mission, IEnumerable<long> people, Func<Say, Reply> message, DateTimeOffset now, CancellationToken ct)
        => EachAsync(db, mission, people, message, now, (person, reply) => Outbox.ToPersonAsync(db, mission.CommunityId, person, MissionCard.Subject(mission), reply, now, null, null, ct), ct);

    private static async Task EachAsync(
        BotDb db, Mission mission, IEnumerable<long> people, Func<Say, Reply> message, DateTimeOffset now, Func<long, Reply, Task> tell, CancellationToken ct)
    {
        var all = people.ToList();
        var here = await db.StillMembersAsync(mission.CommunityId, all, ct);
        foreach (var person in all.Where(here.Contains))
        {
            await tell(person, message(await Outbox.SayToAsync(db, person, mission.CommunityId, now, ct)));
        }
    }
}
