namespace Unisson.Discord.Stub.Rest;

/// <summary>What goes wrong at the REST side, as a test orders it. Routes are named as in Discord's documentation, for example <c>POST /channels/{channel_id}/messages</c>; none means every route.</summary>
public sealed class StubFaults
{
    private readonly List<Fault> _faults = [];
    private readonly WorldState _world;
    private readonly RateLimits _limits;

    internal StubFaults(WorldState world, RateLimits limits) => (_world, _limits) = (world, limits);

    /// <summary>The next requests fail with a status such as 500, 502 or 503 and change nothing.</summary>
    public void Answer(int status, int times = 1, string? route = null) => Add(new(FaultKind.Status, route, times) { Status = status });

    /// <summary>The next requests are refused with a 429 of scope "user", whatever the bucket says.</summary>
    public void RateLimit(TimeSpan wait, int times = 1, string? route = null) => Add(new(FaultKind.RateLimited, route, times) { Wait = wait });

    /// <summary>Every request but those of interactions gets a global 429 for so long.</summary>
    public void RateLimitGlobally(TimeSpan wait) => _world.Do(() => _limits.CloseGlobally(wait));

    /// <summary>The next requests are carried out, and then the line breaks: the bot cannot know whether they were.</summary>
    /// <param name="at">What else happens at that moment.</param>
    public void LoseAnswer(int times = 1, string? route = null, Action? at = null) => Add(new(FaultKind.AnswerLost, route, times) { At = at });

    /// <summary>The line breaks before the next requests are read.</summary>
    /// <param name="at">What else happens at that moment.</param>
    public void LoseRequest(int times = 1, string? route = null, Action? at = null) => Add(new(FaultKind.RequestLost, route, times) { At = at });

    /// <summary>The next requests wait until the given task has ended, and are then carried out.</summary>
    public void Hold(Task until, int times = 1, string? route = null) => Add(new(FaultKind.Held, route, times) { Until = until });

    /// <summary>Calls off every order that was not used up.</summary>
    public void Clear() => _world.Do(_faults.Clear);

    /// <summary>Orders not used up yet.</summary>
    public int Pending => _world.Do(() => _faults.Count);

    internal Fault? Take(Route route)
    {
        var fault = _world.Do(() =>
        {
            var first = _faults.FirstOrDefault(f => f.Route is null || f.Route == route.Name);
            if (first is not null && --first.Left == 0)
            {
                _faults.Remove(first);
            }

            return first;
        });
        _world.Changed.Raise();
        return fault;
    }

    private void Add(Fault fault) => _world.Do(() => _faults.Add(fault));
}

internal enum FaultKind
{
    Status,
    RateLimited,
    AnswerLost,
    RequestLost,
    Held,
}

internal sealed class Fault(FaultKind kind, string? route, int times)
{
    public FaultKind Kind => kind;

    public string? Route => route;

    public int Left { get; set; } = times;

    public int Status { get; init; }

    public TimeSpan Wait { get; init; }

    public Task? Until { get; init; }

    public Action? At { get; init; }
}
