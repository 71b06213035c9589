using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Kernel;

namespace Unisson.Bot.Concerns;

/// <summary>Gestures about a concern; the row is the concern, and only the guarantor who hears it can press.</summary>
public static class ConcernActions
{
    /// <summary>« Nous en avons parlé ».</summary>
    public static ActionSpec Answered { get; } = new("concern-answered", "mission concern", async (db, caller, row, ct) =>
        await db.Concerns.Where(c => c.Id == row && c.CommunityId == caller.CommunityId && c.GuarantorId == caller.PersonId)
            .Join(db.Accounts.Where(a => a.Door == caller.Door), c => c.PersonId, a => a.PersonId, (c, a) => new { c.MissionId, a.ExternalId }).FirstOrDefaultAsync(ct) is { } found
            ? new CommandLine("mission concern", ("mission", await db.Missions.Where(m => m.Id == found.MissionId).Select(m => m.Label).FirstAsync(ct)), ("person", found.ExternalId))
            : null);

    public static IReadOnlyList<ActionSpec> All { get; } = [Answered];
}
