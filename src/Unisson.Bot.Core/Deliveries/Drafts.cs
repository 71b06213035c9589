using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Kernel;
using Unisson.Bot.Storage;

namespace Unisson.Bot.Deliveries;

/// <summary>
/// Lines kept for a gesture: a preview to send, a choice among lines. Good for 15 minutes; after that the gesture says what to type. Those that
/// were offered together go together: sending one of them takes the others away, so that nothing leaves twice.
/// </summary>
public static class Drafts
{
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(15), Kept = TimeSpan.FromDays(1);

    /// <summary>Runs the line.</summary>
    public static ActionSpec Send { get; } = new("draft", null, TakeAsync) { Over = OverAsync };

    /// <summary>Gives the line back, to be changed.</summary>
    public static ActionSpec Change { get; } = new("change", null, LookAsync) { Edits = true, Over = OverAsync };

    /// <summary>Keeps lines that are offered together; their ids are in order.</summary>
    public static async Task<IReadOnlyList<long>> KeepAsync(Request r, IReadOnlyList<CommandLine> lines, CancellationToken ct)
    {
        var old = r.Now - Kept;
        await r.Db.Drafts.Where(d => d.Until < old).ExecuteDeleteAsync(ct);
        var drafts = lines.Select(line => new Draft
        {
            PersonId = r.Caller.PersonId,
            CommunityId = r.Caller.CommunityId,
            Line = JsonSerializer.Serialize(line, KernelJson.Default.CommandLine),
            Until = r.Now + Life,
        }).ToList();
        r.Db.Drafts.AddRange(drafts);
        await r.Db.SaveChangesAsync(ct);
        return drafts.ConvertAll(d => d.Id);
    }

    private static async Task<CommandLine?> TakeAsync(BotDb db, Caller caller, long id, CancellationToken ct)
    {
        if (await OwnAsync(db, caller, id, ct) is not { } draft)
        {
            return null;
        }

        db.Drafts.RemoveRange(await db.Drafts.Where(d => d.Until == draft.Until && d.PersonId == draft.PersonId).ToListAsync(ct));
        return Read(draft);
    }

    private static async Task<CommandLine?> LookAsync(BotDb db, Caller caller, long id, CancellationToken ct)
        => await OwnAsync(db, caller, id, ct) is { } draft ? Read(draft) : null;

    private static async Task<Refusal?> OverAsync(BotDb db, Caller caller, long id, DateTimeOffset now, CancellationToken ct)
        => await OwnAsync(db, caller, id, ct) is { } draft && draft.Until < now ? new Refusal("draft.expired") { Mend = Read(draft) } : null;

    private static Task<Draft?> OwnAsync(BotDb db, Caller caller, long id, CancellationToken ct)
        => db.Drafts.FirstOrDefaultAsync(d => d.Id == id && d.PersonId == caller.PersonId && d.CommunityId == caller.CommunityId, ct);

    private static CommandLine Read(Draft draft) => JsonSerializer.Deserialize(draft.Line, KernelJson.Default.CommandLine)!;
}
