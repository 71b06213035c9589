using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Communities;
using Unisson.Bot.Deliveries;
using Unisson.Bot.Doors;
using Unisson.Bot.Settings;
using Unisson.Bot.Storage;
using Unisson.Discord;

namespace Unisson.Bot.Discord;

/// <summary>A community's place on Discord.</summary>
/// <param name="IsSetUp">Whether somebody set it up; until then only that is done there.</param>
internal sealed record Place(long CommunityId, bool IsSetUp);

/// <summary>Which community a server is, and what the bot may do in its channels.</summary>
internal sealed class Places(Store store, CommunitySettings defaults, TimeProvider time)
{
    private static readonly (Permissions Permission, string Name)[] NeededToPost =
        [(Permissions.ViewChannel, "View Channel"), (Permissions.SendMessages, "Send Messages"), (Permissions.EmbedLinks, "Embed Links")];

    private readonly Remembered<Snowflake, Place> _known = new(store.Writer);
    private readonly ConcurrentDictionary<Snowflake, Permissions> _channels = [];
    private readonly ConcurrentDictionary<Snowflake, bool> _refused = [];

    /// <summary>The place of a server, made where it was never seen.</summary>
    public async ValueTask<Place> OfAsync(Snowflake guild, string? name, string? locale, CancellationToken ct)
        => _known.TryGet(guild, out var place) && place.IsSetUp ? place : await _known.LookAsync(guild, () => LookAsync(guild, name, locale, ct));

    /// <summary>The community last spoken of with somebody in private, else the one they came to last; null for somebody who is in none.</summary>
    public async Task<long?> OfPrivateAsync(Snowflake user, CancellationToken ct)
    {
        await using var db = store.Read();
        var account = user.ToString();
        var person = await db.Accounts.Where(a => a.Door == DiscordDoor.Name && a.ExternalId == account).Select(a => new { a.PersonId, a.CommunityId }).FirstOrDefaultAsync(ct);
        return person?.CommunityId
            ?? (person is null ? null : await db.Memberships.Where(m => m.PersonId == person.PersonId && m.LeftAt == null).OrderByDescending(m => m.JoinedAt).Select(m => (long?)m.CommunityId).FirstOrDefaultAsync(ct));
    }

    /// <summary>Remembers what Discord says that the bot may do in a channel; where it refused a message and may post now, what was set aside tries once more.</summary>
    public ValueTask AllowsAsync(Snowflake channel, Permissions permissions, CancellationToken ct)
    {
        _channels[channel] = permissions;
        return !_refused.IsEmpty && MissingIn(channel.ToString()).Count == 0 && _refused.TryRemove(channel, out _)
            ? new(store.Writer.WriteAsync(scope => Waiting.ChannelChangedAsync(scope.Db, DiscordDoor.Name, channel.ToString(), time.GetUtcNow(), ct)))
            : ValueTask.CompletedTask;
    }

    /// <summary>Discord let no message into this channel, whatever it said of it before.</summary>
    public void Refused(string channel) => _refused[Snowflake.Parse(channel)] = true;

    /// <summary>What is missing, by Discord's own names, before the bot can post in a channel; empty where nothing is, or where nobody knows.</summary>
    public IReadOnlyList<string> MissingIn(string channel)
        => Snowflake.TryParse(channel, out var id) && _channels.TryGetValue(id, out var allowed) && !allowed.HasFlag(Permissions.Administrator)
            ? [.. NeededToPost.Where(n => !allowed.HasFlag(n.Permission)).Select(n => n.Name)]
            : [];

    /// <summary>A server that the bot is in: at each start, and when it was just invited. True when it is to be greeted, once an installation.</summary>
    public async Task<bool> SeenAsync(Guild guild, CancellationToken ct)
    {
        await OfAsync(guild.Id, guild.Name, guild.PreferredLocale, ct);
        var id = guild.Id.ToString();
        return await store.Writer.WriteAsync(async scope =>
        {
            var installation = await scope.Db.Installations.FirstAsync(i => i.Door == DiscordDoor.Name && i.ExternalId == id, ct);
            if (installation.RemovedAt is not null)
            {
                (installation.RemovedAt, installation.WelcomedAt) = (null, null);
            }

            var isSetUp = await scope.Db.Communities.AnyAsync(c => c.Id == installation.CommunityId && c.StartedAt != null, ct);
            var greets = installation.WelcomedAt is null && !isSetUp;
            installation.WelcomedAt ??= time.GetUtcNow();
            await scope.Db.SaveChangesAsync(ct);
            return greets;
        });
    }

    /// <summary>The bot was taken out of a server.</summary>
    public Task GoneAsync(Snowflake guild, CancellationToken ct)
    {
        var (id, now) = (guild.ToString(), time.GetUtcNow());
        return store.Writer.WriteAsync(scope => scope.Db.Installations.Where(i => i.Door == DiscordDoor.Name && i.ExternalId == id)
            .ExecuteUpdateAsync(u => u.SetProperty(i => i.RemovedAt, now), ct));
    }

    private async Task<Place> LookAsync(Snowflake guild, string? name, string? locale, CancellationToken ct)
    {
        await using (var db = store.Read())
        {
            if (await FindAsync(db, guild.ToString(), ct) is { } found)
            {
                return found;
            }
        }

        return await store.Writer.WriteAsync(async scope => await FindAsync(scope.Db, guild.ToString(), ct) ?? await MakeAsync(scope.Db, guild, name, locale, ct));
    }

    private async Task<Place> MakeAsync(BotDb db, Snowflake guild, string? name, string? locale, CancellationToken ct)
    {
        var community = db.Communities.Add(new Community
        {
            Name = name ?? "Unisson",
            Language = locale is null ? defaults.Language : Locales.Of(locale),
            Zone = defaults.Zone,
        }).Entity;
        await db.SaveChangesAsync(ct);
        db.Installations.Add(new Installation { Door = DiscordDoor.Name, ExternalId = guild.ToString(), CommunityId = community.Id });
        await db.SaveChangesAsync(ct);
        return new Place(community.Id, IsSetUp: false);
    }

    private static async Task<Place?> FindAsync(BotDb db, string guild, CancellationToken ct) => await (
        from i in db.Installations
        join c in db.Communities on i.CommunityId equals c.Id
        where i.Door == DiscordDoor.Name && i.ExternalId == guild
        select new Place(c.Id, c.StartedAt != null)).FirstOrDefaultAsync(ct);
}

/// <summary>Discord's locales as our two languages.</summary>
internal static class Locales
{
    public static Language Of(string? locale) => locale?.StartsWith("fr", StringComparison.Ordinal) == true ? Language.French : Language.English;
}
