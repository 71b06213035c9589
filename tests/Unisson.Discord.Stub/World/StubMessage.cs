using System.Text.Json.Nodes;

namespace Unisson.Discord.Stub;

/// <summary>A message as it stands now, with all that it was before.</summary>
public sealed class StubMessage
{
    private readonly List<MessageBody> _versions = [];

    internal StubMessage(string id, StubChannel channel, StubUser author, MessageBody body, DateTimeOffset at)
    {
        (Id, Channel, Author, SentAt) = (id, channel, author, at);
        _versions.Add(body);
    }

    public string Id { get; }

    public StubChannel Channel { get; }

    public StubUser Author { get; }

    public DateTimeOffset SentAt { get; }

    public DateTimeOffset? EditedAt { get; private set; }

    public bool Deleted { get; internal set; }

    /// <summary>The only person who sees it, for an ephemeral message.</summary>
    public StubUser? Reader { get; internal init; }

    public bool Ephemeral => Reader is not null;

    /// <summary>The thread that hangs on this message.</summary>
    public StubChannel? Thread { get; internal set; }

    /// <summary>The nonce it was sent with.</summary>
    public string? Nonce { get; internal init; }

    internal StubInteraction? Interaction { get; init; }

    internal MessageBody Body => _versions[^1];

    /// <summary>An edit never rings: only what stood there at first does.</summary>
    internal MessageBody Original => _versions[0];

    /// <summary>What stood there before each edit, oldest first; empty if it was never edited.</summary>
    public IReadOnlyList<MessageBody> Edits => [.. _versions.Take(_versions.Count - 1)];

    public string Content => Body.Content;

    public IReadOnlyList<StubEmbed> Embeds => Body.Embeds;

    public IReadOnlyList<StubButton> Buttons => Body.Buttons;

    public IReadOnlyList<StubSelect> Selects => Body.Selects;

    public IReadOnlyList<StubFile> Files => Body.Files;

    /// <summary>Content and embeds as one text, for assertions about words.</summary>
    public string Text => Body.Text;

    internal void Edit(MessageBody body, DateTimeOffset at)
    {
        _versions.Add(body);
        EditedAt = at;
    }

    public override string ToString() => $"{Author.Name} in {Channel}: {Text} [{string.Join("] [", Buttons.Select(b => b.Label))}]";
}

/// <summary>One version of a message.</summary>
public sealed record MessageBody(string Content)
{
    internal JsonArray EmbedsJson { get; init; } = [];

    internal JsonArray ComponentsJson { get; init; } = [];

    internal int Flags { get; init; }

    public IReadOnlyList<StubFile> Files { get; init; } = [];

    /// <summary>The ids that may ring by this message's <c>allowed_mentions</c>.</summary>
    internal IReadOnlyCollection<string> MayRing { get; init; } = [];

    public IReadOnlyList<StubEmbed> Embeds => [.. EmbedsJson.Select(e => StubEmbed.Read(e!))];

    public IReadOnlyList<StubButton> Buttons => [.. Parts(2).Select(StubButton.Read)];

    public IReadOnlyList<StubSelect> Selects => [.. Parts(3, 5, 6, 7, 8).Select(StubSelect.Read)];

    /// <summary>Content and embeds as one text.</summary>
    public string Text => string.Join('\n', Embeds.Select(e => e.Text).Prepend(Content).Where(t => t.Length > 0));

    private IEnumerable<JsonObject> Parts(params int[] types)
        => ComponentsJson.SelectMany(row => row!["components"] as JsonArray ?? [])
            .OfType<JsonObject>()
            .Where(part => types.Contains((int)part["type"]!));
}
