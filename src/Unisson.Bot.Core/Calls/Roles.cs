using Unisson.Bot.Missions;

namespace Unisson.Bot.Calls;

/// <summary>The role of the mission that a yes takes.</summary>
internal static class Roles
{
    /// <summary>Takes it up, or takes it up again; who is further already stays there.</summary>
    public static void Take(CallScene scene, long personId, Holding holding, DateTimeOffset now)
    {
        var holder = scene.Mission.Holders.Find(h => h.PersonId == personId && h.Role == scene.Call.Role);
        if (holder is null)
        {
            scene.Mission.Holders.Add(new RoleHolder { CommunityId = scene.Call.CommunityId, MissionId = scene.Mission.Id, PersonId = personId, Role = scene.Call.Role, Holding = holding, Since = now });
        }
        else if (holder.Holding is Holding.HandedBack or Holding.Candidate or Holding.Shadow)
        {
            (holder.Holding, holder.Since) = (holding, now);
        }
    }

    public static void HandBack(CallScene scene, long personId, DateTimeOffset now)
    {
        if (scene.Mission.Holders.Find(h => h.PersonId == personId && h.Role == scene.Call.Role) is { } holder)
        {
            (holder.Holding, holder.Since) = (Holding.HandedBack, now);
        }
    }
}
