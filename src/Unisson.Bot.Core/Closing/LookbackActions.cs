using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Kernel;
using Unisson.Bot.Missions;

namespace Unisson.Bot.Closing;

/// <summary>Answers to a look back; the row is the question, and the team of the mission can press.</summary>
public static class LookbackActions
{
    public static ActionSpec Yes { get; } = Of("lookback-yes", LinkLives.Yes);

    public static ActionSpec ALittle { get; } = Of("lookback-a-little", LinkLives.ALittle);

    public static ActionSpec No { get; } = Of("lookback-no", LinkLives.No);

    public static IReadOnlyList<ActionSpec> All { get; } = [Yes, ALittle, No];

    private static ActionSpec Of(string name, LinkLives answer) => new(name, "mission lookback", async (db, caller, row, ct) =>
    {
        var found = await (
            from l in db.Lookbacks
            join m in db.Missions.InTeamOf(caller.CommunityId, caller.PersonId) on l.MissionId equals m.Id
            join c in db.Commons on l.CommonId equals c.Id
            where l.Id == row && l.CommunityId == caller.CommunityId

                // Once a later one was asked, an older question is past: its buttons must not answer the later one.
                && !db.Lookbacks.Any(o => o.CommunityId == l.CommunityId && o.MissionId == l.MissionId && o.CommonId == l.CommonId && o.DueAt > l.DueAt && o.AskedAt != null)
            select new { m.Label, c.Slug }).FirstOrDefaultAsync(ct);
        return found is null ? null : new CommandLine("mission lookback", ("mission", found.Label), ("common", found.Slug), ("answer", ClosingChoices.Answer.English(answer)));
    });
}
