using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Files;
using Unisson.Bot.Kernel;
using Unisson.Bot.Storage;

namespace Unisson.Bot.Deliveries;

/// <summary>Files kept between what was shown of them and the gesture that takes them in: as a draft of whoever gave them, a little longer than that gesture.</summary>
internal static class GivenFiles
{
    private const string Path = "file", Name = "name", Bytes = "bytes";

    private static readonly TimeSpan Life = TimeSpan.FromMinutes(20);

    public static async Task<KeptFile> KeepAsync(BotDb db, Caller caller, GivenFile file, DateTimeOffset now, CancellationToken ct)
    {
        await db.Drafts.Where(d => d.PersonId == caller.PersonId && d.Until < now).ExecuteDeleteAsync(ct);
        var line = new CommandLine(Path, (Name, file.Name), (Bytes, Convert.ToBase64String(file.Bytes.Span)));
        var draft = db.Drafts.Add(new Draft
        {
            PersonId = caller.PersonId,
            CommunityId = caller.CommunityId,
            Line = JsonSerializer.Serialize(line, KernelJson.Default.CommandLine),
            Until = now + Life,
        }).Entity;
        await db.SaveChangesAsync(ct);
        return KeptFile.Of(file.Name, draft.Id);
    }

    /// <summary>Refusals: <c>file.none</c> where the door found none, <c>file.gone</c> where it is somebody else's or was kept long enough.</summary>
    public static async Task<Result<GivenFile>> ReadAsync(Request r, KeptFile kept, CancellationToken ct)
        => await r.Db.Drafts.AsNoTracking().FirstOrDefaultAsync(d => d.Id == kept.Id && d.PersonId == r.Caller.PersonId && d.CommunityId == r.Caller.CommunityId && d.Until >= r.Now, ct) is { } draft
            && JsonSerializer.Deserialize(draft.Line, KernelJson.Default.CommandLine) is { Path: Path } line
            ? new GivenFile(line.Values[Name], Convert.FromBase64String(line.Values[Bytes]))
            : kept.Id == 0 ? new Refusal("file.none", kept.Name.Cut(60)) : new Refusal("file.gone", kept.Name.Cut(60));

    public static Task DropAsync(Request r, KeptFile kept, CancellationToken ct)
        => r.Db.Drafts.Where(d => d.Id == kept.Id && d.PersonId == r.Caller.PersonId).ExecuteDeleteAsync(ct);
}
