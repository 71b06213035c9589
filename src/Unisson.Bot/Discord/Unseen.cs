using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Unisson.Bot.Communities;
using Unisson.Bot.Deliveries;
using Unisson.Bot.Kernel;
using Unisson.Discord;

namespace Unisson.Bot.Discord;

/// <summary>
/// Answers survive (rule 16): which were seen to leave is stored with the next commit; one that found no way goes into the person's private
/// channel, else it comes first at their next command.
/// </summary>
internal sealed partial class Unseen(DiscordParts parts)
{
    /// <summary>Keys of answers that found no way, and whose they are; what is just being answered is not among them.</summary>
    private readonly ConcurrentDictionary<string, long> _waiting = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<string> _seen = [];
    private readonly ILogger _logger = parts.Logs.CreateLogger<Unseen>();
    private int _isStoring;

    /// <summary>The answer left.</summary>
    public void WasSeen(Answer answer, string key)
    {
        if (answer.IsStored)
        {
            Seen(key);
        }
    }

    /// <summary>The answer found no way out of the interaction.</summary>
    public async Task KeepAsync(Answer answer, string key, CancellationToken ct)
    {
        if (answer.PersonId is { } person && !await InPrivateAsync(person, key, answer.Reply, ct))
        {
            _waiting[key] = person;
            LogWaits();
        }
    }

    /// <summary>Shows what this person has not seen yet, after the answer to what they just did.</summary>
    public async Task ShowEarlierAsync(Interaction interaction, Answer answer, CancellationToken ct)
    {
        if (answer.PersonId is not { } person)
        {
            return;
        }

        if (!_waiting.IsEmpty && _waiting.Any(w => w.Value == person))
        {
            await ShowAnswersAsync(interaction, person, ct);
        }

        bool waits;
        await using (var db = parts.Bot.Store.Read())
        {
            waits = await db.WaitsAsync(DiscordDoor.Name, person, ct);
        }

        if (waits)
        {
            await ShowMessagesAsync(interaction, person, ct);
        }
    }

    private async Task ShowAnswersAsync(Interaction interaction, long person, CancellationToken ct)
    {
        List<(string Key, string Reply)> rows;
        await using (var db = parts.Bot.Store.Read())
        {
            rows = await db.UnseenAsync(DiscordDoor.Name, person, interaction.Id.ToString(), ct);
        }

        var say = Say.In(Locales.Of(interaction.Locale));
        foreach (var (key, stored) in rows.Where(r => _waiting.TryRemove(r.Key, out _)))
        {
            var reply = JsonSerializer.Deserialize(stored, KernelJson.Default.Reply)!;
            var told = reply with { First = say["discord.unseen"], Lines = [reply.First, .. reply.Lines] };
            if (!await parts.Answers.LeavesAsync(() => parts.Rest.CreateFollowUpAsync(parts.Application, interaction.Token, Messages.Private(parts.Bot.Catalogue.Shown(told)), ct)))
            {
                _waiting[key] = person;
                LogWaits();
                return;
            }

            await SeenAsync(key);
        }
    }

    /// <summary>What was to be said to them in private, and found no way.</summary>
    private async Task ShowMessagesAsync(Interaction interaction, long person, CancellationToken ct)
    {
        var say = new Say(Locales.Of(interaction.Locale), NodaTime.DateTimeZone.Utc, parts.Bot.Time.GetUtcNow());
        var replies = await parts.Bot.Store.Writer.WriteAsync(async scope =>
        {
            var taken = await Waiting.TakeAsync(scope.Db, DiscordDoor.Name, person, say, ct);
            await scope.Db.SaveChangesAsync(ct);
            return taken;
        });
        foreach (var reply in replies)
        {
            await parts.Rest.CreateFollowUpAsync(parts.Application, interaction.Token, Messages.Private(parts.Bot.Catalogue.Shown(reply)), ct);
        }
    }

    /// <summary>What was stored before this start and perhaps never left; to be asked before anything new is heard.</summary>
    public async Task<IReadOnlyList<InboxAnswer>> OfEarlierAsync(CancellationToken ct)
    {
        await using var db = parts.Bot.Store.Read();
        return await db.Inbox.Where(i => i.Door == DiscordDoor.Name && i.AnsweredAt == null && i.Reply != null).OrderBy(i => i.At)
            .Select(i => new InboxAnswer(i.Key, i.PersonId, i.Reply!, i.Way)).ToListAsync(ct);
    }

