using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Unisson.Bot.Communities;
using Unisson.Bot.Deliveries;
using Unisson.Bot.Kernel;
using Unisson.Bot.Storage;
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
    private readonly ParkedMessages _parked = new(parts);
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
        if (answer.PersonId is { } person)
        {
            await KeepAsync(person, key, answer.Reply, ct);
        }
    }

    public async Task KeepAsync(long person, string key, Reply reply, CancellationToken ct)
    {
        if (!await InPrivateAsync(person, key, reply, ct))
        {
            Waits(key, person);
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

        await _parked.ShowAsync(interaction, person, ct);
    }

    /// <summary>The answer of this delivery left, and may leave again if the next commit does not come: it does no harm.</summary>
    public void Seen(string key)
    {
        _seen.Enqueue(key);
        if (Interlocked.Exchange(ref _isStoring, 1) == 0)
        {
            parts.Bot.Store.Writer.WithNextCommit(StoreAsync);
        }
    }

    /// <summary>The person's own language, else the one their Discord has; English where neither is known.</summary>
    public static async Task<Language> LanguageOfAsync(BotDb db, long person, CancellationToken ct)
        => await db.People.Where(p => p.Id == person).Select(p => p.Language ?? p.LanguageGuess).FirstOrDefaultAsync(ct) ?? Language.English;

    private async Task ShowAnswersAsync(Interaction interaction, long person, CancellationToken ct)
    {
        List<(string Key, string Reply)> rows;
        await using (var db = parts.Bot.Store.Read())
        {
            rows = await db.UnseenAsync(DiscordDoor.Name, person, interaction.Id.ToString(), ct);
        }

        var language = Locales.Of(interaction.Locale);
        foreach (var (key, stored) in rows.Where(r => _waiting.TryRemove(r.Key, out _)))
        {
            var reply = JsonSerializer.Deserialize(stored, KernelJson.Default.Reply)!;
            var told = reply with { First = Say.In(language)["discord.unseen"], Lines = [reply.First, .. reply.Lines] };
            if (!await parts.Answers.LeavesAsync(() => parts.Rest.CreateFollowUpAsync(parts.Application, interaction.Token, Messages.Private(Answering.WithFill(parts.Bot.Catalogue.Shown(told), language)), ct)))
            {
                Waits(key, person);
                return;
            }

            await SeenAsync(key);
        }
    }

    private async Task<bool> InPrivateAsync(long person, string key, Reply reply, CancellationToken ct)
    {
        string? channel;
        Language language;
        await using (var db = parts.Bot.Store.Read())
        {
            channel = await db.Accounts.Where(a => a.Door == DiscordDoor.Name && a.PersonId == person && a.IsReachable).Select(a => a.PrivateChannel).FirstOrDefaultAsync(ct);
            language = await LanguageOfAsync(db, person, ct);
        }

        if (!Snowflake.TryParse(channel, out var to))
        {
            return false;
        }

        try
        {
            await parts.Rest.CreateMessageAsync(to, Messages.Of(Answering.WithFill(reply, language)) with { Nonce = key }, ct);
            await SeenAsync(key);
            return true;
        }
        catch (DiscordException)
        {
            return false;
        }
    }

    private void Waits(string key, long person)
    {
        _waiting[key] = person;
        LogWaits();
    }

    /// <summary>What cannot be said by an edit would be said twice, so that it is stored at once.</summary>
    private Task SeenAsync(string key) => parts.Bot.Store.Writer.WriteAsync(scope => scope.Db.AnsweredAsync(DiscordDoor.Name, key, parts.Bot.Time.GetUtcNow(), CancellationToken.None));

    private async Task StoreAsync(WriteScope scope)
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
