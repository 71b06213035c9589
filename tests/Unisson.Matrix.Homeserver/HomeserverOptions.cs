namespace Unisson.Matrix.Homeservers;

/// <summary>How a test wants its Synapse configured.</summary>
public sealed record HomeserverOptions
{
    /// <summary>Whether Synapse's own rate limits hold: 0.2 messages a second after a burst of 10, 3 registrations at once. Without them nothing is ever limited.</summary>
    public bool DefaultRates { get; init; }

    /// <summary>Synapse's <c>encryption_enabled_by_default_for_room_type</c>: <c>all</c>, <c>invite</c> (private rooms and DMs) or <c>off</c>.</summary>
    public string EncryptedByDefault { get; init; } = "off";
}
