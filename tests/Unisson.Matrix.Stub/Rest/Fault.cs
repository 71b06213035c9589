namespace Unisson.Matrix.Stub;

internal enum FaultKind
{
    Status,
    RateLimited,
    RequestLost,
    RequestHeld,
    AnswerLost,
    AnswerCut,
    AnswerHeld,
}

/// <summary>One order of <see cref="StubFaults"/>.</summary>
internal sealed class Fault(FaultKind kind, string? route, int times)
{
    public FaultKind Kind => kind;

    public string? Route => route;

    public int Left { get; set; } = times;

    public int Status { get; init; }

    public string Body { get; init; } = "";

    public TimeSpan Wait { get; init; }

    public bool OnlyHeader { get; init; }

    public Task Until { get; init; } = Task.CompletedTask;

    public Action? At { get; init; }
}
