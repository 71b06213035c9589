using System.Text.Json;

namespace Unisson.Matrix;

/// <summary>A room to be made (client-server API, <c>createRoom</c>).</summary>
public sealed record RoomCreate
{
    public const string PrivateChat = "private_chat";

    /// <summary>All who are invited have the maker's power.</summary>
    public const string TrustedPrivateChat = "trusted_private_chat";
    public const string PublicChat = "public_chat";

    public string? Preset { get; init; }

    public string? Name { get; init; }

    public string? Topic { get; init; }

    public IReadOnlyList<string>? Invite { get; init; }

    /// <summary>Marks the invites as those of a private conversation.</summary>
    public bool? IsDirect { get; init; }

    public IReadOnlyList<StateOfRoom>? InitialState { get; init; }

    public string? RoomVersion { get; init; }

    /// <summary>What is said of the room for good: <c>{"type": "m.space"}</c>.</summary>
    public IReadOnlyDictionary<string, JsonElement>? CreationContent { get; init; }
}

public sealed record StateOfRoom(string Type, string StateKey, JsonElement Content);

/// <summary>Somebody who is in a room.</summary>
public sealed record RoomMember(string? DisplayName);
