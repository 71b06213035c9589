using Unisson.Matrix.Rest;

namespace Unisson.Matrix;

/// <summary>A page of events; they live until it is disposed of.</summary>
public sealed class EventPage : IDisposable
{
    private readonly MatrixAnswer _answer;

    internal EventPage(MatrixAnswer answer, Route route)
    {
        _answer = answer;
        var root = answer.Root(route);
        Events = [.. root.Items("chunk").Select(e => new MatrixEvent(e))];
        Next = root.Text("end") ?? root.Text("next_batch");
    }

    public IReadOnlyList<MatrixEvent> Events { get; }

    /// <summary>Where the next page begins; null at the end.</summary>
    public string? Next { get; }

    public void Dispose() => _answer.Dispose();
}