    /// <summary>At a start: gives it by the interaction's own way while that lives, else in private, else later.</summary>
    public async Task CatchUpAsync(IReadOnlyList<InboxAnswer> earlier, CancellationToken ct)
    {
        foreach (var row in earlier)
        {
            var reply = parts.Bot.Catalogue.Shown(JsonSerializer.Deserialize(row.Reply, KernelJson.Default.Reply)!);
            if (await ByItsWayAsync(row.Way, reply, ct))
            {
                Seen(row.Key);
            }
            else if (!await InPrivateAsync(row.PersonId, row.Key, reply, ct))
            {
                _waiting[row.Key] = row.PersonId;
            }
        }
    }

    /// <summary>A stored answer, and the secret way to give it.</summary>
    public sealed record InboxAnswer(string Key, long PersonId, string Reply, string? Way);

    private async Task<bool> ByItsWayAsync(string? way, Reply reply, CancellationToken ct)
    {
        if (way?.Split(':', 3) is not [var kind, var id, var token] || !Snowflake.TryParse(id, out var interaction))
        {
            return false;
        }

        var message = Messages.Private(Answering.WithFill(reply, Language.English));
        try
        {
            if (parts.Bot.Time.GetUtcNow() - interaction.CreatedAt < TimeSpan.FromSeconds(3))
            {
                await RespondAsync(interaction, token, kind == "u" && reply.Refused is null ? InteractionResponse.Update(MessageEdit.To(message)) : InteractionResponse.Reply(message), ct);
            }

            // The same again where it had left already: an edit says nothing twice.
            await parts.Rest.EditOriginalResponseAsync(parts.Application, token, MessageEdit.To(message), ct);
            return true;
        }
        catch (DiscordException)
        {
            return false;
        }
    }

    private async Task RespondAsync(Snowflake interaction, string token, InteractionResponse response, CancellationToken ct)
    {
        try
        {
            await parts.Rest.RespondAsync(interaction, token, response, ct);
        }
        catch (DiscordException error) when (error.Code == DiscordErrors.AlreadyAcknowledged)
        {
            // It had left before the end, or was announced.
        }
    }

    private async Task<bool> InPrivateAsync(long person, string key, Reply reply, CancellationToken ct)
    {
        string? channel;
        await using (var db = parts.Bot.Store.Read())
        {
            channel = await db.Accounts.Where(a => a.Door == DiscordDoor.Name && a.PersonId == person && a.IsReachable).Select(a => a.PrivateChannel).FirstOrDefaultAsync(ct);
        }

        if (!Snowflake.TryParse(channel, out var to))
        {
            return false;
        }

        try
        {
            await parts.Rest.CreateMessageAsync(to, Messages.Of(Answering.WithFill(reply, Language.English)) with { Nonce = key }, ct);
            await SeenAsync(key);
            return true;
        }
        catch (DiscordException)
        {
            return false;
        }
    }

    /// <summary>What cannot be said by an edit would be said twice, so that it is stored at once.</summary>
    private Task SeenAsync(string key) => parts.Bot.Store.Writer.WriteAsync(scope => scope.Db.AnsweredAsync(DiscordDoor.Name, key, parts.Bot.Time.GetUtcNow(), CancellationToken.None));

    private void Seen(string key)
    {
        _seen.Enqueue(key);
        if (Interlocked.Exchange(ref _isStoring, 1) == 0)
        {
            parts.Bot.Store.Writer.WithNextCommit(StoreAsync);
        }
    }

    private async Task StoreAsync(Storage.WriteScope scope)
    {
        Volatile.Write(ref _isStoring, 0);
        var now = parts.Bot.Time.GetUtcNow();
        while (_seen.TryDequeue(out var key))
        {
            await scope.Db.AnsweredAsync(DiscordDoor.Name, key, now, CancellationToken.None);
        }
    }

    [LoggerMessage(LogLevel.Warning, "An answer waits for its person's next command")]
    private partial void LogWaits();
}
