using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Deliveries;
using Unisson.Bot.Kernel;
using Unisson.Bot.Storage;
using Unisson.Matrix;

namespace Unisson.Bot.Matrix;

/// <summary>
/// Answers survive (rule 16): which left is stored with the next commit; the others leave again after a start, and are the same message, because
/// their transaction id is the event's.
/// </summary>
internal sealed class Answered(MatrixParts parts)
{
    /// <summary>For how long a homeserver surely knows a transaction id again.</summary>
    private static readonly TimeSpan Remembered = TimeSpan.FromMinutes(10);

    private readonly ConcurrentQueue<string> _seen = [];
    private int _isStoring;

    public void Seen(Answer answer, string key)
    {
        if (!answer.IsStored)
        {
            return;
        }

        _seen.Enqueue(key);
        if (Interlocked.Exchange(ref _isStoring, 1) == 0)
        {
            parts.Bot.Store.Writer.WithNextCommit(StoreAsync);
        }
    }

    /// <summary>Gives what an earlier start stored and did not see to leave.</summary>
    public Task GiveEarlierAsync(CancellationToken ct) => GiveAllAsync(null, ct);

    /// <summary>Gives what waited for a person's private room.</summary>
    public Task GiveEarlierAsync(long person, CancellationToken ct) => GiveAllAsync(person, ct);

    private async Task GiveAllAsync(long? person, CancellationToken ct)
    {
        List<Earlier> rows;
        var recent = parts.Bot.Time.GetUtcNow() - Remembered;
        await using (var db = parts.Bot.Store.Read())
        {
            // Where there is no private room yet, whoever asked was told so: after a while the homeserver would say it again.
            rows = await db.Inbox.Where(i => i.Door == MatrixDoor.Name && i.AnsweredAt == null && i.Reply != null && i.Way != null && (person == null || i.PersonId == person))
                .Where(i => i.At > recent || db.Accounts.Any(a => a.Door == MatrixDoor.Name && a.PersonId == i.PersonId && a.IsReachable))
                .OrderBy(i => i.At).Select(i => new Earlier(i.Key, i.PersonId, i.Reply!, i.Way!)).ToListAsync(ct);
        }

        foreach (var row in rows)
        {
            if (Way.Read(row.Way) is { } way)
            {
                await GiveAsync(row, way, ct);
            }
        }
    }

    private sealed record Earlier(string Key, long PersonId, string Reply, string Way);

    private async Task GiveAsync(Earlier row, Way way, CancellationToken ct)
    {
        var reply = parts.Bot.Catalogue.Shown(JsonSerializer.Deserialize(row.Reply, KernelJson.Default.Reply)!);
        string? account;
        await using (var db = parts.Bot.Store.Read())
        {
            account = await db.Accounts.Where(a => a.Door == MatrixDoor.Name && a.PersonId == row.PersonId).Select(a => a.ExternalId).FirstOrDefaultAsync(ct);
        }

        try
        {
            var isPrivate = await parts.Rooms.OfAsync(way.RoomId, ct) is { } room && room.IsPrivateWith(parts.Me);
            var own = isPrivate || !Speaking.IsOwn(way.Path, reply) ? null : account;
            var answer = new Answer(reply, row.PersonId) { IsStored = true };
            if (await parts.Speaking.GiveAsync(way.RoomId, row.Key, way.About, way.Thread, own, answer, null, ct))
            {
                Seen(answer, row.Key);
            }
        }
        catch (MatrixException error) when (error is not MatrixUnauthorizedException)
        {
            // The room is gone, or the homeserver away: the next start tries again.
        }
    }

    private async Task StoreAsync(WriteScope scope)
    {
        Volatile.Write(ref _isStoring, 0);
        var now = parts.Bot.Time.GetUtcNow();
        while (_seen.TryDequeue(out var key))
        {
            await scope.Db.AnsweredAsync(MatrixDoor.Name, key, now, CancellationToken.None);
        }
    }
}
