namespace Unisson.Matrix.Stub.World;

/// <summary>Somebody's device; transaction ids are remembered for it.</summary>
internal sealed record Device(StubPerson Person, string Id);

/// <summary>An access token and what goes with it.</summary>
internal sealed class Session(Device device, string access)
{
    public Device Device => device;

    public string Access => access;

    public string? Refresh { get; init; }

    public DateTimeOffset? Expires { get; init; }

    /// <summary>The session it was refreshed from.</summary>
    public Session? Before { get; init; }

    /// <summary>Whether the session that came of its refresh token has been used, so that there can be no other.</summary>
    public bool Refreshed { get; set; }
}
