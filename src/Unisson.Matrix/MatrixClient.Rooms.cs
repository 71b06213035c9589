using System.Text.Json;
using Unisson.Matrix.Json;
using Unisson.Matrix.Rest;

namespace Unisson.Matrix;

/// <summary>Rooms, who is in them, and what they are.</summary>
public sealed partial class MatrixClient
{
    private static readonly Route CreateRoute = new(HttpMethod.Post, "/v3/createRoom");
    private static readonly Route JoinRoute = new(HttpMethod.Post, "/v3/join/{room}");
    private static readonly Route LeaveRoute = new(HttpMethod.Post, "/v3/rooms/{room}/leave");
    private static readonly Route KickRoute = new(HttpMethod.Post, "/v3/rooms/{room}/kick");
    private static readonly Route InviteRoute = new(HttpMethod.Post, "/v3/rooms/{room}/invite");
    private static readonly Route StateRoute = new(HttpMethod.Put, "/v3/rooms/{room}/state/{type}/{key}");

    /// <summary>
    /// Makes a room. It is not repeated where nobody knows whether it was made; where an invite was refused
    /// (<see cref="MatrixErrors.InviteBlocked"/>) the room was.
    /// </summary>
    /// <returns>Its id.</returns>
    public async Task<string> CreateRoomAsync(RoomCreate room, CancellationToken ct)
        => (await AskAsync(new MatrixCall(CreateRoute, $"{Client}/createRoom").With(room, MatrixJson.Writing.RoomCreate), MatrixJson.Default.RoomMade, ct)).RoomId;

    /// <summary>Joins by id or alias.</summary>
    /// <param name="via">Servers that know the room, for an id that names none or one that is gone.</param>
    public async Task<string> JoinAsync(string roomIdOrAlias, IEnumerable<string> via, CancellationToken ct)
    {
        var servers = string.Concat(via.Select((s, at) => $"{(at == 0 ? '?' : '&')}via={Escape(s)}&server_name={Escape(s)}"));
        return (await AskAsync(Empty(new MatrixCall(JoinRoute, $"{Client}/join/{Escape(roomIdOrAlias)}{servers}") { Repeatable = true }), MatrixJson.Default.RoomMade, ct)).RoomId;
    }

    /// <summary>Leaves a room, or refuses its invite. Nothing happens where the account is not in it, as after a try whose answer was lost.</summary>
    public async Task LeaveAsync(string roomId, CancellationToken ct)
    {
        try
        {
            await TellAsync(Empty(new MatrixCall(LeaveRoute, $"{Client}/rooms/{Escape(roomId)}/leave") { Repeatable = true }), ct);
        }
        catch (MatrixException error) when (error.Code == MatrixErrors.Forbidden)
        {
        }
    }

    public Task InviteAsync(string roomId, string userId, CancellationToken ct)
        => TellAsync(new MatrixCall(InviteRoute, $"{Client}/rooms/{Escape(roomId)}/invite").With(new UserNamed(userId, null), MatrixJson.Writing.UserNamed), ct);

    /// <summary>Takes somebody out of a room, or an invite back.</summary>
    public Task KickAsync(string roomId, string userId, CancellationToken ct)
        => TellAsync(new MatrixCall(KickRoute, $"{Client}/rooms/{Escape(roomId)}/kick") { Repeatable = true }.With(new UserNamed(userId, null), MatrixJson.Writing.UserNamed), ct);

    /// <summary>Rooms that the account is in.</summary>
    public async Task<IReadOnlyList<string>> GetJoinedRoomsAsync(CancellationToken ct)
        => (await AskAsync(Get("/v3/joined_rooms", $"{Client}/joined_rooms"), MatrixJson.Default.JoinedRooms, ct)).JoinedRoomsList ?? [];

    /// <summary>Who is in a room now, by user id.</summary>
    public async Task<IReadOnlyDictionary<string, RoomMember>> GetJoinedMembersAsync(string roomId, CancellationToken ct)
    {
        var call = Get("/v3/rooms/{room}/joined_members", $"{Client}/rooms/{Escape(roomId)}/joined_members");
        using var answer = await _sender.SendAsync(call, ct);
        return answer.Root(call.Route).Part("joined").Members().DistinctBy(m => m.Key, StringComparer.Ordinal).ToDictionary(m => m.Key, m => new RoomMember(m.Value.Text("display_name")), StringComparer.Ordinal);
    }

    /// <summary>The content of one state event; null where there is none.</summary>
    public Task<JsonElement?> GetStateAsync(string roomId, string type, string stateKey, CancellationToken ct)
        => CloneAsync(Get("/v3/rooms/{room}/state/{type}/{key}", $"{Client}/rooms/{Escape(roomId)}/state/{Escape(type)}/{Escape(stateKey)}"), ct);

    /// <summary>All state events of a room, as a list.</summary>
    public async Task<IReadOnlyList<JsonElement>> GetAllStateAsync(string roomId, CancellationToken ct)
    {
        var call = Get("/v3/rooms/{room}/state", $"{Client}/rooms/{Escape(roomId)}/state");
        using var answer = await _sender.SendAsync(call, ct);
        return [.. answer.Root(call.Route, JsonValueKind.Array).EnumerateArray().Select(e => e.Clone())];
    }

    public Task SetStateAsync(string roomId, string type, string stateKey, JsonElement content, CancellationToken ct)
        => TellAsync(
            new MatrixCall(StateRoute, $"{Client}/rooms/{Escape(roomId)}/state/{Escape(type)}/{Escape(stateKey)}")
                .With(JsonSerializer.SerializeToUtf8Bytes(content, MatrixJson.Writing.JsonElement), "application/json"),
            ct);
}
