using Unisson.Matrix.Stub;

namespace Unisson.Matrix.Tests.Wire;

/// <summary>Whatever happens to a sync, each event is handed on once.</summary>
public sealed class SyncTests
{
    [Fact]
    public async Task An_answer_that_comes_again_is_handed_on_once()
    {
        await using var village = await Village.StartAsync();
        village.Listen();
        await village.Matrix.SyncingAsync();
        village.Claire.Say(village.Room, "one");
        await village.HeardAsync(1);

        village.Matrix.Faults.RepeatSync(2);
        await village.Matrix.UntilAsync(() => village.Matrix.Faults.Pending == 0, "the repetitions");
        village.Claire.Say(village.Room, "two");
        await village.HeardAsync(2);

        Assert.Equal(["one", "two"], village.Heard);
    }

    [Fact]
    public async Task Events_that_come_again_under_another_position_are_handed_on_once()
    {
        await using var village = await Village.StartAsync();
        var since = await village.NowAsync();
        string[] next = [await NextAsync("real one"), await NextAsync("real two")];
        Array.ForEach(next, position => village.Matrix.Faults.Answer(200, 1, StubRoutes.Sync, Known(position)));

        village.Listen(since);
        await village.Matrix.SyncingAsync();
        village.Claire.Say(village.Room, "after");
        await village.HeardAsync(2);

        Assert.Equal(["known", "after"], village.Heard);

        async Task<string> NextAsync(string text)
        {
            village.Claire.Say(village.Room, text);
            return await village.NowAsync();
        }

        string Known(string next)
        {
            const string timeline = """{ "events": [{ "type": "m.room.message", "event_id": "$known", "content": { "body": "known" } }] }""";
            return $$"""{ "next_batch": "{{next}}", "rooms": { "join": { "{{village.Room.Id}}": { "timeline": {{timeline}} } } } }""";
        }
    }

    [Fact]
    public async Task Two_bad_gateways_lose_nothing_and_double_nothing()
    {
        await using var village = await Village.StartAsync();
        village.Listen(await village.NowAsync());
        village.Matrix.Faults.Answer(502, times: 2, StubRoutes.Sync);
        await village.Matrix.SyncingAsync();

        village.Claire.Say(village.Room, "one");
        await village.Matrix.UntilAsync(() => village.Matrix.Faults.Pending == 0, "both");
        village.Claire.Say(village.Room, "two");
        await village.HeardAsync(2);

        Assert.Equal(["one", "two"], village.Heard);
        Assert.Equal(2, village.Clock.Pauses.Count);
    }

    [Fact]
    public async Task An_answer_that_breaks_off_comes_again()
    {
        await using var village = await Village.StartAsync();
        var since = await village.NowAsync();
        village.Claire.Say(village.Room, "one");
        village.Matrix.Faults.CutAnswer(route: StubRoutes.Sync);
        village.Matrix.Faults.LoseAnswer(route: StubRoutes.Sync);

        village.Listen(since);
        await village.HeardAsync(1);

        Assert.Equal(["one"], village.Heard);
    }

    [Fact]
    public async Task A_half_open_line_is_given_up()
    {
        await using var village = await Village.StartAsync();
        var since = await village.NowAsync();
        village.Claire.Say(village.Room, "one");
        var never = new TaskCompletionSource();
        village.Matrix.Faults.HoldAnswer(never.Task, route: StubRoutes.Sync);
        var before = village.Requests(StubRoutes.Sync).Count();

        village.Listen(since);
        await village.Matrix.UntilAsync(() => village.Requests(StubRoutes.Sync).Count() > before, "the sync");
        village.Clock.Advance(TimeSpan.FromSeconds(44));
        Assert.Empty(village.Heard);
        village.Clock.Advance(TimeSpan.FromSeconds(2));
        await village.HeardAsync(1);

        Assert.Equal(["one"], village.Heard);
    }

    [Fact]
    public async Task A_batch_whose_handling_failed_comes_again_before_all_others()
    {
        await using var village = await Village.StartAsync();
        var since = await village.NowAsync();
        // A timeout of something that the handler asked for looks like a stop, and is none.
        var failures = new Queue<Exception>(
        [
            new InvalidOperationException("disk"),
            new TaskCanceledException("timeout"),
            new MatrixException(default, "", "away", ""),
            new MatrixRateLimitException("limit", "PUT /v3/rooms/{room}/send/{type}/{txn}", TimeSpan.FromHours(1)),
        ]);
        village.Handle = (_, _) => failures.TryDequeue(out var failure) ? Task.FromException(failure) : Task.CompletedTask;
        village.Claire.Say(village.Room, "one");

        village.Listen(since);
        await village.HeardAsync(1);
        village.Claire.Say(village.Room, "two");
        await village.HeardAsync(2);

        Assert.Equal(["one", "two"], village.Heard);
        Assert.Equal(since, village.Batches.First().Since);
        Assert.All(village.Clock.Pauses, pause => Assert.InRange(pause.TotalSeconds, 0.1, 5));
    }
}
