using System.Text.Json.Nodes;

namespace Unisson.Discord.Stub.Rest;

/// <summary>The bot's commands, overwritten in bulk: global, or of one server.</summary>
internal static class CommandRoutes
{
    public static IEnumerable<Route> All =>
    [
        new("GET", "/applications/{application_id}/commands", call => List(call, null)),
        new("PUT", "/applications/{application_id}/commands", call => Overwrite(call, null)),
        new("GET", "/applications/{application_id}/guilds/{guild_id}/commands", call => List(call, call.Guild().Id)),
        new("PUT", "/applications/{application_id}/guilds/{guild_id}/commands", call => Overwrite(call, call.Guild().Id)),
    ];

    private static RestAnswer List(RestCall call, string? guildId)
    {
        Own(call);
        return RestAnswer.Ok(new JsonArray([.. call.World.Commands.In(guildId).Select(c => Shown(c, call.Query("with_localizations") == "true"))]));
    }

    private static RestAnswer Overwrite(RestCall call, string? guildId)
    {
        Own(call);
        var stored = call.World.Commands.Overwrite(guildId, call.Json!.AsArray().OfType<JsonObject>(), call.World.Ids.Next, call.World.ApplicationId);
        return RestAnswer.Ok(new JsonArray([.. stored.Select(c => c.DeepClone())]));
    }

    /// <summary>Without being asked for, the localisations of a list stay out.</summary>
    private static JsonNode Shown(JsonObject command, bool localised)
    {
        var copy = command.DeepClone();
        if (!localised)
        {
            Strip(copy);
        }

        return copy;
    }

    private static void Strip(JsonNode? node)
    {
        if (node is JsonObject json)
        {
            json.Remove("name_localizations");
            json.Remove("description_localizations");
            json.Select(pair => pair.Value).ToList().ForEach(Strip);
        }
        else if (node is JsonArray array)
        {
            array.ToList().ForEach(Strip);
        }
    }

    private static void Own(RestCall call)
    {
        if (call["application_id"] != call.World.ApplicationId)
        {
            throw new RestError(404, 10002, "Unknown Application");
        }
    }
}
