namespace Unisson.Discord.Tests.Gateway;

public sealed class SessionTests
{
    // Hearts that beat every 100 ms of a clock that stands do not disturb the waits that a test looks for.
    private const int Quick = 100;

    [Fact]
    public async Task A_session_begins_with_the_token_the_intents_and_the_shard()
    {
        await using var bot = await RunningBot.StartAsync();
        var peer = await bot.Far.ConnectedAsync();

        var identify = await peer.BeginAsync();

        var ready = await bot.Heard.NextAsync<Ready>();
        Assert.Equal("?v=10&encoding=json&compress=zlib-stream", peer.Query);
        Assert.Equal((FarEnd.Token, 4097, "[0,1]"), (identify.GetProperty("token").GetString(), identify.GetProperty("intents").GetInt32(), identify.GetProperty("shard").GetRawText()));
        Assert.Equal((new Snowflake(7), new Snowflake(8)), (ready.User!.Id, ready.Application!.Id));
    }

    [Theory]
    [InlineData("""{"op":7,"d":null}""")]
    [InlineData("""{"op":9,"d":true}""")]
    public async Task Asked_to_reconnect_the_bot_resumes_and_leaves_the_session_open(string frame)
    {
        await using var bot = await RunningBot.StartAsync();
        var peer = await bot.Far.ConnectedAsync();
        await peer.BeginAsync("one");
        await bot.Heard.NextAsync<Ready>();

        await peer.SendAsync(frame);
        var resume = await (await bot.Far.ConnectedAsync()).GoOnAsync();
        await peer.Left;

        Assert.Equal("one", resume.GetProperty("session_id").GetString());
        Assert.True(peer.CloseCode is not (1000 or 1001), "these codes would end the session");
    }

    [Fact]
    public async Task A_session_that_is_gone_is_followed_by_a_new_one_after_the_wait_that_Discord_orders()
    {
        var clock = new Clock();
        await using var bot = await RunningBot.StartAsync(clock);
        var peer = await bot.Far.ConnectedAsync();
        await peer.BeginAsync("one", interval: Quick);
        await bot.Heard.NextAsync<Ready>();
        clock.Advance(TimeSpan.FromMinutes(1));

        await peer.SendAsync("""{"op":9,"d":false}""");
        await clock.PassAsync(1, 5);
        await (await bot.Far.ConnectedAsync()).BeginAsync("two", interval: Quick);

        await bot.Heard.NextAsync<Ready>();
    }

    [Fact]
    public async Task A_resume_address_that_does_not_answer_is_tried_in_turn_with_the_first_one()
    {
        await using var bot = await RunningBot.StartAsync();
        var peer = await bot.Far.ConnectedAsync();
        await peer.BeginAsync("one", bot.Far.GatewayUrl + "-gone");
        await bot.Heard.NextAsync<Ready>();
        peer.Abort();

        var gone = await bot.Far.ConnectedAsync();
        gone.Abort();
        var first = await bot.Far.ConnectedAsync();
        var resume = await first.GoOnAsync();

        Assert.Equal(("/gateway-gone/", "/gateway/", "one"), (gone.Path, first.Path, resume.GetProperty("session_id").GetString()));
    }

    [Fact]
    public async Task After_a_cut_connection_what_was_missed_comes_once_and_in_order()
    {
        await using var bot = await RunningBot.StartAsync();
        var peer = await bot.Far.ConnectedAsync();
        await peer.BeginAsync();
        await bot.Heard.NextAsync<Ready>();
        await peer.DispatchAsync(2, "MESSAGE_CREATE", """{"id":"2"}""");
        await bot.Heard.NextAsync<Message>();

        peer.Abort();
        var again = await bot.Far.ConnectedAsync();
        await again.HelloAsync();
        await again.HeardAsync();
        foreach (var number in new[] { 2, 3, 4, 4, 3, 5 })
        {
            await again.DispatchAsync(number, "MESSAGE_CREATE", $$"""{"id":"{{number}}"}""");
        }

        await again.DispatchAsync(6, "RESUMED", "{}");

        foreach (var number in new ulong[] { 3, 4, 5 })
        {
            Assert.Equal(number, (await bot.Heard.NextAsync<Message>()).Id.Value);
        }

        await bot.Heard.NextAsync<string>();
    }

    [Fact]
    public async Task Stopping_ends_the_session_and_lets_the_work_in_hand_finish()
    {
        var finish = new TaskCompletionSource();
        var finished = false;
        var heard = new Heard
        {
            OnInteraction = async (_, ct) =>
            {
                await finish.Task;
                finished = !ct.IsCancellationRequested;
            },
        };
        await using var bot = await RunningBot.StartAsync(heard: heard);
        var peer = await bot.Far.ConnectedAsync();
        await peer.BeginAsync();
        await bot.Heard.NextAsync<Ready>();
        await peer.InteractionAsync(2, 70);
        await bot.Heard.NextAsync<Interaction>();

        var stopping = bot.StopAsync();
        await peer.Left;
        Assert.False(stopping.IsCompleted);
        finish.SetResult();
        await stopping;

        Assert.Equal(1000, peer.CloseCode);
        Assert.True(finished);
    }

    [Fact]
    public async Task A_token_that_REST_refuses_ends_the_bot_before_any_connection()
    {
        await using var far = await FarEnd.StartAsync();
        far.Answer = (_, _) => new(401);
        using var rest = new DiscordRest(far.Options);
        await Assert.ThrowsAsync<DiscordUnauthorizedException>(() => rest.GetCurrentUserAsync(TestContext.Current.CancellationToken));

        var gateway = new DiscordGateway(far.Options, rest, new Heard());

        await Assert.ThrowsAsync<DiscordUnauthorizedException>(() => gateway.RunAsync(TestContext.Current.CancellationToken));
        Assert.False(far.MoreConnections);
    }

    [Fact]
    public async Task A_token_that_REST_refuses_later_ends_the_bot_too()
    {
        await using var far = await FarEnd.StartAsync();
        far.Answer = (_, _) => new(401);
        using var rest = new DiscordRest(far.Options);
        var heard = new Heard();
        var running = new DiscordGateway(far.Options, rest, heard).RunAsync(TestContext.Current.CancellationToken);
        var peer = await far.ConnectedAsync();
        await peer.BeginAsync();
        await heard.NextAsync<Ready>();

        await Assert.ThrowsAsync<DiscordUnauthorizedException>(() => rest.GetCurrentUserAsync(TestContext.Current.CancellationToken));

        await Assert.ThrowsAsync<DiscordUnauthorizedException>(() => running);
        await peer.Left;
    }

    [Fact]
    public async Task Neither_tokens_nor_contents_are_in_the_gateways_log()
    {
        await using var bot = await RunningBot.StartAsync();
        var peer = await bot.Far.ConnectedAsync();
        await peer.BeginAsync("secret-session");
        await bot.Heard.NextAsync<Ready>();
        await peer.DispatchAsync(2, "INTERACTION_CREATE", """{"id":"5","token":"interaction-secret","type":"wrong"}""");
        await peer.DispatchAsync(3, "INTERACTION_CREATE", """{"id":"6","token":"interaction-secret","type":2}""");
        await bot.Heard.NextAsync<Interaction>();
        peer.Abort();
        await (await bot.Far.ConnectedAsync()).GoOnAsync();
        await bot.Heard.NextAsync<string>();

        var said = string.Join('\n', bot.Log.Lines);
        Assert.Contains("cannot be read", said, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", said, StringComparison.Ordinal);
        Assert.DoesNotContain(FarEnd.Token, said, StringComparison.Ordinal);
    }
}
