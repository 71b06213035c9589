using System.Text.Json.Nodes;

namespace Unisson.Discord.Stub;

/// <summary>The part of an interaction that is the same for all kinds: who, where, with which rights, in which language.</summary>
internal static class InteractionPayload
{
    public static JsonObject Of(StubInteraction interaction, WorldState world, JsonObject data)
    {
        var (user, channel) = (interaction.User, interaction.Channel);
        var json = new JsonObject
        {
            ["id"] = interaction.Id,
            ["application_id"] = world.ApplicationId,
            ["type"] = (int)interaction.Kind,
            ["data"] = data,
            ["channel"] = Payloads.Channel(channel),
            ["channel_id"] = channel.Id,
            ["token"] = interaction.Token,
            ["version"] = 1,
            ["locale"] = user.Locale,
            ["app_permissions"] = Payloads.Bits(channel.Bot),
            ["entitlements"] = new JsonArray(),
            ["entitlement_sku_ids"] = new JsonArray(),
            ["attachment_size_limit"] = 10_485_760,
        };
        AddPlace(json, user, channel);
        if (interaction.Source is { } source)
        {
            json["message"] = MessagePayload.Of(source);
        }

        return json;
    }

    private static void AddPlace(JsonObject json, StubUser user, StubChannel channel)
    {
        if (channel.Guild is not { } guild)
        {
            json["user"] = Payloads.User(user);
            json["context"] = 1;
            json["authorizing_integration_owners"] = new JsonObject { ["0"] = "0" };
            return;
        }

        var member = guild.Members.GetValueOrDefault(user.Id)
            ?? throw new InvalidOperationException($"{user} is not in {guild.Name}: call In(…) first.");
        json["guild_id"] = guild.Id;
        json["guild"] = new JsonObject { ["id"] = guild.Id, ["locale"] = guild.Locale, ["features"] = new JsonArray() };
        json["guild_locale"] = guild.Locale;
        json["member"] = Payloads.Member(user, member);
        json["member"]!["permissions"] = Payloads.Bits(member.Permissions);
        json["channel"]!["permissions"] = Payloads.Bits(member.Permissions);
        json["context"] = 0;
        json["authorizing_integration_owners"] = new JsonObject { ["0"] = guild.Id };
    }
}
