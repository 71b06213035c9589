using System.Text.Json.Nodes;
using Unisson.Matrix.Stub.World;

namespace Unisson.Matrix.Stub.Rest;

/// <summary>Discovery, login and tokens (client-server API, "Legacy API").</summary>
internal static class LoginRoutes
{
    public static IEnumerable<Route> All =>
    [
        new(StubRoutes.WellKnown, call => RestAnswer.Ok(WellKnown(call))) { Open = true },
        new(StubRoutes.Versions, call => RestAnswer.Ok(new()
        {
            ["versions"] = Wire.Array(call.World.Options.Versions.Select(v => (JsonNode)v)),
            ["unstable_features"] = new JsonObject(),
        })) { Open = true },
        new(StubRoutes.LoginFlows, Flows) { Open = true },
        new(StubRoutes.Login, Login) { Open = true },
        new(StubRoutes.Refresh, Refresh) { Open = true },
        new(StubRoutes.WhoAmI, call => RestAnswer.Ok(new()
        {
            ["user_id"] = call.Person.Id,
            ["device_id"] = call.Device.Id,
            ["is_guest"] = false,
        })),
    ];

    private static JsonObject WellKnown(RestCall call) => new() { ["m.homeserver"] = new JsonObject { ["base_url"] = call.World.BaseUrl.ToString() } };

    private static RestAnswer Flows(RestCall call)
    {
        IEnumerable<JsonObject> flows = call.World.Options.OnlyOAuth
            ? [new() { ["type"] = "m.login.sso", ["oauth_aware_preferred"] = true }]
            : [new() { ["type"] = "m.login.token" }, new() { ["type"] = "m.login.password" }];
        return RestAnswer.Ok(new() { ["flows"] = Wire.Array(flows) });
    }

    private static RestAnswer Login(RestCall call)
    {
        var type = call.Json.TextAt("type") ?? throw MatrixError.Unknown("Missing JSON keys.");
        var person = type switch
        {
            _ when call.World.Options.OnlyOAuth => throw MatrixError.Unknown($"Unknown login type {type}"),
            "m.login.password" => ByPassword(call),
            "m.login.token" => call.World.Sessions.Redeem(call.Text("token")) ?? throw MatrixError.Forbidden("Invalid login token"),
            _ => throw MatrixError.Unknown($"Unknown login type {type}"),
        };
        var session = call.World.Sessions.Open(person, call.Json.TextAt("device_id"), call.Json.FlagAt("refresh_token") == true);
        var answer = Tokens(call, session);
        answer["user_id"] = person.Id;
        answer["device_id"] = session.Device.Id;
        answer["well_known"] = WellKnown(call);
        answer["home_server"] = call.World.Options.ServerName;
        return RestAnswer.Ok(answer);
    }

    private static StubPerson ByPassword(RestCall call)
    {
        if (call.Json.TextAt("identifier", "type") != "m.id.user")
        {
            throw MatrixError.Unknown("Unknown login identifier type");
        }

        var user = call.Json.TextAt("identifier", "user") ?? throw MatrixError.InvalidParam("User identifier is missing 'user' key");
        var id = user.StartsWith('@') ? user : $"@{user}:{call.World.Options.ServerName}";
        return call.World.People.GetValueOrDefault(id) is { } person && person.Password == call.Text("password")
            ? person
            : throw MatrixError.Forbidden("Invalid username or password");
    }

    private static RestAnswer Refresh(RestCall call) => RestAnswer.Ok(Tokens(call, call.World.Sessions.Refresh(call.Text("refresh_token"))));

    private static JsonObject Tokens(RestCall call, Session session)
    {
        var json = new JsonObject { ["access_token"] = session.Access };
        if (session is { Refresh: { } refresh, Expires: { } expires })
        {
            json["refresh_token"] = refresh;
            json["expires_in_ms"] = (long)(expires - call.World.Now).TotalMilliseconds;
        }

        return json;
    }
}
