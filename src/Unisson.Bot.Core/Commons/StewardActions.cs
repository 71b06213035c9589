using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Kernel;

namespace Unisson.Bot.Commons;

/// <summary>The word of who was proposed to speak for a common. The row is the common, and only they can press.</summary>
public static class StewardActions
{
    /// <summary>« J’accepte ».</summary>
    public static ActionSpec Accept { get; } = new("steward-accept", CommonSteward.Spec.Path, async (db, caller, row, ct) =>
        await SlugAsync(db, caller, row, ct) is { } slug
        && await db.Accounts.Where(a => a.PersonId == caller.PersonId && a.Door == caller.Door).Select(a => a.ExternalId).FirstOrDefaultAsync(ct) is { } me
            ? new CommandLine(CommonSteward.Spec.Path, ("common", slug), ("person", me))
            : null);

    /// <summary>« Pas moi ».</summary>
    public static ActionSpec Decline { get; } = new("steward-decline", CommonSteward.Spec.Path, async (db, caller, row, ct) =>
        await SlugAsync(db, caller, row, ct) is { } slug ? new CommandLine(CommonSteward.Spec.Path, ("common", slug), ("person", CommonFields.Nothing)) : null);

    public static IReadOnlyList<ActionSpec> All { get; } = [Accept, Decline];

    private static Task<string?> SlugAsync(Storage.BotDb db, Caller caller, long row, CancellationToken ct)
        => db.Commons.Where(c => c.CommunityId == caller.CommunityId && c.Id == row && (c.ProposedStewardId == caller.PersonId || c.StewardId == caller.PersonId))
            .Select(c => (string?)c.Slug).FirstOrDefaultAsync(ct);
}
