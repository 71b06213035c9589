using System.Collections.Concurrent;
using Unisson.Bot.Deliveries;
using Unisson.Bot.Kernel;
using Unisson.Discord;

namespace Unisson.Bot.Discord;

/// <summary>
/// Private messages that found no way come with their person's next command. Each counts as sent once Discord took it: a follow-up has no nonce
/// (Discord's page "Webhooks"), so that one which left just before the end of the program comes again, and says that it may; none is lost.
/// </summary>
internal sealed class ParkedMessages(DiscordParts parts)
{
    /// <summary>People who are just being shown what waited.</summary>
    private readonly ConcurrentDictionary<long, bool> _shown = [];

    public async Task ShowAsync(Interaction interaction, long person, CancellationToken ct)
    {
        if (!_shown.TryAdd(person, true))
        {
            return;
        }

        try
        {
            if (await WaitsAsync(person, ct))
            {
                await ShowAllAsync(interaction, await OfAsync(interaction, person, ct), ct);
            }
        }
        finally
        {
            _shown.TryRemove(person, out _);
        }
    }

    private async Task<bool> WaitsAsync(long person, CancellationToken ct)
    {
        await using var db = parts.Bot.Store.Read();
        return await db.WaitsAsync(DiscordDoor.Name, person, ct);
    }

    private Task<IReadOnlyList<Waited>> OfAsync(Interaction interaction, long person, CancellationToken ct)
    {
        var say = new Say(Locales.Of(interaction.Locale), NodaTime.DateTimeZone.Utc, parts.Bot.Time.GetUtcNow());
        return parts.Bot.Store.Writer.WriteAsync(async scope =>
        {
            var waited = await Waiting.OfAsync(scope.Db, DiscordDoor.Name, person, say, ct);
            await scope.Db.SaveChangesAsync(ct);
            return waited;
        });
    }

    private async Task ShowAllAsync(Interaction interaction, IReadOnlyList<Waited> waited, CancellationToken ct)
    {
        foreach (var (row, reply) in waited)
        {
            if (row is { } leaving)
            {
                await parts.Bot.Store.Writer.WriteAsync(scope => Waiting.TriesAsync(scope.Db, leaving, parts.Bot.Time.GetUtcNow(), ct));
            }

            if (!await parts.Answers.LeavesAsync(() => parts.Rest.CreateFollowUpAsync(parts.Application, interaction.Token, Messages.Private(parts.Bot.Catalogue.Shown(reply)), ct)))
            {
                return;
            }

            if (row is { } id)
            {
                await parts.Bot.Store.Writer.WriteAsync(scope => Waiting.ShownAsync(scope.Db, id, parts.Bot.Time.GetUtcNow(), CancellationToken.None));
            }
        }
    }
}
