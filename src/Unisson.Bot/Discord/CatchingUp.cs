using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Kernel;
using Unisson.Discord;

namespace Unisson.Bot.Discord;

/// <summary>After a start: answers that were stored before, and perhaps never left, are given (rule 16).</summary>
internal sealed class CatchingUp(DiscordParts parts)
{
    /// <summary>What was stored before this start and perhaps never left; to be asked before anything new is heard.</summary>
    public async Task<IReadOnlyList<InboxAnswer>> OfEarlierAsync(CancellationToken ct)
    {
        await using var db = parts.Bot.Store.Read();
        return await db.Inbox.Where(i => i.Door == DiscordDoor.Name && i.AnsweredAt == null && i.Reply != null).OrderBy(i => i.At)
            .Select(i => new InboxAnswer(i.Key, i.PersonId, i.Reply!, i.Way)).ToListAsync(ct);
    }

    /// <summary>At a start: gives it by the interaction's own way while that lives, else in private, else later.</summary>
    public async Task RunAsync(IReadOnlyList<InboxAnswer> earlier, CancellationToken ct)
    {
        foreach (var row in earlier)
        {
            var reply = parts.Bot.Catalogue.Shown(JsonSerializer.Deserialize(row.Reply, KernelJson.Default.Reply)!);
            if (await ByItsWayAsync(row, reply, ct))
            {
                parts.Unseen.Seen(row.Key);
            }
            else
            {
                await parts.Unseen.KeepAsync(row.PersonId, row.Key, reply, ct);
            }
        }
    }

    /// <summary>A stored answer, and the secret way to give it.</summary>
    public sealed record InboxAnswer(string Key, long PersonId, string Reply, string? Way);

    private async Task<bool> ByItsWayAsync(InboxAnswer row, Reply reply, CancellationToken ct)
    {
        if (row.Way?.Split(':', 3) is not [var kind, var id, var token] || !Snowflake.TryParse(id, out var interaction))
        {
            return false;
        }

        Language language;
        await using (var db = parts.Bot.Store.Read())
        {
            language = await Unseen.LanguageOfAsync(db, row.PersonId, ct);
        }

        var message = Messages.Private(Answering.WithFill(reply, language));
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
}
