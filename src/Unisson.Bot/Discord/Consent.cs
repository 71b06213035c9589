using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Deliveries;
using Unisson.Bot.Kernel;
using Unisson.Bot.Storage;
using Unisson.Discord;

namespace Unisson.Bot.Discord;

/// <summary>
/// Opens the private channel with a person at their own tap, with a first message: when they say that they may be asked, or ask to be reminded.
/// </summary>
internal sealed class Consent(DiscordParts parts, PrivateChannels channels)
{
    private static readonly HashSet<string> Taps = new(StringComparer.Ordinal) { "availability set", "availability resume", "reminder add" };

    public async Task AfterAsync(string path, Answer answer, Interaction interaction, long community, CancellationToken ct)
    {
        if (!Taps.Contains(path) || answer.Reply.Refused is not null || answer.PersonId is not { } person || !await WantsAsync(path, person, community, ct))
        {
            return;
        }

        var (account, say) = (interaction.Invoker!.Id.ToString(), Say.In(Locales.Of(interaction.Locale)));
        var reaches = false;
        await parts.Answers.LeavesAsync(async () => reaches = await channels.OpenAsync(account, community, FirstAsync, ct));
        if (!reaches)
        {
            await parts.Answers.LeavesAsync(() => parts.Rest.CreateFollowUpAsync(parts.Application, interaction.Token, Messages.Private(new Reply(say["discord.no-private"])), ct));
        }

        async Task FirstAsync(BotDb db)
        {
            var now = parts.Bot.Time.GetUtcNow();
            var to = await Outbox.SayToAsync(db, person, community, now, ct);
            await Outbox.ToPersonAsync(db, community, person, $"private:{person}", new Reply(to["discord.private"]), now, notBefore: now, askId: null, ct);
        }
    }

    /// <summary>Whether there is something to say to them in private, and no way yet.</summary>
    private async Task<bool> WantsAsync(string path, long person, long community, CancellationToken ct)
    {
        await using var db = parts.Bot.Store.Read();
        return await db.Accounts.AnyAsync(a => a.PersonId == person && a.Door == DiscordDoor.Name && !a.IsReachable, ct)
            && (path == "reminder add" || (await db.Memberships.FindAsync([community, person], ct))?.Asks > 0);
    }
}
