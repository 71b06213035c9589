using System.Text.Json;
using System.Text.Json.Nodes;

namespace Unisson.Matrix.Homeservers;

/// <summary>A person at a Matrix client, on one device. Every verb throws <see cref="MatrixRefusedException"/> when the homeserver refuses, and none waits or asks again.</summary>
public sealed partial class MatrixPerson
{
    /// <summary>Everybody's password.</summary>
    public const string Password = "correct horse";

    private readonly MatrixWire _wire;
    private int _transactions;

    private MatrixPerson(HttpClient http, JsonElement login)
    {
        UserId = login.GetProperty("user_id").GetString()!;
        DeviceId = login.GetProperty("device_id").GetString()!;
        Token = login.GetProperty("access_token").GetString()!;
        _wire = new(http, Token);
    }

    /// <summary>As <c>@claire-1:localhost</c>.</summary>
    public string UserId { get; }

    /// <summary>The user id without sigil and server.</summary>
    public string Localpart => UserId[1..UserId.IndexOf(':', StringComparison.Ordinal)];

    public string DeviceId { get; }

    public string Token { get; }

    internal static async Task<MatrixPerson> RegisterAsync(HttpClient http, string localpart)
    {
        var body = new JsonObject { ["auth"] = new JsonObject { ["type"] = "m.login.dummy" }, ["username"] = localpart, ["password"] = Password };
        var answer = await new MatrixWire(http, token: null).SendAsync(HttpMethod.Post, "_matrix/client/v3/register", body);
        return new(http, answer.OrThrow().Json);
    }

    internal static async Task<MatrixPerson> LogInAsync(HttpClient http, string localpart, string? deviceId)
    {
        var body = new JsonObject
        {
            ["type"] = "m.login.password",
            ["identifier"] = new JsonObject { ["type"] = "m.id.user", ["user"] = localpart },
            ["password"] = Password,
        };
        if (deviceId is not null)
        {
            body["device_id"] = deviceId;
        }

        var answer = await new MatrixWire(http, token: null).SendAsync(HttpMethod.Post, "_matrix/client/v3/login", body);
        return new(http, answer.OrThrow().Json);
    }

    /// <summary>Any request, whatever the answer.</summary>
    /// <param name="path">Below <c>/_matrix/client/</c>, as <c>v3/sync?timeout=0</c>.</param>
    public Task<MatrixAnswer> CallAsync(HttpMethod method, string path, JsonNode? body = null)
        => _wire.SendAsync(method, "_matrix/client/" + path, body);

    /// <summary>Ends this device; its token is dead from then on.</summary>
    public Task LogOutAsync() => AskAsync(HttpMethod.Post, "v3/logout", new JsonObject());

    public Task SetDisplayNameAsync(string name)
        => AskAsync(HttpMethod.Put, $"v3/profile/{Uri.EscapeDataString(UserId)}/displayname", new JsonObject { ["displayname"] = name });

    private async Task<MatrixAnswer> AskAsync(HttpMethod method, string path, JsonNode? body = null)
        => (await CallAsync(method, path, body)).OrThrow();

    private static string Room(string roomId) => "v3/rooms/" + Uri.EscapeDataString(roomId);
}
