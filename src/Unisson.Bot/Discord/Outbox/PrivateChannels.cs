using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Deliveries;
using Unisson.Bot.Storage;
using Unisson.Discord;

namespace Unisson.Bot.Discord;

/// <summary>Begins private conversations, only at the tap of the person themselves: bots that do so on their own are quarantined.</summary>
internal sealed class PrivateChannels(Store store, DiscordRest rest, TimeProvider time)
{
    /// <summary>
    /// The private channel with a person of this account, kept with it. Whether messages reach them there tells the first message: false here
    /// only means that Discord lets none begin now, of which admins are told once.
    /// </summary>
    /// <exception cref="DiscordException">Discord failed otherwise.</exception>
    /// <param name="first">Puts the first message into the outbox, in the transaction that opens the conversation; not called when another gesture opened it meanwhile.</param>
    public async Task<bool> OpenAsync(string account, long communityId, Func<BotDb, Task> first, CancellationToken ct)
    {
        if (await RestsAsync(ct))
        {
            return false;
        }

        try
        {
            var channel = await rest.CreateDmAsync(Snowflake.Parse(account), ct);
            var id = channel.Id.ToString();
            await store.Writer.WriteAsync(async scope =>
            {
                var opened = await scope.Db.Accounts.Where(a => a.Door == DiscordDoor.Name && a.ExternalId == account && (!a.IsReachable || a.PrivateChannel != id))
                    .ExecuteUpdateAsync(u => u.SetProperty(a => a.PrivateChannel, id).SetProperty(a => a.IsReachable, true), ct);
                if (opened > 0)
                {
                    await first(scope.Db);
                    await scope.Db.SaveChangesAsync(ct);
                }
            });
            return true;
        }
        catch (DiscordException error) when (error.Code == DiscordErrors.DirectMessagesTooFast)
        {
            await store.Writer.WriteAsync(async scope =>
            {
                await Waiting.NoNewPrivateAsync(scope.Db, DiscordDoor.Name, communityId, time.GetUtcNow(), ct);
                await scope.Db.SaveChangesAsync(ct);
            });
            return false;
        }
    }

    private async Task<bool> RestsAsync(CancellationToken ct)
    {
        await using var db = store.Read();
        return await db.Doors.AnyAsync(d => d.Door == DiscordDoor.Name && d.NoNewPrivateUntil > time.GetUtcNow(), ct);
    }
}
