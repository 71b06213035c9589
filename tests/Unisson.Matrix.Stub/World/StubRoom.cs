using System.Text.Json.Nodes;
using Unisson.Matrix.Stub.World;

namespace Unisson.Matrix.Stub;

/// <summary>A room: its events in order, and the state they make.</summary>
public sealed class StubRoom
{
    private readonly WorldState _world;

    internal StubRoom(WorldState world, string id, int version) => (_world, Id, Version) = (world, id, version);

    public string Id { get; }

    public int Version { get; }

    /// <summary>All that happened, oldest first.</summary>
    public IReadOnlyList<StubEvent> Timeline => _world.Look(() => Events.ToList());

    /// <summary>Messages that were not redacted, without edits; <see cref="StubEvent.Shown"/> is what people read.</summary>
    public IReadOnlyList<StubEvent> Messages
        => _world.Look(() => Events.Where(e => e is { Type: "m.room.message", Redacted: false, RelationType: not "m.replace" }).ToList());

    /// <summary>User ids of who is in the room.</summary>
    public IReadOnlyList<string> Members => _world.Look(() => With("join").ToList());

    /// <summary>Who types, as last told.</summary>
    public IReadOnlyList<string> Typing => _world.Look(() => Typists.Where(t => t.Value > _world.Now).Select(t => t.Key).ToList());

    /// <summary>Receipts sent, oldest first.</summary>
    public IReadOnlyList<StubReceipt> Receipts => _world.Look(() => Read.ToList());

    /// <summary>The room made in its place.</summary>
    public string? Replacement => State("m.room.tombstone").TextAt("replacement_room");

    internal List<StubEvent> Events { get; } = [];

    internal Dictionary<(string Type, string Key), StubEvent> Current { get; } = [];

    internal Dictionary<string, DateTimeOffset> Typists { get; } = [];

    internal long TypingPosition { get; set; }

    internal List<StubReceipt> Read { get; } = [];

    /// <summary>The content of a state event; none if there is no such state.</summary>
    public JsonObject? State(string type, string key = "") => _world.Look(() => Current.GetValueOrDefault((type, key))?.Content);

    /// <summary><c>join</c>, <c>invite</c>, <c>leave</c> or <c>ban</c>; <c>leave</c> for strangers.</summary>
    public string Membership(string userId) => State("m.room.member", userId).TextAt("membership") ?? "leave";

    internal IEnumerable<string> With(string membership)
        => Current.Values.Where(e => e.Type == "m.room.member" && e.Content.TextAt("membership") == membership).Select(e => e.StateKey!);

    internal StubEvent? Find(string eventId) => Events.Find(e => e.Id == eventId);

    /// <summary>Edits by the same sender, oldest first.</summary>
    internal IReadOnlyList<StubEvent> EditsOf(StubEvent e)
        => _world.Look(() => Events.Where(x => x is { RelationType: "m.replace", Redacted: false } && x.RelatesTo == e.Id && x.Sender == e.Sender && x.Type == e.Type).ToList());

    /// <summary>The state made by the events up to a position.</summary>
    internal Dictionary<(string Type, string Key), StubEvent> StateAt(long position)
    {
        Dictionary<(string, string), StubEvent> state = [];
        foreach (var e in Events.Where(e => e.StateKey is not null && e.Odd is null && e.Position <= position))
        {
            state[(e.Type, e.StateKey!)] = e;
        }

        return state;
    }

    /// <summary>Since when the membership has been what it is: a new display name is no new membership.</summary>
    internal StubEvent? Turned(string userId)
    {
        var member = Current.GetValueOrDefault(("m.room.member", userId));
        while (member?.Replaces is { } before && before.Content.TextAt("membership") == member.Content.TextAt("membership"))
        {
            member = before;
        }

        return member;
    }

    /// <summary>Adds an event without asking whether it may be.</summary>
    internal StubEvent Append(string sender, string type, JsonObject content, string? stateKey = null, JsonObject? odd = null)
    {
        var e = new StubEvent(WorldState.NewEventId(), this, sender, type, content, stateKey)
        {
            At = _world.Now,
            Position = _world.Advance(),
            Replaces = stateKey is null ? null : Current.GetValueOrDefault((type, stateKey)),
            Odd = odd,
        };
        Events.Add(e);
        if (stateKey is not null && odd is null)
        {
            Current[(type, stateKey)] = e;
        }

        if (type == "m.room.redaction" && (content.TextAt("redacts") is { } id) && Find(id) is { Redacted: false } target)
        {
            target.Content = Redaction.Prune(target);
            target.Because = e;
        }

        return e;
    }
}

/// <summary>A receipt as it was sent.</summary>
/// <param name="Type"><c>m.read</c>, <c>m.read.private</c> or <c>m.fully_read</c>.</param>
/// <param name="ThreadId">A thread's root, <c>main</c>, or none.</param>
public sealed record StubReceipt(string UserId, string Type, string EventId, string? ThreadId, DateTimeOffset At)
{
    internal long Position { get; init; }
}
