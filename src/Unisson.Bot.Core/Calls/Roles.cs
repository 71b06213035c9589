using Unisson.Bot.Frames;
using Unisson.Bot.Kernel;
using Unisson.Bot.Missions;

namespace Unisson.Bot.Calls;

/// <summary>The role of the mission that a yes takes, as the mission's card and journal show it.</summary>
internal static class Roles
{
    /// <summary>Takes it up, or takes it up again; who is further already stays there.</summary>
    public static async Task TakeAsync(Request r, CallScene scene, Holding holding, CancellationToken ct)
    {
        var (mission, role) = (scene.Mission, scene.Call.Role);
        var holder = mission.Holders.Find(h => h.PersonId == r.Caller.PersonId && h.Role == role);
        if (holder is null)
        {
            holder = new RoleHolder { CommunityId = mission.CommunityId, MissionId = mission.Id, PersonId = r.Caller.PersonId, Role = role, Holding = Holding.HandedBack };
            mission.Holders.Add(holder);
        }

        if (holder.Holding is Holding.HandedBack or Holding.Candidate or Holding.Shadow)
        {
            (holder.Holding, holder.Since) = (holding, r.Now);
            await ChangedAsync(r, mission, role, holding == Holding.Candidate ? "applied" : "joined", ct);
        }
    }

    public static async Task HandBackAsync(Request r, CallScene scene, CancellationToken ct)
    {
        if (scene.Mission.Holders.Find(h => h.PersonId == r.Caller.PersonId && h.Role == scene.Call.Role && h.IsCurrent) is { } holder)
        {
            var what = holder.IsHeld ? "left" : "withdrew";
            (holder.Holding, holder.Since) = (Holding.HandedBack, r.Now);
            await FindingFrames.EndAsync(r.Db, scene.Mission, r.Caller.PersonId, [scene.Call.Role], r.Now, ct);
            await ChangedAsync(r, scene.Mission, scene.Call.Role, what, ct);
        }
    }

    private static async Task ChangedAsync(Request r, Mission mission, RoleKind role, string what, CancellationToken ct)
    {
        Journal.Write(r.Db, mission, r.Caller.PersonId, what, MissionChoices.Role.English(role), r.Now);
        await MissionChanged.AfterAsync(r.Db, mission, r.Caller.PersonId, onCard: what is "joined" or "left", r.Now, ct);
    }
}
