namespace Unisson.Matrix.Stub;

/// <summary>What a stub homeserver is like. The defaults are a patient Synapse without rate limits, whose tokens never expire.</summary>
public sealed record StubOptions
{
    /// <summary>The clock of the server: timestamps, long polls, expiry of tokens, rate limits. Tests may give a fake one.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>How long, in real time, a wait bears with a bot that does nothing before the test fails.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>The part of user ids and aliases after the colon.</summary>
    public string ServerName { get; init; } = "localhost";

    /// <summary>What <c>/_matrix/client/versions</c> lists; the default is Synapse 1.160's. Only with v1.16 or later is <c>use_state_after</c> heeded.</summary>
    public IReadOnlyList<string> Versions { get; init; } =
        ["v1.1", "v1.2", "v1.3", "v1.4", "v1.5", "v1.6", "v1.7", "v1.8", "v1.9", "v1.10", "v1.11", "v1.12"];

    /// <summary>Of new rooms. From 12 on, room ids have no server part and creators stand above all levels.</summary>
    public int RoomVersion { get; init; } = 11;

    /// <summary>Whether only the OAuth 2.0 API is offered: no password nor token login.</summary>
    public bool OnlyOAuth { get; init; }

    /// <summary>How long an access token lives that was asked for with <c>refresh_token: true</c>; none: it is never said to expire and there is no refresh token.</summary>
    public TimeSpan? AccessTokenLifetime { get; init; }

    /// <summary>Whether every new room is encrypted (Synapse's <c>encryption_enabled_by_default_for_room_type: all</c>).</summary>
    public bool EncryptsRooms { get; init; }

    /// <summary>Largest upload in bytes; more answers 413.</summary>
    public int MaxUploadBytes { get; init; } = 50 * 1024 * 1024;

    /// <summary>Whether disposing fails the test when a rule was broken. Off only for tests that break rules on purpose.</summary>
    public bool Strict { get; init; } = true;
}
