using System.Text.Json;
using Unisson.Matrix.Rest;

namespace Unisson.Matrix;

/// <summary>What happened since the sync before (client-server API, "Syncing"). Its events live until it is disposed of.</summary>
public sealed class SyncBatch : IDisposable
{
    private readonly MatrixAnswer _answer;
    private readonly List<EventPage> _pages = [];

    internal SyncBatch(MatrixAnswer answer, Route route, string? since)
    {
        (_answer, Since) = (answer, since);
        var root = answer.Root(route);
        NextBatch = root.Text("next_batch") is { Length: > 0 } next ? next : throw new MatrixException(answer.Status, "", "A sync without next_batch.", route.Name);
        var rooms = root.Part("rooms");
        Joined = [.. rooms.Part("join").Members().Select(r => new JoinedRoom(r.Key, r.Value))];
        Invited = [.. rooms.Part("invite").Members().Select(r => new InvitedRoom(r.Key, Events(r.Value.Part("invite_state"))))];
        Left = [.. rooms.Part("leave").Members().Select(r => r.Key)];
    }

    /// <summary>The token of the batch before; null where this one begins anew, with what each room is now.</summary>
    public string? Since { get; }

    /// <summary>To be stored together with what was done about this batch.</summary>
    public string NextBatch { get; }

    public IReadOnlyList<JoinedRoom> Joined { get; }

    public IReadOnlyList<InvitedRoom> Invited { get; }

    /// <summary>Rooms that the account left, or was made to leave.</summary>
    public IReadOnlyList<string> Left { get; }

    public bool IsEmpty => Joined.Count == 0 && Invited.Count == 0 && Left.Count == 0;

    public void Dispose()
    {
        _pages.ForEach(p => p.Dispose());
        _answer.Dispose();
    }

    /// <summary>Keeps the pages that a gap was filled from as long as the batch.</summary>
    internal void Keep(EventPage page) => _pages.Add(page);

    internal static List<MatrixEvent> Events(JsonElement of) => [.. of.Items("events").Select(e => new MatrixEvent(e))];
}

/// <summary>What happened in a room that the account is in.</summary>
public sealed class JoinedRoom
{
    internal JoinedRoom(string id, JsonElement json)
    {
        var timeline = json.Part("timeline");
        RoomId = id;
        Timeline = SyncBatch.Events(timeline);
        IsLimited = timeline.Truth("limited") == true;
        PrevBatch = timeline.Text("prev_batch");
        HasStateAfter = json.Member("state_after") is not null;
        State = SyncBatch.Events(json.Part(HasStateAfter ? "state_after" : "state"));
    }

    public string RoomId { get; }

    /// <summary>Oldest first.</summary>
    public IReadOnlyList<MatrixEvent> Timeline { get; internal set; }

    /// <summary>
    /// State that changed: up to the end of the timeline where <see cref="HasStateAfter"/>, else up to its beginning, so that state in the
    /// timeline comes on top.
    /// </summary>
    public IReadOnlyList<MatrixEvent> State { get; }

    public bool HasStateAfter { get; }

    /// <summary>Events between the batch before and this timeline were left out.</summary>
    public bool IsLimited { get; }

    /// <summary>Where what was left out ends.</summary>
    public string? PrevBatch { get; }

    /// <summary>State as it is at the end of this batch, in the order in which it came to be.</summary>
    public IEnumerable<MatrixEvent> StateNow => HasStateAfter ? State : State.Concat(Timeline.Where(e => e.StateKey is not null));
}

/// <summary>An invite, with as much of the room as the homeserver tells: without ids and times ("Stripped state").</summary>
public sealed record InvitedRoom(string RoomId, IReadOnlyList<MatrixEvent> State);
