using System.Text.Json.Nodes;
using Unisson.Matrix.Stub.World;

namespace Unisson.Matrix.Stub;

/// <summary>An account: a person, whom a test moves, or the bot. Refusals of the server are thrown as <c>MatrixError</c>.</summary>
public sealed partial class StubPerson
{
    private readonly WorldState _world;

    internal StubPerson(WorldState world, string id, string? displayName) => (_world, Id, DisplayName) = (world, id, displayName);

    /// <summary>As <c>@claire:localhost</c>.</summary>
    public string Id { get; }

    public string? DisplayName { get; internal set; }

    /// <summary>For <c>m.login.password</c>.</summary>
    public string Password { get; } = "stub-password";

    /// <summary>Whether invites are refused with M_INVITE_BLOCKED.</summary>
    public bool BlocksInvites { get; set; }

    /// <summary>Rooms the person is in.</summary>
    public IReadOnlyList<StubRoom> Rooms => _world.Look(() => _world.Rooms.Values.Where(r => r.Membership(Id) == "join").ToList());

    /// <summary>Rooms the person is invited to.</summary>
    public IReadOnlyList<StubRoom> Invites => _world.Look(() => _world.Rooms.Values.Where(r => r.Membership(Id) == "invite").ToList());

    internal Dictionary<string, (JsonObject Content, long Position)> AccountData { get; } = [];

    internal List<JsonObject> Filters { get; } = [];

    /// <summary>The content of account data; none if there is none of that type.</summary>
    public JsonObject? Data(string type) => _world.Look(() => AccountData.GetValueOrDefault(type).Content);

    /// <summary>Sets account data from another of the person's devices.</summary>
    public void SetData(string type, JsonObject content) => _world.Change(() => { AccountData[type] = (content, _world.Advance()); });

    /// <summary>A token for <c>m.login.token</c>, good once.</summary>
    public string NewLoginToken() => _world.Change(() => _world.Sessions.LoginToken(this));

    /// <summary>Logs in and gives an access token; what the device had before ends.</summary>
    public string NewAccessToken(string deviceId) => _world.Change(() => _world.Sessions.Open(this, deviceId, refreshable: false).Access);

    /// <summary>All access tokens answer 401 M_UNKNOWN_TOKEN from now on; open long polls too.</summary>
    /// <param name="soft">Whether the answer says <c>soft_logout</c>, so that the device may be kept.</param>
    public void RevokeTokens(bool soft = false) => _world.Change(() => _world.Sessions.Revoke(this, soft));

    /// <summary>A new display name, which is a new member event in every room.</summary>
    public void Rename(string? displayName) => _world.Change(() =>
    {
        DisplayName = displayName;
        foreach (var room in Rooms)
        {
            room.Append(Id, "m.room.member", Memberships.Member(this, "join"), Id);
        }
    });

    /// <summary>Puts a file into the content repository; its <see cref="StubMedia.Uri"/> goes into an <c>m.file</c>.</summary>
    public StubMedia Upload(string name, byte[] bytes, string contentType = "application/octet-stream") => _world.AddMedia(name, bytes, contentType);

    public override string ToString() => Id;
}
