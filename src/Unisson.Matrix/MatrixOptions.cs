namespace Unisson.Matrix;

/// <summary>How to reach a homeserver. A class, not a record: token and password must not come out of <c>ToString</c>.</summary>
public sealed class MatrixOptions
{
    /// <summary>Base address of the client-server API, as discovery gives it (<see cref="MatrixDiscovery"/>).</summary>
    public required Uri Homeserver { get; init; }

    /// <summary>An access token that is there already; blanks around it, as files end with, are dropped.</summary>
    public string? AccessToken { get; init => field = value?.Trim(); }

    /// <summary>For a login by password: <c>@bot:example.org</c>, or its local part.</summary>
    public string? User { get; init; }

    public string? Password { get; init; }

    /// <summary>What a device is called that a login makes: people see it in the list of the bot's sessions.</summary>
    public string DeviceName { get; init; } = "bot";

    public string UserAgent { get; init; } = "Unisson.Matrix/0.1";

    /// <summary>How long all tries of a call may take. A longer wait comes back at once as a <see cref="MatrixRateLimitException"/>, so that the caller can do something else meanwhile.</summary>
    public TimeSpan LongestWait { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// Whether an event that the homeserver wants later (429) waits by itself; false gives the <see cref="MatrixRateLimitException"/> at once,
    /// for a caller who knows which event is wanted first.
    /// </summary>
    public bool EventsWait { get; init; } = true;

    /// <summary>Called after each request that was sent, with what may be kept: no body, no token, no id.</summary>
    public Action<SentRequest>? Sent { get; init; }
}

/// <summary>
/// One request as it was sent. <see cref="Route"/> is a template such as <c>/v3/rooms/{room}/send/{type}/{txn}</c>; <see cref="Status"/> is 0
/// when no answer came; <see cref="Attempt"/> counts from 1.
/// </summary>
public readonly record struct SentRequest(string Method, string Route, int Status, TimeSpan Duration, int Attempt);
