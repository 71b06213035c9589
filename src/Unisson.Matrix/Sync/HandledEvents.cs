namespace Unisson.Matrix;

/// <summary>
/// Ids of the events that were handled last, because a homeserver may bring some again: in an answer that it repeats, or in a page that goes
/// further back than it was asked to.
/// </summary>
internal sealed class HandledEvents(int most)
{
    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);
    private readonly Queue<string> _order = new();

    /// <summary>Takes out of a batch what was handled before; one that begins anew says what each room is now, and stays whole.</summary>
    public void LeaveOut(SyncBatch batch)
    {
        foreach (var room in batch.Joined.Where(r => batch.Since is not null && r.Timeline.Any(IsKnown)))
        {
            room.Timeline = [.. room.Timeline.Where(e => !IsKnown(e))];
        }
    }

    public void Add(SyncBatch batch)
    {
        foreach (var id in batch.Joined.SelectMany(r => r.Timeline).Select(e => e.EventId).OfType<string>().Where(_ids.Add))
        {
            _order.Enqueue(id);
        }

        while (_order.Count > most)
        {
            _ids.Remove(_order.Dequeue());
        }
    }

    private bool IsKnown(MatrixEvent e) => e.EventId is { } id && _ids.Contains(id);
}
