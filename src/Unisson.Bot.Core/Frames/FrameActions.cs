using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Commoners;
using Unisson.Bot.Kernel;
using Unisson.Bot.Missions;

namespace Unisson.Bot.Frames;

/// <summary>Gestures about somebody's role and its scope; the row is the holder's.</summary>
public static class FrameActions
{
    /// <summary>« Je prends ce rôle ».</summary>
    public static ActionSpec Take { get; } = Own("role-take", "mission accept");

    /// <summary>« D’accord », by the holder.</summary>
    public static ActionSpec Agree { get; } = Own("frame-agree", "mission accept");

    /// <summary>« Pas cette fois ».</summary>
    public static ActionSpec No { get; } = Own("role-no", "mission leave");

    /// <summary>« D’accord », by the others of the team.</summary>
    public static ActionSpec AgreeFor { get; } = new("frame-agree-for", "mission assign", async (db, caller, row, ct) =>
    {
        var found = await (
            from h in db.RoleHolders
            join m in db.Missions.InTeamOf(caller.CommunityId, caller.PersonId) on h.MissionId equals m.Id
            where h.Id == row && h.CommunityId == caller.CommunityId
            select new { m.Label, h.PersonId, h.Role }).FirstOrDefaultAsync(ct);
        return found is not null && await FindingPeople.AccountAsync(db, caller, found.PersonId, ct) is { } account
            ? new CommandLine("mission assign", ("mission", found.Label), ("person", account), ("role", MissionChoices.Role.English(found.Role)))
            : null;
    });

    public static IReadOnlyList<ActionSpec> All { get; } = [Take, Agree, No, AgreeFor];

    /// <summary>The line that writes somebody's scope and terms.</summary>
    internal static string Line(Request r, Mission mission, string person, RoleKind role) => r.Catalogue["mission assign"].Write(
        new CommandLine("mission assign", ("mission", mission.Label), ("person", person), ("role", MissionChoices.Role.Label(role, r.Say)), ("scope", CommandLine.Blank)), r.Caller.Language);

    private static ActionSpec Own(string name, string path) => new(name, path, async (db, caller, row, ct) =>
        await db.RoleHolders.Where(h => h.Id == row && h.CommunityId == caller.CommunityId && h.PersonId == caller.PersonId && h.Holding != Holding.HandedBack)
            .Join(db.Missions, h => h.MissionId, m => m.Id, (h, m) => new { Mission = m, h.Role }).FirstOrDefaultAsync(ct) is { } found
            ? new CommandLine(path, ("mission", found.Mission.Label), ("role", MissionChoices.Role.English(found.Role)))
            : null);
}
