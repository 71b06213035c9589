using Unisson.Discord.Json;
using Unisson.Discord.Rest;

namespace Unisson.Discord;

/// <summary>Channels, messages, threads and guilds.</summary>
public sealed partial class DiscordRest
{
    private static readonly Route GetChannel = new(HttpMethod.Get, "/channels/{channel}");
    private static readonly Route PatchChannel = new(HttpMethod.Patch, "/channels/{channel}");
    private static readonly Route PostMessage = new(HttpMethod.Post, "/channels/{channel}/messages");
    private static readonly Route GetMessages = new(HttpMethod.Get, "/channels/{channel}/messages");
    private static readonly Route GetMessage = new(HttpMethod.Get, "/channels/{channel}/messages/{message}");
    private static readonly Route PatchMessage = new(HttpMethod.Patch, "/channels/{channel}/messages/{message}");
    private static readonly Route DeleteMessage = new(HttpMethod.Delete, "/channels/{channel}/messages/{message}");
    private static readonly Route PostThread = new(HttpMethod.Post, "/channels/{channel}/messages/{message}/threads");
    private static readonly Route PostDm = new(HttpMethod.Post, "/users/@me/channels");
    private static readonly Route GetGuild = new(HttpMethod.Get, "/guilds/{guild}");
    private static readonly Route GetMember = new(HttpMethod.Get, "/guilds/{guild}/members/{user}");
    private static readonly Route SearchMembers = new(HttpMethod.Get, "/guilds/{guild}/members/search");

    public Task<Channel> GetChannelAsync(Snowflake channel, CancellationToken ct = default) =>
        SendAsync(new(GetChannel, $"/channels/{channel}", channel.Value), DiscordJson.Default.Channel, ct);

    /// <summary>Renames, archives or locks. Discord allows two new names in ten minutes.</summary>
    public Task<Channel> EditChannelAsync(Snowflake channel, ChannelEdit edit, CancellationToken ct = default) =>
        SendAsync(new RestCall(PatchChannel, $"/channels/{channel}", channel.Value).With(edit, DiscordJson.Default.ChannelEdit), DiscordJson.Default.Channel, ct);

    /// <summary>
    /// Sends a message. With a <see cref="MessageCreate.Nonce"/> it is repeated when no answer came, and still made once; without one it
    /// is not repeated.
    /// </summary>
    public Task<Message> CreateMessageAsync(Snowflake channel, MessageCreate message, CancellationToken ct = default) =>
        SendAsync(
            new RestCall(PostMessage, $"/channels/{channel}/messages", channel.Value) { Files = message.Files, Repeatable = message.Nonce is not null }
                .With(message, DiscordJson.Default.MessageCreate),
            DiscordJson.Default.Message,
            ct);

    public Task<Message> EditMessageAsync(Snowflake channel, Snowflake message, MessageEdit edit, CancellationToken ct = default) =>
        SendAsync(Edited(PatchMessage, $"/channels/{channel}/messages/{message}", edit, channel.Value), DiscordJson.Default.Message, ct);

    public Task<Message> GetMessageAsync(Snowflake channel, Snowflake message, CancellationToken ct = default) =>
        SendAsync(new(GetMessage, $"/channels/{channel}/messages/{message}", channel.Value), DiscordJson.Default.Message, ct);

    /// <summary>The messages after an id, or the newest; at most 100. Discord gives the newest first.</summary>
    public Task<IReadOnlyList<Message>> GetMessagesAsync(Snowflake channel, Snowflake? after = null, int limit = 50, CancellationToken ct = default)
    {
        var query = after is { } id ? $"?limit={limit}&after={id}" : $"?limit={limit}";
        return SendAsync(new(GetMessages, $"/channels/{channel}/messages{query}", channel.Value), DiscordJson.Default.IReadOnlyListMessage, ct);
    }

    public Task DeleteMessageAsync(Snowflake channel, Snowflake message, CancellationToken ct = default) =>
        SendAsync(new RestCall(DeleteMessage, $"/channels/{channel}/messages/{message}", channel.Value), ct);

    /// <summary>The thread of a message, begun now or, if it has one already, as it is: a thread has its message's id.</summary>
    public async Task<Channel> StartThreadAsync(Snowflake channel, Snowflake message, ThreadCreate thread, CancellationToken ct = default)
    {
        try
        {
            var call = new RestCall(PostThread, $"/channels/{channel}/messages/{message}/threads", channel.Value) { Repeatable = true };
            return await SendAsync(call.With(thread, DiscordJson.Default.ThreadCreate), DiscordJson.Default.Channel, ct);
        }
        catch (DiscordException e) when (e.Code == DiscordErrors.ThreadAlreadyCreated)
        {
            return await GetChannelAsync(message, ct);
        }
    }

    /// <summary>The DM with a person, made if there was none. Only at the person's own wish: bots that open DMs by themselves are quarantined.</summary>
    public Task<Channel> CreateDmAsync(Snowflake user, CancellationToken ct = default) =>
        SendAsync(new RestCall(PostDm, "/users/@me/channels") { Repeatable = true }.With(new(user), DiscordJson.Default.DmCreate), DiscordJson.Default.Channel, ct);

    public Task<Guild> GetGuildAsync(Snowflake guild, CancellationToken ct = default) =>
        SendAsync(new(GetGuild, $"/guilds/{guild}", guild.Value), DiscordJson.Default.Guild, ct);

    /// <exception cref="DiscordException"><see cref="DiscordErrors.UnknownMember"/>: the person is not, or no longer, in the guild.</exception>
    public Task<Member> GetMemberAsync(Snowflake guild, Snowflake user, CancellationToken ct = default) =>
        SendAsync(new(GetMember, $"/guilds/{guild}/members/{user}", guild.Value), DiscordJson.Default.Member, ct);

    /// <summary>Members whose name or nickname begins with this; at most 1,000.</summary>
    public Task<IReadOnlyList<Member>> SearchMembersAsync(Snowflake guild, string query, int limit = 25, CancellationToken ct = default) =>
        SendAsync(
            new(SearchMembers, $"/guilds/{guild}/members/search?query={Uri.EscapeDataString(query)}&limit={limit}", guild.Value),
            DiscordJson.Default.IReadOnlyListMember,
            ct);

    private static RestCall Edited(Route route, string path, MessageEdit edit, ulong major = 0) =>
        new RestCall(route, path, major) { Files = edit.Files }.With(edit, DiscordJson.Default.MessageEdit);
}
