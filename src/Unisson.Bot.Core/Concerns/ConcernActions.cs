using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Commoners;
using Unisson.Bot.Kernel;

namespace Unisson.Bot.Concerns;

/// <summary>Gestures about a concern; the row is the concern, and only the guarantor who hears it can press.</summary>
public static class ConcernActions
{
    /// <summary>« Nous en avons parlé ».</summary>
    public static ActionSpec Answered { get; } = new("concern-answered", "mission concern", async (db, caller, row, ct) =>
        await db.Concerns.FirstOrDefaultAsync(c => c.Id == row && c.CommunityId == caller.CommunityId && c.GuarantorId == caller.PersonId, ct) is { } found
        && await FindingPeople.AccountAsync(db, caller, found.PersonId, ct) is { } account
            ? new CommandLine("mission concern", ("mission", await db.Missions.Where(m => m.Id == found.MissionId).Select(m => m.Label).FirstAsync(ct)), ("person", account))
            : null);

    public static IReadOnlyList<ActionSpec> All { get; } = [Answered];
}
