using System.Text.Json;
using Unisson.Bot.Kernel;
using Unisson.Bot.Storage;

namespace Unisson.Bot.Terminal;

/// <summary>Answers that were stored and perhaps never seen, because the program ended in between: each is shown with that person's next line.</summary>
internal sealed class Unseen(Store store)
{
    private readonly HashSet<long> _asked = [];

    /// <summary>The answers of earlier starts to this person, oldest first; asked once a start.</summary>
    /// <param name="current">The delivery that is being answered now.</param>
    public async Task<IReadOnlyList<(string Key, Reply Reply)>> TakeAsync(long personId, string current, CancellationToken ct)
    {
        if (!_asked.Add(personId))
        {
            return [];
        }

        await using var db = store.Read();
        var rows = await db.UnseenAsync(Conversation.Door, personId, current, ct);
        return rows.ConvertAll(r => (r.Key, JsonSerializer.Deserialize(r.Reply, KernelJson.Default.Reply)!));
    }

    /// <summary>Marks answers as seen, in the next group commit.</summary>
    public void Seen(IReadOnlyList<string> keys, DateTimeOffset now) => store.Writer.WithNextCommit(async scope =>
    {
        foreach (var key in keys)
        {
            await scope.Db.AnsweredAsync(Conversation.Door, key, now, CancellationToken.None);
        }
    });
}
