using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Unisson.Matrix.Stub.World;

namespace Unisson.Matrix.Stub.Rest;

/// <summary>A request while it is being answered.</summary>
internal sealed class RestCall(WorldState world, HttpRequest request, string rawPath, Route route, IReadOnlyDictionary<string, string> path)
{
    public WorldState World => world;

    public Route Route => route;

    public HttpRequest Request => request;

    /// <summary>As sent, without query.</summary>
    public string RawPath => rawPath;

    public Session? Session { get; set; }

    public Device Device => Session!.Device;

    public StubPerson Person => Device.Person;

    /// <summary>Empty if there was no body.</summary>
    public JsonObject Json { get; set; } = [];

    public bool HasBody { get; set; }

    public byte[] Bytes { get; set; } = [];

    public string this[string variable] => path[variable];

    public bool Has(string variable) => path.ContainsKey(variable);

    public string? Query(string name) => request.Query.TryGetValue(name, out var value) ? value.ToString() : null;

    /// <summary>A number of the query.</summary>
    /// <exception cref="MatrixError">400 M_INVALID_PARAM.</exception>
    public int Number(string name, int otherwise) => Query(name) is not { } text
        ? otherwise
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw MatrixError.InvalidParam($"Query parameter {name} must be an integer");

    /// <summary>A position of the query; none if it is not there.</summary>
    /// <exception cref="MatrixError">400 M_UNKNOWN: no such token was ever given out.</exception>
    public long? Position(string name) => Query(name) is { Length: > 0 } token
        ? world.PositionOf(token) ?? throw MatrixError.Unknown($"Invalid stream token {token}")
        : null;

    public StubRoom? AnyRoom() => world.Rooms.GetValueOrDefault(path["roomId"]);

    /// <summary>The room, if the person is in it.</summary>
    /// <exception cref="MatrixError">403 M_FORBIDDEN, for unknown rooms too.</exception>
    public StubRoom Room()
        => AnyRoom() is { } room && room.Membership(Person.Id) == "join" ? room : throw MatrixError.NotInRoom(Person.Id, path["roomId"]);

    /// <summary>The room, and up to where the person may read: who left sees what was before.</summary>
    /// <exception cref="MatrixError">403 M_FORBIDDEN, for unknown rooms too.</exception>
    public (StubRoom Room, long Last) RoomUntil()
        => AnyRoom() is { } room && room.Membership(Person.Id) != "join" && room.Turned(Person.Id) is { Replaces: { } before } end && before.Content.TextAt("membership") == "join"
            ? (room, end.Position)
            : (Room(), long.MaxValue);

    public string Text(string field) => Json.TextAt(field) ?? throw MatrixError.MissingParam($"Missing or mistyped parameter: {field}");

    /// <summary>An event as this device gets it.</summary>
    public JsonObject Show(StubEvent e) => EventFormat.WithLegacy(EventFormat.Client(e, Device, world.Now));

    /// <summary>Does it once for a device and a path that ends in a transaction id; later answers give the first event id.</summary>
    public RestAnswer Once(Func<StubEvent> send)
    {
        if (!world.Transactions.TryGetValue((Device, rawPath), out var id))
        {
            var e = send();
            e.Sent ??= (Device.Id, path["txnId"]);
            world.Transactions[(Device, rawPath)] = id = e.Id;
        }

        return RestAnswer.Ok(new() { ["event_id"] = id });
    }

    /// <summary>Whether this device sent that path before.</summary>
    public bool Again => world.Transactions.ContainsKey((Device, rawPath));

    public void Breaks(string rule, string detail) => world.Breaks(rule, route.Name, detail);
}

/// <summary>What is answered when nothing is wrong.</summary>
/// <param name="File">Bytes instead of JSON.</param>
internal sealed record RestAnswer(int Status, JsonNode? Json, StubMedia? File = null)
{
    public static RestAnswer Ok(JsonObject? json = null) => new(200, json ?? []);
}
