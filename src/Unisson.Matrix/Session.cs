using System.Globalization;
using System.Text.Json.Serialization;

namespace Unisson.Matrix;

/// <summary>
/// A session of an account on one device (client-server API, "Login"). Whoever keeps it can come back as the same device, whose transaction
/// ids the homeserver remembers. A class, not a record: its tokens must not come out of <c>ToString</c>.
/// </summary>
public sealed class Session
{
    public required string UserId { get; init; }

    public string? DeviceId { get; init; }

    public required string AccessToken { get; init; }

    /// <summary>Null where tokens do not end.</summary>
    public string? RefreshToken { get; init; }

    /// <summary>Life of the access token when it was given, in milliseconds; null where it does not end.</summary>
    [JsonPropertyName("expires_in_ms")]
    public long? ExpiresInMs { get; init; }

    public override string ToString() => $"{UserId} on {DeviceId}";
}

/// <summary>What a homeserver can do (<c>GET /_matrix/client/versions</c>).</summary>
public sealed record Versions(IReadOnlyList<string> All, IReadOnlyDictionary<string, bool> UnstableFeatures)
{
    /// <summary>Whether it speaks a version, <c>v1.16</c>, or a later one of the same major number.</summary>
    public bool Speaks(int major, int minor) => All.Any(v =>
        v.StartsWith('v') && v.IndexOf('.', StringComparison.Ordinal) is > 0 and var dot
        && int.TryParse(v.AsSpan(1, dot - 1), CultureInfo.InvariantCulture, out var m) && int.TryParse(v.AsSpan(dot + 1), CultureInfo.InvariantCulture, out var n) && m == major && n >= minor);
}

/// <summary>Whose token it is (<c>GET /account/whoami</c>).</summary>
public sealed record WhoAmI(string UserId, string? DeviceId);
