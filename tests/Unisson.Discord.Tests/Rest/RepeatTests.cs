namespace Unisson.Discord.Tests.Rest;

public sealed class RepeatTests
{
    private static readonly Snowflake Place = new(11);
    private static readonly Given Made = new(200, """{"id":"1"}""");
    private static readonly Given Already = new(400, """{"code":40060,"message":"Interaction has already been acknowledged."}""");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(0)]
    public async Task A_message_with_a_nonce_is_sent_again_with_the_same_nonce(int fault)
    {
        await using var far = await FarEnd.StartAsync();
        far.Answer = (_, before) => before < 2 ? new(fault) : Made;
        using var rest = new DiscordRest(far.Options);

        var message = await rest.CreateMessageAsync(Place, new() { Content = "hi", Nonce = "row-7" }, Stop);

        Assert.Equal(new Snowflake(1), message.Id);
        Assert.Equal(3, far.Requests.Count(seen => seen.Body.Contains("\"nonce\":\"row-7\",\"enforce_nonce\":true", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData(502)]
    [InlineData(0)]
    public async Task A_message_without_a_nonce_is_not_sent_again(int fault)
    {
        await using var far = await FarEnd.StartAsync();
        far.Answer = (_, _) => new(fault);
        using var rest = new DiscordRest(far.Options);

        var failed = await Assert.ThrowsAsync<DiscordException>(() => rest.CreateMessageAsync(Place, new() { Content = "hi" }, Stop));

        Assert.Equal(fault, (int)failed.Status);
        Assert.Single(far.Requests);
    }

    [Fact]
    public async Task What_never_left_is_sent_again_even_without_a_nonce()
    {
        var tries = 0;
        using var handler = new Unreachable(() => ++tries < 3);
        using var rest = new DiscordRest(new() { Token = FarEnd.Token }, handler: handler);

        await rest.CreateMessageAsync(Place, new() { Content = "hi" }, Stop);

        Assert.Equal(3, tries);
    }

    [Fact]
    public async Task Files_are_sent_again_whole()
    {
        await using var far = await FarEnd.StartAsync();
        far.Answer = (_, before) => before == 0 ? new(502) : Made;
        using var rest = new DiscordRest(far.Options);

        await rest.CreateMessageAsync(Place, new() { Nonce = "1", Files = [new("a.txt", "whole"u8.ToArray())] }, Stop);

        Assert.Equal(2, far.Requests.Count(seen => seen.Body.Contains("whole", StringComparison.Ordinal) && seen.Body.Contains("\"nonce\":\"1\"", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Back_off_grows_and_ends_after_five_tries()
    {
        var clock = new Clock();
        await using var far = await FarEnd.StartAsync(clock);
        far.Answer = (_, _) => new(503);
        using var rest = new DiscordRest(far.Options, time: clock);

        var call = rest.GetChannelAsync(Place, Stop);
        foreach (var most in new[] { 0.25, 0.5, 1, 2 })
        {
            await clock.PassAsync(most / 2, most);
        }

        var failed = await Assert.ThrowsAsync<DiscordException>(() => call);
        Assert.Equal((503, 5), ((int)failed.Status, far.Requests.Count));
    }

    [Fact]
    public async Task A_response_that_had_come_through_unseen_counts_as_given()
    {
        await using var far = await FarEnd.StartAsync();
        far.Answer = (_, before) => before == 0 ? new(0) : Already;
        using var rest = new DiscordRest(far.Options);

        await rest.RespondAsync(new(5), "t", InteractionResponse.DeferUpdate, Stop);

        Assert.Equal(2, far.Requests.Count);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public async Task A_response_given_by_somebody_else_is_an_error(int limited)
    {
        await using var far = await FarEnd.StartAsync();
        far.Answer = (_, before) => before < limited ? new(429, """{"retry_after":0.01}""") : Already;
        using var rest = new DiscordRest(far.Options);

        var failed = await Assert.ThrowsAsync<DiscordException>(() => rest.RespondAsync(new(5), "t", InteractionResponse.DeferUpdate, Stop));

        Assert.Equal(DiscordErrors.AlreadyAcknowledged, failed.Code);
    }

    [Fact]
    public async Task A_response_is_not_tried_any_more_when_its_three_seconds_are_over()
    {
        await using var far = await FarEnd.StartAsync();
        far.Answer = (_, _) => new(429, """{"retry_after":3.5}""");
        using var rest = new DiscordRest(far.Options, time: new Clock());

        await Assert.ThrowsAsync<DiscordRateLimitException>(() => rest.RespondAsync(new(5), "t", InteractionResponse.DeferUpdate, Stop));

        Assert.Single(far.Requests);
    }

    [Fact]
    public async Task A_far_end_that_does_not_answer_is_left_after_ten_seconds()
    {
        var clock = new Clock();
        using var stuck = new ManualResetEventSlim();
        using var reached = new SemaphoreSlim(0);
        await using var far = await FarEnd.StartAsync(clock);
        far.Answer = (_, _) =>
        {
            reached.Release();
            stuck.Wait(TimeSpan.FromSeconds(20), Stop);
            return Made;
        };
        using var rest = new DiscordRest(far.Options, time: clock);

        var call = rest.CreateMessageAsync(Place, new() { Content = "hi" }, Stop);
        await reached.WaitAsync(Stop);
        clock.Advance(TimeSpan.FromSeconds(10));
        var failed = await Assert.ThrowsAsync<DiscordException>(() => call);
        stuck.Set();

        Assert.Equal(0, (int)failed.Status);
    }

    [Fact]
    public async Task A_deletion_that_had_come_through_unseen_counts_as_done()
    {
        await using var far = await FarEnd.StartAsync();
        far.Answer = (_, before) => before == 0 ? new(0) : new(404, """{"code":10008,"message":"Unknown Message"}""");
        using var rest = new DiscordRest(far.Options);

        await rest.DeleteMessageAsync(Place, new(2), Stop);

        Assert.Equal(2, far.Requests.Count);
    }

    [Fact]
    public async Task Whoever_stops_waiting_is_let_go_at_once()
    {
        await using var far = await FarEnd.StartAsync();
        far.Answer = (_, _) => new(429, """{"retry_after":20}""");
        using var rest = new DiscordRest(far.Options);
        using var stop = new CancellationTokenSource(TimeSpan.FromMilliseconds(100));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => rest.GetChannelAsync(Place, stop.Token));
    }

    private sealed class Unreachable(Func<bool> fails) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) => fails()
            ? throw new HttpRequestException(HttpRequestError.ConnectionError)
            : Task.FromResult(new HttpResponseMessage(System.Net.HttpStatusCode.OK) { Content = new StringContent(Made.Body) });
    }
}
