using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Commoners;
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
        return await KeepAsync(r.Db, r.Caller, lines, r.Now, ct);
    }

    /// <summary>Keeps the lines that a refusal offers.</summary>
    internal static async Task<IReadOnlyList<long>> KeepAsync(BotDb db, Caller caller, IEnumerable<CommandLine> lines, DateTimeOffset now, CancellationToken ct)
    {
        var drafts = lines.Select(line => Of(caller, line, now)).ToList();
        db.Drafts.AddRange(drafts);
        await db.SaveChangesAsync(ct);
        return drafts.ConvertAll(d => d.Id);
    }

    /// <summary>Keeps the line that mends a refusal.</summary>
    internal static async Task<long> KeepAsync(BotDb db, Caller caller, CommandLine line, DateTimeOffset now, CancellationToken ct)
    {
        var draft = db.Drafts.Add(Of(caller, line, now)).Entity;
        await db.SaveChangesAsync(ct);
        return draft.Id;
    }

    /// <summary>The line of a draft, for the form that completes it; null when it is gone or somebody else's.</summary>
    public static async Task<CommandLine?> LineAsync(BotDb db, long personId, long id, DateTimeOffset now, CancellationToken ct)
        => await db.Drafts.FirstOrDefaultAsync(d => d.Id == id && d.PersonId == personId, ct) is { } draft && draft.Until >= now ? Read(draft) : null;

    /// <summary>The line of a draft with what a form brought; null when it is gone, somebody else's or too old.</summary>
    internal static async Task<CommandLine?> FilledAsync(BotDb db, Caller caller, long id, CommandLine form, DateTimeOffset now, CancellationToken ct)
    {
        if (await OwnAsync(db, caller, id, ct) is not { } draft || draft.Until < now)
        {
            return null;
        }

        var begun = Read(draft);
        var kept = begun.Values.Where(v => v.Value != CommandLine.Blank);
        return begun with { Values = kept.Concat(form.Values).GroupBy(v => v.Key, StringComparer.Ordinal).ToDictionary(v => v.Key, v => v.Last().Value, StringComparer.Ordinal) };
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
        => await OwnAsync(db, caller, id, ct) is { } draft && draft.Until < now ? new Refusal("draft.expired") { Mend = await FindingPeople.ReadableAsync(db, caller, Read(draft), ct) } : null;

    private static Task<Draft?> OwnAsync(BotDb db, Caller caller, long id, CancellationToken ct)
        => db.Drafts.FirstOrDefaultAsync(d => d.Id == id && d.PersonId == caller.PersonId && d.CommunityId == caller.CommunityId, ct);

    private static Draft Of(Caller caller, CommandLine line, DateTimeOffset now) => new()
    {
        PersonId = caller.PersonId,
        CommunityId = caller.CommunityId,
        Line = JsonSerializer.Serialize(line, KernelJson.Default.CommandLine),
        Until = now + Life,
    };

    private static CommandLine Read(Draft draft) => JsonSerializer.Deserialize(draft.Line, KernelJson.Default.CommandLine)!;
}
