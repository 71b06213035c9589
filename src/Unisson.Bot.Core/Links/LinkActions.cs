using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Kernel;

namespace Unisson.Bot.Links;

/// <summary>The yes of who made a code. The row is the code.</summary>
internal static class LinkActions
{
    public static ActionSpec Mine { get; } = Of("link-mine", "my link");

    public static ActionSpec Ours { get; } = Of("link-ours", "setup link");

    public static IReadOnlyList<ActionSpec> All { get; } = [Mine, Ours];

    private static ActionSpec Of(string name, string path) => new(name, path, async (db, caller, row, ct)
        => await db.LinkCodes.FirstOrDefaultAsync(c => c.Id == row && c.PersonId == caller.PersonId, ct) is { } code ? new CommandLine(path, ("code", code.Code)) : null);
}
