using System.Diagnostics;
using Unisson.Matrix.Stub;

namespace Unisson.Matrix.Tests.Wire;

/// <summary>How often a homeserver is asked, and how soon the sync ends.</summary>
public sealed class SyncRhythmTests
{
    [Theory]
    [InlineData(7)]
    [InlineData(90)]
    public async Task A_limit_is_never_cut_short(int seconds)
    {
        await using var village = await Village.StartAsync();
        var since = await village.NowAsync();
        village.Claire.Say(village.Room, "one");
        village.Matrix.Faults.RateLimit(TimeSpan.FromSeconds(seconds), times: 3, StubRoutes.Sync);

        village.Listen(since);
        await village.HeardAsync(1);

        Assert.Equal(3, village.Clock.Pauses.Count);
        Assert.All(village.Clock.Pauses, pause => Assert.InRange(pause.TotalSeconds, seconds, seconds * 1.5));
        Assert.Equal(["one"], village.Heard);
    }

    [Fact]
    public async Task A_homeserver_that_stays_away_is_asked_less_and_less_and_one_that_is_back_at_once()
    {
        await using var village = await Village.StartAsync();
        var since = await village.NowAsync();
        village.Matrix.Faults.Answer(502, times: 12, StubRoutes.Sync);
        village.Listen(since);
        await village.Matrix.SyncingAsync();
        double[] pauses = [.. village.Clock.Pauses.Select(p => p.TotalSeconds)];

        village.Matrix.Faults.Answer(502, route: StubRoutes.Sync);
        village.Claire.Say(village.Room, "one");
        village.Claire.Say(village.Room, "two");
        await village.HeardAsync(2);

        Assert.Equal(12, pauses.Length);
        Assert.InRange(pauses[0], 0.1, 0.4);
        Assert.All(pauses, pause => Assert.InRange(pause, 0.1, 40));
        Assert.InRange(pauses[^1], 20, 40);
        Assert.InRange(village.Clock.Pauses.Last().TotalSeconds, 0.1, 0.4);
    }

    [Fact]
    public async Task A_homeserver_that_repeats_itself_without_end_is_not_asked_without_a_pause()
    {
        await using var village = await Village.StartAsync();
        village.Listen(await village.NowAsync());
        await village.Matrix.SyncingAsync();
        village.Claire.Say(village.Room, "one");
        await village.HeardAsync(1);

        village.Matrix.Faults.RepeatSync(20);
        await village.Matrix.UntilAsync(() => village.Matrix.Faults.Pending == 0, "the repetitions");

        Assert.InRange(village.Clock.Pauses.Count, 19, 20);
        Assert.Equal(["one"], village.Heard);
    }

    [Fact]
    public async Task A_stop_ends_a_long_poll_at_once()
    {
        await using var village = await Village.StartAsync();
        using var stop = new CancellationTokenSource();
        var listening = new MatrixSync(village.Client, (_, _) => Task.CompletedTask, village.SyncLog, village.Clock).RunAsync(since: null, stop.Token);
        await village.Matrix.SyncingAsync();
        var since = Stopwatch.GetTimestamp();

        await stop.CancelAsync();
        var end = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => listening);

        Assert.Equal(stop.Token, end.CancellationToken);
        Assert.InRange(Stopwatch.GetElapsedTime(since).TotalSeconds, 0, 2);
        Assert.DoesNotContain(village.SyncLog.Lines, line => line.StartsWith("Error", StringComparison.Ordinal) || line.StartsWith("Warning", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_stop_while_a_batch_is_handled_leaves_it_unhandled()
    {
        await using var village = await Village.StartAsync();
        using var stop = new CancellationTokenSource();
        var since = await village.NowAsync();
        village.Claire.Say(village.Room, "one");
        var handled = new List<string?>();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => new MatrixSync(village.Client, HandleAsync, village.SyncLog, village.Clock).RunAsync(since, stop.Token));
        village.Listen(since);
        await village.HeardAsync(1);

        Assert.Equal([since], handled);
        Assert.Equal(["one"], village.Heard);

        async Task HandleAsync(SyncBatch batch, CancellationToken ct)
        {
            handled.Add(batch.Since);
            await stop.CancelAsync();
            ct.ThrowIfCancellationRequested();
        }
    }
}
