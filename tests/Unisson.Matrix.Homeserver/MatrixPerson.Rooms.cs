using System.Text.Json;
using System.Text.Json.Nodes;

namespace Unisson.Matrix.Homeservers;

/// <summary>Rooms, who is in them, and what they allow.</summary>
public sealed partial class MatrixPerson
{
    /// <summary>A room that everybody who knows its id may join; it is not in the server's directory.</summary>
    public Task<string> CreatePublicRoomAsync(string name, string? version = null)
        => CreateRoomAsync(new() { ["preset"] = "public_chat", ["name"] = name }, version);

    public Task<string> CreatePrivateRoomAsync(string name, string? version = null, params MatrixPerson[] invited)
        => CreateRoomAsync(new() { ["preset"] = "private_chat", ["name"] = name, ["invite"] = Ids(invited) }, version);

    /// <summary>A room for two, marked as direct in the invitation and in this person's <c>m.direct</c>.</summary>
    /// <param name="userId">A user id, for the bot is no <see cref="MatrixPerson"/>.</param>
    public async Task<string> CreateDmAsync(string userId)
    {
        var room = await CreateRoomAsync(new() { ["preset"] = "trusted_private_chat", ["is_direct"] = true, ["invite"] = new JsonArray(userId) });
        var path = $"v3/user/{Uri.EscapeDataString(UserId)}/account_data/m.direct";
        var known = await CallAsync(HttpMethod.Get, path);
        var direct = known.Errcode is null ? JsonObject.Create(known.Json)! : [];
        var rooms = direct[userId] as JsonArray ?? [];
        rooms.Add(room);
        direct[userId] = rooms.DeepClone();
        await AskAsync(HttpMethod.Put, path, direct);
        return room;
    }

    public Task<string> CreateSpaceAsync(string name)
        => CreateRoomAsync(new() { ["preset"] = "public_chat", ["name"] = name, ["creation_content"] = new JsonObject { ["type"] = "m.space" } });

    public Task AddToSpaceAsync(string spaceId, string roomId)
        => SetStateAsync(spaceId, "m.space.child", roomId, new() { ["via"] = new JsonArray(Homeserver.ServerName) });

    /// <summary>Any room: <paramref name="settings"/> is the body of <c>/createRoom</c>.</summary>
    /// <param name="version">As <c>10</c> or <c>12</c>; null leaves it to the server.</param>
    /// <returns>The room id.</returns>
    public async Task<string> CreateRoomAsync(JsonObject settings, string? version = null)
    {
        if (version is not null)
        {
            settings["room_version"] = version;
        }

        return (await AskAsync(HttpMethod.Post, "v3/createRoom", settings)).Text("room_id")!;
    }

    public Task InviteAsync(string roomId, string userId) => MemberAsync(roomId, "invite", userId);

    /// <param name="roomIdOrAlias">As <c>!…</c> or <c>#name:localhost</c>.</param>
    public Task JoinAsync(string roomIdOrAlias) => AskAsync(HttpMethod.Post, $"v3/join/{Uri.EscapeDataString(roomIdOrAlias)}", new JsonObject());

    /// <summary>Also refuses an invitation.</summary>
    public Task LeaveAsync(string roomId) => AskAsync(HttpMethod.Post, $"{Room(roomId)}/leave", new JsonObject());

    public Task KickAsync(string roomId, string userId) => MemberAsync(roomId, "kick", userId);

    public Task BanAsync(string roomId, string userId) => MemberAsync(roomId, "ban", userId);

    /// <summary>Gives one user a power level; 100 is an administrator, 50 a moderator, 0 the rest.</summary>
    public Task SetPowerLevelAsync(string roomId, string userId, int level)
        => SetPowerLevelsAsync(roomId, levels =>
        {
            var users = levels["users"]?.AsObject() ?? [];
            users[userId] = level;
            levels["users"] = users.DeepClone();
        });

    /// <summary>Changes the content of <c>m.room.power_levels</c>, as <c>events_default</c> or <c>invite</c>.</summary>
    public async Task SetPowerLevelsAsync(string roomId, Action<JsonObject> change)
    {
        var levels = JsonObject.Create(await GetStateAsync(roomId, "m.room.power_levels"))!;
        change(levels);
        await SetStateAsync(roomId, "m.room.power_levels", "", levels);
    }

    /// <returns>The id of the room that takes its place; nobody else is in it yet.</returns>
    public async Task<string> UpgradeAsync(string roomId, string version)
        => (await AskAsync(HttpMethod.Post, $"{Room(roomId)}/upgrade", new JsonObject { ["new_version"] = version })).Text("replacement_room")!;

    /// <summary>Turns encryption on, which cannot be turned off again; this person's own messages stay plain all the same.</summary>
    public Task EncryptAsync(string roomId)
        => SetStateAsync(roomId, "m.room.encryption", "", new() { ["algorithm"] = "m.megolm.v1.aes-sha2" });

    /// <returns>The event id.</returns>
    public async Task<string> SetStateAsync(string roomId, string type, string stateKey, JsonObject content)
        => (await AskAsync(HttpMethod.Put, StatePath(roomId, type, stateKey), content)).Text("event_id")!;

    /// <returns>The content of a state event.</returns>
    /// <exception cref="MatrixRefusedException">404 <c>M_NOT_FOUND</c> without such state.</exception>
    public async Task<JsonElement> GetStateAsync(string roomId, string type, string stateKey = "")
        => (await AskAsync(HttpMethod.Get, StatePath(roomId, type, stateKey))).Json;

    private Task<MatrixAnswer> MemberAsync(string roomId, string verb, string userId)
        => AskAsync(HttpMethod.Post, $"{Room(roomId)}/{verb}", new JsonObject { ["user_id"] = userId });

    private static string StatePath(string roomId, string type, string stateKey)
        => $"{Room(roomId)}/state/{type}/{Uri.EscapeDataString(stateKey)}";

    private static JsonArray Ids(IEnumerable<MatrixPerson> people) => [.. people.Select(person => (JsonNode)person.UserId)];
}
