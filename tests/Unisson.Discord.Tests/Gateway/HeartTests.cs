using Unisson.Discord.Gateway;

namespace Unisson.Discord.Tests.Gateway;

public sealed class HeartTests
{
    [Fact]
    public async Task Heartbeats_carry_the_last_number_and_are_acknowledged()
    {
        await using var bot = await RunningBot.StartAsync();
        var peer = await bot.Far.ConnectedAsync();
        await peer.BeginAsync(interval: 100);
        await bot.Heard.NextAsync<Ready>();

        while (peer.Heartbeats < 5)
        {
            await peer.SendAsync("""{"op":11}""");
            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, TestContext.Current.CancellationToken);
        }

        Assert.Equal(1, peer.LastHeartbeat);
        Assert.False(bot.Far.MoreConnections);
    }

    [Fact]
    public async Task A_far_end_that_no_longer_acknowledges_is_left_and_the_session_resumed()
    {
        await using var bot = await RunningBot.StartAsync();
        var peer = await bot.Far.ConnectedAsync();
        peer.Acknowledges = false;
        await peer.BeginAsync("one", interval: 200);
        await bot.Heard.NextAsync<Ready>();

        var resume = await (await bot.Far.ConnectedAsync()).GoOnAsync();

        Assert.Equal("one", resume.GetProperty("session_id").GetString());
        Assert.Contains(bot.Log.Lines, line => line.Contains("heartbeats are not acknowledged", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_first_beat_comes_after_a_part_of_the_interval_and_a_dead_far_end_is_known_after_ten_seconds()
    {
        var clock = new Clock();
        var beats = 0;
        var heart = new Heart(clock, TimeSpan.FromSeconds(40), _ =>
        {
            beats++;
            return ValueTask.CompletedTask;
        });

        var running = heart.RunAsync(TestContext.Current.CancellationToken);
        await clock.PassAsync(0, 40);
        await clock.WaitedForAsync(10, 10);
        heart.Acknowledged();
        clock.Advance(TimeSpan.FromSeconds(10));
        await clock.PassAsync(30, 30);
        await clock.PassAsync(10, 10);
        await running;

        Assert.Equal(2, beats);
    }

    [Fact]
    public async Task First_beats_of_many_bots_are_spread_over_the_interval()
    {
        var clock = new Clock();
        var firsts = new List<TimeSpan>();
        using var stop = new CancellationTokenSource();
        for (var bot = 0; bot < 200; bot++)
        {
            _ = new Heart(clock, TimeSpan.FromSeconds(40), _ => ValueTask.CompletedTask).RunAsync(stop.Token);
            firsts.Add(await clock.WaitedForAsync(0, 40));
        }

        await stop.CancelAsync();
        Assert.InRange(firsts.Average(first => first.TotalSeconds), 14, 26);
        Assert.InRange(firsts.Max() - firsts.Min(), TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(40));
    }

    [Fact]
    public async Task Asked_for_a_beat_the_bot_gives_one_but_not_a_flood_of_them()
    {
        await using var bot = await RunningBot.StartAsync();
        var peer = await bot.Far.ConnectedAsync();
        await peer.BeginAsync(interval: 3_000_000);
        await bot.Heard.NextAsync<Ready>();

        for (var asked = 0; asked < 500; asked++)
        {
            await peer.SendAsync("""{"op":1}""");
        }

        await peer.InteractionAsync(2, 70);
        await bot.Heard.NextAsync<Interaction>();
        await peer.HeardBeatAsync();
        Assert.InRange(peer.Heartbeats, 1, 3);
    }
}
