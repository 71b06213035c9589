using Unisson.Discord.Gateway;

namespace Unisson.Discord.Tests.Gateway;

public sealed class IdentifyTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static IdentifyBudget Budget(Clock clock, int remaining = 900, int concurrency = 1, int after = 60_000) => new(
        new() { Total = 1000, Remaining = remaining, ResetAfter = after, MaxConcurrency = concurrency },
        clock,
        _ => Task.FromResult(new SessionStartLimit { Total = 1000, Remaining = 1000, ResetAfter = 86_400_000 }));

    [Fact]
    public async Task Shards_of_one_key_identify_five_seconds_apart_and_one_after_the_other()
    {
        var clock = new Clock();
        using var budget = Budget(clock);

        var first = await budget.EnterAsync(0, Stop);
        var second = budget.EnterAsync(1, Stop);
        clock.Advance(TimeSpan.FromSeconds(30));
        Assert.False(second.IsCompleted, "the first is still connecting");
        first.Sent();
        first.Dispose();

        Assert.Equal(TimeSpan.FromSeconds(5), await clock.PassAsync(5, 5));
        (await second).Dispose();
    }

    [Fact]
    public async Task Shards_of_different_keys_identify_side_by_side()
    {
        using var budget = Budget(new(), concurrency: 4);

        var turns = new List<IdentifyBudget.Turn>();
        for (var shard = 0; shard < 4; shard++)
        {
            turns.Add(await budget.EnterAsync(shard, Stop));
        }

        var fifth = budget.EnterAsync(4, Stop);
        Assert.False(fifth.IsCompleted, "4 has the key of 0");
        turns[0].Dispose();
        (await fifth).Dispose();
    }

    [Fact]
    public async Task The_last_fifty_of_the_day_are_never_spent()
    {
        var clock = new Clock();
        using var budget = Budget(clock, remaining: 51, after: 3_600_000);

        var last = await budget.EnterAsync(0, Stop);
        last.Sent();
        last.Dispose();
        var next = budget.EnterAsync(0, Stop);
        await clock.PassAsync(5, 5);
        var wait = await clock.WaitedForAsync(3_600, 3_600);
        Assert.False(next.IsCompleted);
        clock.Advance(wait);

        (await next).Dispose();
    }

    [Fact]
    public async Task A_turn_that_sent_nothing_costs_nothing()
    {
        var clock = new Clock();
        using var budget = Budget(clock, remaining: 51);

        for (var tries = 0; tries < 100; tries++)
        {
            (await budget.EnterAsync(0, Stop)).Dispose();
        }
    }

    [Fact]
    public async Task Four_shards_of_two_keys_are_up_after_one_wait()
    {
        var clock = new Clock();
        await using var bot = await RunningBot.StartAsync(
            clock, limits: """ "shards":4,"session_start_limit":{"total":1000,"remaining":900,"reset_after":60000,"max_concurrency":2} """);
        var shards = new List<string>();
        for (var n = 0; n < 4; n++)
        {
            if (n == 2)
            {
                Assert.False(bot.Far.MoreConnections);
                await clock.WaitedForAsync(5, 5);
                await clock.WaitedForAsync(5, 5);
                clock.Advance(TimeSpan.FromSeconds(5));
            }

            shards.Add((await (await bot.Far.ConnectedAsync()).BeginAsync($"s{n}", interval: 100)).GetProperty("shard").GetRawText());
            await bot.Heard.NextAsync<Ready>();
        }

        Assert.Equal(["[0,4]", "[1,4]"], shards[..2].Order());
        Assert.Equal(["[2,4]", "[3,4]"], shards[2..].Order());
    }

    [Theory]
    [InlineData("wss://gateway-b.example/", "wss://gateway-b.example/?v=10&encoding=json&compress=zlib-stream")]
    [InlineData("wss://gateway-b.example/path?x=1", "wss://gateway-b.example/path/?v=10&encoding=json&compress=zlib-stream")]
    [InlineData("ws://gateway-b.example/", null)]
    [InlineData("file:///etc/passwd", null)]
    [InlineData("no address", null)]
    [InlineData(null, null)]
    public void A_session_is_resumed_only_where_the_token_stays_as_safe(string? given, string? expected)
    {
        var context = new ShardContext(0, 1, new() { Token = "t" }, new("wss://gateway.example/"), null!, TimeProvider.System);

        Assert.Equal(expected, context.Resumable(given)?.AbsoluteUri);
    }

    [Fact]
    public void Numbers_that_come_again_are_known()
    {
        var window = default(SequenceWindow);

        Assert.Equal([true, true, false, true, true, false, true, false], new long[] { 1, 2, 2, 5, 4, 4, 200, 100 }.Select(number => window.TryAdd(number)));
        Assert.Equal(200, window.Highest);
    }
}
