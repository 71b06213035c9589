using System.Text.Json.Nodes;
using Unisson.Matrix.Stub.World;

namespace Unisson.Matrix.Stub;

/// <summary>What goes wrong, as a test orders it. Routes are those of <see cref="StubRoutes"/>; none means every route. An order holds from the next request on, not for a long poll that is already open, but for the two orders about sync.</summary>
public sealed class StubFaults
{
    private readonly List<Fault> _faults = [];
    private readonly WorldState _world;
    private int _repeats;
    private int? _skipNext;

    internal StubFaults(WorldState world) => _world = world;

    /// <summary>The next requests are answered so and change nothing.</summary>
    /// <param name="body">Not always JSON: what stands before a homeserver answers in HTML. None is a short HTML page.</param>
    public void Answer(int status, int times = 1, string? route = null, string? body = null)
        => Add(new(FaultKind.Status, route, times) { Status = status, Body = body ?? $"<html><body><h1>{status}</h1></body></html>" });

    /// <summary>The next requests are refused with a Matrix error.</summary>
    public void Refuse(int status, string errCode, int times = 1, string? route = null)
        => Answer(status, times, route, new JsonObject { ["errcode"] = errCode, ["error"] = "As ordered" }.ToJsonString());

    /// <summary>The next requests are refused with 429 M_LIMIT_EXCEEDED.</summary>
    /// <param name="wait">Told as <c>retry_after_ms</c> and, in whole seconds, as Retry-After.</param>
    /// <param name="onlyHeader">Whether <c>retry_after_ms</c>, which Matrix 1.10 deprecated, is left out.</param>
    public void RateLimit(TimeSpan wait, int times = 1, string? route = null, bool onlyHeader = false)
        => Add(new(FaultKind.RateLimited, route, times) { Wait = wait, OnlyHeader = onlyHeader });

    /// <summary>The line breaks before the next requests are read.</summary>
    /// <param name="at">What else happens at that moment.</param>
    public void LoseRequest(int times = 1, string? route = null, Action? at = null) => Add(new(FaultKind.RequestLost, route, times) { At = at });

    /// <summary>The next requests are carried out, and then the line breaks: the bot cannot know whether they were.</summary>
    /// <param name="at">What else happens at that moment.</param>
    public void LoseAnswer(int times = 1, string? route = null, Action? at = null) => Add(new(FaultKind.AnswerLost, route, times) { At = at });

    /// <summary>The next requests are carried out, and the line breaks in the middle of the answer's body.</summary>
    public void CutAnswer(int times = 1, string? route = null) => Add(new(FaultKind.AnswerCut, route, times));

    /// <summary>The next requests wait until the task has ended, and are then carried out.</summary>
    public void HoldRequest(Task until, int times = 1, string? route = null) => Add(new(FaultKind.RequestHeld, route, times) { Until = until });

    /// <summary>The next requests are carried out, but answered only when the task has ended: until then the connection is half-open.</summary>
    public void HoldAnswer(Task until, int times = 1, string? route = null) => Add(new(FaultKind.AnswerHeld, route, times) { Until = until });

    /// <summary>The next syncs get the device's previous answer once more, word for word; an open long poll too.</summary>
    public void RepeatSync(int times = 1) => _world.Change(() => { _repeats += times; });

    /// <summary>The next sync that has news is limited to so many events a room, whatever its filter says: what was before is a gap to be filled by <c>/messages</c>.</summary>
    public void SkipBatch(int kept = 1) => _world.Change(() => { _skipNext = kept; });

    /// <summary>Calls off every order that was not used up.</summary>
    public void Clear() => _world.Change(() => { (_repeats, _skipNext) = (0, null); _faults.Clear(); });

    /// <summary>Orders not used up yet.</summary>
    public int Pending => _world.Look(() => _faults.Count + _repeats + (_skipNext is null ? 0 : 1));

    internal int? SkipNext
    {
        get => _skipNext;
        set => _skipNext = value;
    }

    internal bool TakeRepeat() => _repeats > 0 && _repeats-- > 0;

    internal Fault? Take(string route) => _world.Change(() =>
    {
        var first = _faults.Find(f => f.Route is null || f.Route == route);
        if (first is not null && --first.Left == 0)
        {
            _faults.Remove(first);
        }

        return first;
    });

    private void Add(Fault fault) => _world.Change(() => _faults.Add(fault));
}
