namespace Unisson.Discord.Tests.Gateway;

public sealed class CloseCodeTests
{
    [Theory]
    [InlineData(1000)]
    [InlineData(1001)]
    [InlineData(4000)]
    [InlineData(4001)]
    [InlineData(4002)]
    [InlineData(4003)]
    [InlineData(4005)]
    [InlineData(4008)]
    [InlineData(4123)]
    public async Task A_close_code_that_leaves_the_session_is_followed_by_a_resume(int code)
    {
        await using var bot = await RunningBot.StartAsync();
        var peer = await bot.Far.ConnectedAsync();
        await peer.BeginAsync("one", bot.Far.GatewayUrl + "-resume");
        await bot.Heard.NextAsync<Ready>();
        await peer.InteractionAsync(2, 70);
        await bot.Heard.NextAsync<Interaction>();

        await peer.CloseAsync(code);
        var again = await bot.Far.ConnectedAsync();
        var resume = await again.GoOnAsync(3);

        Assert.Equal(("/gateway/", "/gateway-resume/"), (peer.Path, again.Path));
        Assert.Equal((FarEnd.Token, "one", 2), (resume.GetProperty("token").GetString(), resume.GetProperty("session_id").GetString(), resume.GetProperty("seq").GetInt32()));
        await bot.Heard.NextAsync<string>();
    }

    [Theory]
    [InlineData(4007)]
    [InlineData(4009)]
    public async Task A_close_code_that_ends_the_session_is_followed_by_a_new_one_five_seconds_after_the_last(int code)
    {
        var clock = new Clock();
        await using var bot = await RunningBot.StartAsync(clock);
        var peer = await bot.Far.ConnectedAsync();
        await peer.BeginAsync("one", interval: 100);
        await bot.Heard.NextAsync<Ready>();

        await peer.CloseAsync(code);
        var backOff = await clock.PassAsync(0.12, 0.25);
        var turn = await clock.PassAsync(4, 5);
        await (await bot.Far.ConnectedAsync()).BeginAsync("two", interval: 100);

        await bot.Heard.NextAsync<Ready>();
        Assert.Equal(TimeSpan.FromSeconds(5), backOff + turn);
    }

    [Theory]
    [InlineData(4004, GatewayCloseCode.AuthenticationFailed)]
    [InlineData(4010, GatewayCloseCode.InvalidShard)]
    [InlineData(4012, GatewayCloseCode.InvalidApiVersion)]
    [InlineData(4013, GatewayCloseCode.InvalidIntents)]
    [InlineData(4014, GatewayCloseCode.DisallowedIntents)]
    public async Task A_final_close_code_ends_the_bot_and_says_why(int code, GatewayCloseCode expected)
    {
        await using var bot = await RunningBot.StartAsync();
        var peer = await bot.Far.ConnectedAsync();
        await peer.HelloAsync();
        await peer.HeardAsync();

        await peer.CloseAsync(code);

        var closed = await Assert.ThrowsAsync<GatewayClosedException>(() => bot.Running);
        Assert.Equal(expected, closed.Code);
        Assert.False(bot.Far.MoreConnections);
    }

    [Fact]
    public async Task Too_few_shards_are_followed_by_as_many_as_Discord_recommends()
    {
        await using var bot = await RunningBot.StartAsync(shards: 1);
        var peer = await bot.Far.ConnectedAsync();
        await peer.HelloAsync();
        await peer.HeardAsync();
        bot.Far.GatewayLimits = """ "shards":2,"session_start_limit":{"total":1000,"remaining":900,"reset_after":60000,"max_concurrency":2} """;

        await peer.CloseAsync(4011);
        var one = await (await bot.Far.ConnectedAsync()).BeginAsync();
        var other = await (await bot.Far.ConnectedAsync()).BeginAsync();

        Assert.Equal(["[0,2]", "[1,2]"], new[] { one, other }.Select(identify => identify.GetProperty("shard").GetRawText()).Order());
    }

    [Fact]
    public async Task Too_few_shards_by_Discords_own_count_is_final()
    {
        await using var bot = await RunningBot.StartAsync();
        var peer = await bot.Far.ConnectedAsync();
        await peer.HelloAsync();
        await peer.HeardAsync();

        await peer.CloseAsync(4011);

        Assert.Equal(GatewayCloseCode.ShardingRequired, (await Assert.ThrowsAsync<GatewayClosedException>(() => bot.Running)).Code);
    }
}
