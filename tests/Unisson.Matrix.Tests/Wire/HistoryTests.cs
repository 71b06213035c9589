using Unisson.Matrix.Stub;

namespace Unisson.Matrix.Tests.Wire;

/// <summary>Events that are asked for: pages of a room, one event, what relates to it.</summary>
public sealed class HistoryTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Pages_bring_each_message_once_and_come_to_an_end()
    {
        await using var village = await Village.StartAsync();
        string[] said = [.. Enumerable.Range(1, 7).Select(n => $"{n}")];
        Array.ForEach(said, text => village.Claire.Say(village.Room, text));

        var seen = new List<string>();
        var (from, pages) = ((string?)null, 0);
        do
        {
            using var page = await village.Client.GetMessagesAsync(village.Room.Id, from, to: null, backwards: true, 3, Stop);
            seen.AddRange(page.Events.Where(e => e.Type == EventTypes.Message).Select(e => e.Content.Text("body")!));
            (from, pages) = (page.Next, pages + 1);
        }
        while (from is not null);

        Assert.Equal(said.Reverse(), seen);
        Assert.InRange(pages, 3, 10);
    }

    [Fact]
    public async Task Edits_come_newest_first_and_reactions_are_none()
    {
        await using var village = await Village.StartAsync();
        var original = village.Claire.Say(village.Room, "one");
        var (first, second) = (village.Claire.Edit(original, "two"), village.Claire.Edit(original, "three"));
        village.Claire.React(original, "👍");

        using var edits = await village.Client.GetRelationsAsync(village.Room.Id, original.Id, RelationTypes.Replace, from: null, Stop);

        Assert.Equal([second.Id, first.Id], edits.Events.Select(e => e.EventId));
        Assert.All(edits.Events, e => Assert.Equal((RelationTypes.Replace, original.Id), (e.RelationType, e.RelatesTo)));
    }

    [Fact]
    public async Task An_event_that_is_not_there_or_not_to_be_seen_is_null()
    {
        await using var village = await Village.StartAsync();
        var said = village.Claire.Say(village.Room, "one");
        var elsewhere = village.Claire.Say(village.Claire.CreateRoom("Private"), "secret");

        Assert.Equal("one", new MatrixEvent((await village.Client.GetEventAsync(village.Room.Id, said.Id, Stop))!.Value).Content.Text("body"));
        Assert.Null(await village.Client.GetEventAsync(village.Room.Id, "$none", Stop));
        Assert.Null(await village.Client.GetEventAsync(elsewhere.Room.Id, elsewhere.Id, Stop));
    }

    [Fact]
    public async Task What_was_redacted_is_seen_as_such_and_only_that()
    {
        await using var village = await Village.StartAsync();
        var (gone, kept) = (village.Claire.Say(village.Room, "gone"), village.Claire.Say(village.Room, "kept"));

        await village.Client.SendReactionAsync(village.Room.Id, "r", kept.Id, "👍", Stop);
        village.Claire.Redact(gone, "spam");

        Assert.True(new MatrixEvent((await village.Client.GetEventAsync(village.Room.Id, gone.Id, Stop))!.Value).IsRedacted);
        Assert.False(new MatrixEvent((await village.Client.GetEventAsync(village.Room.Id, kept.Id, Stop))!.Value).IsRedacted);
        using var last = await village.Client.GetMessagesAsync(village.Room.Id, from: null, to: null, backwards: true, 1, Stop);
        Assert.Equal((EventTypes.Redaction, gone.Id), (last.Events[0].Type, last.Events[0].Redacts));
    }

    [Fact]
    public async Task A_redaction_whose_answer_was_lost_is_made_once_and_the_same_reaction_is_told()
    {
        await using var village = await Village.StartAsync();
        var said = village.Claire.Say(village.Room, "one");
        village.Matrix.Faults.LoseAnswer(route: StubRoutes.Redact);
        village.Matrix.Faults.LoseAnswer(route: StubRoutes.Send);

        var reaction = await village.Client.SendReactionAsync(village.Room.Id, "r1", said.Id, "👍", Stop);
        var twice = await Assert.ThrowsAsync<MatrixException>(() => village.Client.SendReactionAsync(village.Room.Id, "r2", said.Id, "👍", Stop));
        await village.Client.RedactAsync(village.Room.Id, reaction, "x", reason: null, Stop);

        Assert.Equal(MatrixErrors.DuplicateAnnotation, twice.Code);
        Assert.Single(village.Room.Timeline, e => e.Type == EventTypes.Redaction);
    }
}
