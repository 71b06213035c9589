namespace Unisson.Matrix.Rest;

// Parts of the wire that nobody outside needs to see.
internal sealed record ErrorBody(string? Errcode, string? Error, long? RetryAfterMs, bool? SoftLogout);

internal sealed record LoginFlows(IReadOnlyList<LoginFlow>? Flows);

internal sealed record LoginFlow(string? Type);

internal sealed record LoginRequest(string Type, LoginIdentifier? Identifier, string? Password, string? DeviceId, string? InitialDeviceDisplayName, bool RefreshToken);

internal sealed record LoginIdentifier(string Type, string User);

internal sealed record RefreshRequest(string RefreshToken);

internal sealed record RefreshAnswer(string AccessToken, string? RefreshToken, long? ExpiresInMs);

internal sealed record FilterMade(string FilterId);

internal sealed record EventSent(string EventId);

internal sealed record RoomMade(string RoomId);

internal sealed record UserNamed(string UserId, string? Reason);

internal sealed record TypingNotice(bool Typing, int? Timeout);

internal sealed record Receipt(string? ThreadId);

internal sealed record Redaction(string? Reason);

internal sealed record JoinedRooms(IReadOnlyList<string>? JoinedRoomsList)
{
    [System.Text.Json.Serialization.JsonPropertyName("joined_rooms")]
    public IReadOnlyList<string>? JoinedRoomsList { get; init; } = JoinedRoomsList;
}

internal sealed record Uploaded(string ContentUri);

/// <summary>Matrix wants an object where there is nothing to say.</summary>
internal sealed record Nothing;

internal sealed record WellKnown
{
    [System.Text.Json.Serialization.JsonPropertyName("m.homeserver")]
    public BaseAddress? Homeserver { get; init; }
}

internal sealed record BaseAddress(string? BaseUrl);
