namespace Unisson.Matrix.Stub.Rest;

/// <summary>A method and path of the client-server API.</summary>
/// <param name="Name">Method and path with its variables in braces, as tests name a route.</param>
/// <param name="Handle">Runs under the world's lock.</param>
internal sealed record Route(string Name, Func<RestCall, RestAnswer>? Handle)
{
    /// <summary>For what may wait; takes the lock itself.</summary>
    public Func<RestCall, Task<RestAnswer>>? Wait { get; init; }

    public string Method { get; } = Name[..Name.IndexOf(' ', StringComparison.Ordinal)];

    public string[] Segments { get; } = Name[(Name.IndexOf(' ', StringComparison.Ordinal) + 1)..].Split('/', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Answers without a token.</summary>
    public bool Open { get; init; }

    /// <summary>Takes bytes instead of JSON.</summary>
    public bool Raw { get; init; }

    /// <summary>Whether Synapse wants a body, be it empty: joining and leaving go without.</summary>
    public bool NeedsBody => Method != "GET" && !Raw && Name is not (StubRoutes.Join or StubRoutes.JoinRoom or StubRoutes.Leave or StubRoutes.Invite or StubRoutes.Kick);

    /// <summary>Counts for Synapse's <c>rc_message</c>.</summary>
    public bool Limited { get; init; }
}
