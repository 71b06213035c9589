using System.Globalization;
using System.Text.Json.Nodes;

namespace Unisson.Discord.Stub.Rest;

/// <summary>Servers, their members, channels and roles.</summary>
internal static class GuildRoutes
{
    public static IEnumerable<Route> All =>
    [
        new("GET", "/guilds/{guild_id}", call => RestAnswer.Ok(Payloads.Guild(call.Guild(), call.World))),
        new("GET", "/guilds/{guild_id}/channels", Channels),
        new("GET", "/guilds/{guild_id}/roles", call => RestAnswer.Ok(new JsonArray([.. Payloads.Roles(call.Guild())]))),
        new("GET", "/guilds/{guild_id}/threads/active", ActiveThreads),
        new("GET", "/guilds/{guild_id}/members/search", Search),
        new("GET", "/guilds/{guild_id}/members/{user_id}", Member),
    ];

    private static RestAnswer Channels(RestCall call)
        => RestAnswer.Ok(new JsonArray([.. call.Guild().Channels.Where(c => !c.IsThread).Select(c => (JsonNode)Payloads.Channel(c))]));

    private static RestAnswer ActiveThreads(RestCall call) => RestAnswer.Ok(new JsonObject
    {
        ["threads"] = new JsonArray([.. call.Guild().Channels.Where(c => c.IsThread && !c.Archived).Select(c => (JsonNode)Payloads.Channel(c))]),
        ["members"] = new JsonArray(),
    });

    private static RestAnswer Member(RestCall call)
    {
        var guild = call.Guild();
        if (call["user_id"] == call.World.Bot.Id)
        {
            return RestAnswer.Ok(Payloads.Member(call.World.Bot, new(guild.BotPermissions, null, [], guild.BotJoined)));
        }

        var user = call.World.Users.GetValueOrDefault(call["user_id"]) ?? throw RestError.UnknownUser;
        return RestAnswer.Ok(Payloads.Member(user, guild.Members.GetValueOrDefault(user.Id) ?? throw RestError.UnknownMember));
    }

    /// <summary>By the beginning of the account's name or of the nick, as Discord does.</summary>
    private static RestAnswer Search(RestCall call)
    {
        var (guild, query) = (call.Guild(), call.Query("query")!);
        var limit = int.Parse(call.Query("limit") ?? "1", CultureInfo.InvariantCulture);
        var found = guild.Members
            .Select(m => (User: call.World.Users[m.Key], m.Value))
            .Where(m => new[] { m.User.Name, m.User.DisplayName, m.Value.Nick }.Any(n => n?.StartsWith(query, StringComparison.OrdinalIgnoreCase) == true))
            .Take(limit);
        return RestAnswer.Ok(new JsonArray([.. found.Select(m => (JsonNode)Payloads.Member(m.User, m.Value))]));
    }
}
