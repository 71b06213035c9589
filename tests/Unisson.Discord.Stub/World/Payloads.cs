using System.Globalization;
using System.Text.Json.Nodes;

namespace Unisson.Discord.Stub;

/// <summary>The world as Discord's JSON shows it.</summary>
internal static class Payloads
{
    public static JsonObject User(StubUser user) => new()
    {
        ["id"] = user.Id,
        ["username"] = user.Name,
        ["global_name"] = user.DisplayName,
        ["discriminator"] = "0",
        ["avatar"] = null,
        ["bot"] = user.IsBot,
        ["public_flags"] = 0,
        ["flags"] = 0,
        ["accent_color"] = null,
        ["primary_guild"] = null,
    };

    public static JsonObject Member(StubUser user, Membership member, bool withUser = true)
    {
        var json = new JsonObject
        {
            ["nick"] = member.Nick,
            ["avatar"] = null,
            ["banner"] = null,
            ["roles"] = Ids(member.Roles.Select(r => r.Id)),
            ["joined_at"] = Iso(member.Joined),
            ["premium_since"] = null,
            ["communication_disabled_until"] = null,
            ["pending"] = false,
            ["deaf"] = false,
            ["mute"] = false,
            ["flags"] = 0,
        };
        if (withUser)
        {
            json["user"] = User(user);
        }

        return json;
    }

    public static JsonObject Channel(StubChannel channel)
    {
        var json = new JsonObject { ["id"] = channel.Id, ["type"] = (int)channel.Type, ["flags"] = 0, ["last_message_id"] = channel.All.LastOrDefault()?.Id };
        if (channel.Recipient is { } recipient)
        {
            json["recipients"] = new JsonArray(User(recipient));
            return json;
        }

        json["guild_id"] = channel.Guild!.Id;
        json["name"] = channel.Name;
        json["parent_id"] = channel.Parent?.Id;
        if (channel.IsThread)
        {
            json["owner_id"] = channel.Owner?.Id;
            json["message_count"] = channel.All.Count;
            json["total_message_sent"] = channel.All.Count;
            json["member_count"] = 1;
            json["thread_metadata"] = ThreadState(channel);
            return json;
        }

        json["position"] = channel.Guild.Channels.IndexOf(channel);
        json["permission_overwrites"] = new JsonArray();
        json["nsfw"] = false;
        json["topic"] = null;
        json["rate_limit_per_user"] = 0;
        return json;
    }

    public static JsonObject Guild(StubGuild guild, WorldState world)
    {
        var json = Constant.Guild();
        json["id"] = guild.Id;
        json["name"] = guild.Name;
        json["owner_id"] = guild.Owner?.Id ?? world.Bot.Id;
        json["preferred_locale"] = guild.Locale;
        json["system_channel_id"] = guild.SystemChannel?.Id;
        json["roles"] = new JsonArray([.. Roles(guild)]);
        return json;
    }

    /// <summary>The event a bot gets for each of its servers, at every start.</summary>
    public static JsonObject GuildCreate(StubGuild guild, WorldState world)
    {
        var json = Guild(guild, world);
        json["joined_at"] = Iso(guild.BotJoined);
        json["large"] = false;
        json["unavailable"] = false;
        json["member_count"] = guild.Members.Count + 1;
        json["members"] = new JsonArray(Member(world.Bot, new(guild.BotPermissions, null, [], guild.BotJoined)));
        json["channels"] = new JsonArray([.. guild.Channels.Where(c => !c.IsThread).Select(Channel)]);
        json["threads"] = new JsonArray([.. guild.Channels.Where(c => c.IsThread && !c.Archived).Select(Channel)]);
        return json;
    }

    public static IEnumerable<JsonNode> Roles(StubGuild guild)
        => guild.Roles.Values.Prepend(new StubRole(guild.Id, "@everyone")).Select((role, at) => (JsonNode)new JsonObject
        {
            ["id"] = role.Id,
            ["name"] = role.Name,
            ["permissions"] = at == 0 ? Bits(StubPermissions.Everyone) : "0",
            ["position"] = at,
            ["color"] = 0,
            ["colors"] = new JsonObject { ["primary_color"] = 0, ["secondary_color"] = null, ["tertiary_color"] = null },
            ["icon"] = null,
            ["unicode_emoji"] = null,
            ["hoist"] = false,
            ["managed"] = false,
            ["mentionable"] = false,
            ["flags"] = 0,
        });

    public static JsonArray Ids(IEnumerable<string> ids) => new([.. ids.Select(id => (JsonNode)id)]);

    public static string Bits(StubPermissions permissions) => ((ulong)permissions).ToString(CultureInfo.InvariantCulture);

    public static string Iso(DateTimeOffset instant) => instant.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss.ffffffzzz", CultureInfo.InvariantCulture);

    private static JsonObject ThreadState(StubChannel thread) => new()
    {
        ["archived"] = thread.Archived,
        ["auto_archive_duration"] = thread.AutoArchiveMinutes,
        ["archive_timestamp"] = Iso(thread.CreatedAt),
        ["create_timestamp"] = Iso(thread.CreatedAt),
        ["locked"] = false,
    };
}
