using System.Text.Json.Nodes;

namespace Unisson.Discord.Stub.Rest;

/// <summary>The bot's own account, its application, its gateway, and the DMs it opens.</summary>
internal static class AccountRoutes
{
    public static IEnumerable<Route> All =>
    [
        new("GET", "/gateway", call => RestAnswer.Ok(new JsonObject { ["url"] = GatewayUrl(call) })),
        new("GET", "/gateway/bot", GatewayBot),
        new("GET", "/users/@me", Me),
        new("GET", "/users/@me/guilds", Guilds),
        new("GET", "/users/{user_id}", call => RestAnswer.Ok(Payloads.User(call.World.Users.GetValueOrDefault(call["user_id"]) ?? throw RestError.UnknownUser))),
        new("GET", "/applications/@me", Application),
        new("GET", "/oauth2/applications/@me", Application),
        new("POST", "/users/@me/channels", OpenDm),
    ];

    private static string GatewayUrl(RestCall call) => $"ws://{call.World.BaseUrl.Authority}";

    private static RestAnswer GatewayBot(RestCall call)
    {
        var starts = call.World.Starts!;
        return RestAnswer.Ok(new JsonObject
        {
            ["url"] = GatewayUrl(call),
            ["shards"] = call.World.Options.Shards,
            ["session_start_limit"] = new JsonObject
            {
                ["total"] = starts.Total,
                ["remaining"] = Math.Max(0, starts.Remaining),
                ["reset_after"] = starts.ResetAfter,
                ["max_concurrency"] = call.World.Options.MaxConcurrency,
            },
        });
    }

    private static RestAnswer Guilds(RestCall call) => RestAnswer.Ok(new JsonArray([.. call.World.Guilds.Values.Where(g => g.HasBot).Select(g => (JsonNode)new JsonObject
    {
        ["id"] = g.Id,
        ["name"] = g.Name,
        ["icon"] = null,
        ["owner"] = false,
        ["permissions"] = Payloads.Bits(g.BotPermissions),
        ["features"] = new JsonArray(),
    })]));

    private static RestAnswer Me(RestCall call)
    {
        var json = Payloads.User(call.World.Bot);
        json["mfa_enabled"] = true;
        json["locale"] = call.World.Bot.Locale;
        return RestAnswer.Ok(json);
    }

    private static RestAnswer Application(RestCall call)
    {
        var json = Constant.Application();
        json["id"] = call.World.ApplicationId;
        json["name"] = call.World.Bot.Name;
        json["verify_key"] = new string('0', 64);
        json["bot"] = Payloads.User(call.World.Bot);
        json["owner"] = Payloads.User(call.World.Bot);
        return RestAnswer.Ok(json);
    }

    private static RestAnswer OpenDm(RestCall call)
    {
        var world = call.World;
        var user = world.Users.GetValueOrDefault(call.Body["recipient_id"]?.ToString() ?? "") ?? throw RestError.UnknownUser;
        if (user.DmChannel is null && world.RefusesNewDms)
        {
            throw RestError.NewDmsTooFast;
        }

        return user.IsBot ? throw RestError.DmClosed : RestAnswer.Ok(Payloads.Channel(world.Dm(user)));
    }
}
