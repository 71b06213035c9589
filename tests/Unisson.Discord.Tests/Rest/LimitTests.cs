using System.Net;
using Unisson.Discord.Rest;

namespace Unisson.Discord.Tests.Rest;

public sealed class LimitTests
{
    private static readonly Snowflake Place = new(11);
    private static readonly Snowflake OtherPlace = new(12);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_global_limit_holds_the_bots_routes_and_not_answers_to_people()
    {
        var clock = new Clock();
        await using var far = await FarEnd.StartAsync(clock);
        var options = new DiscordOptions { Token = FarEnd.Token, ApiBaseUrl = far.Options.ApiBaseUrl, GlobalLimit = 2 };
        using var rest = new DiscordRest(options, time: clock);

        await rest.GetChannelAsync(Place, Stop);
        await rest.GetChannelAsync(OtherPlace, Stop);
        var third = rest.GetGuildAsync(new(1), Stop);
        await clock.WaitedForAsync(1, 1);
        await rest.RespondAsync(new(5), "t", InteractionResponse.DeferUpdate, Stop);

        Assert.Equal(3, far.Requests.Count);
        clock.Advance(TimeSpan.FromSeconds(1));
        await third;
        Assert.EndsWith("/guilds/1", far.Requests.Last().Path, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"message":"slow","retry_after":0.65,"global":false}""", "9", 0.65)]
    [InlineData("<html>", "2", 2)]
    public async Task A_429_is_waited_for_as_its_body_says_else_its_header(string body, string header, double seconds)
    {
        var clock = new Clock();
        await using var far = await FarEnd.StartAsync(clock);
        far.Answer = (_, before) => before == 0 ? new(429, body, ("Retry-After", header)) : new(200, """{"id":"1"}""");
        using var rest = new DiscordRest(far.Options, time: clock);

        var call = rest.CreateMessageAsync(Place, new() { Content = "not repeatable, yet nothing was made" }, Stop);
        await clock.PassAsync(seconds, seconds);
        await call;

        Assert.Equal(TimeSpan.FromSeconds(seconds), far.Requests.Last().At - far.Requests.First().At);
    }

    [Fact]
    public async Task A_global_429_stops_all_of_the_bots_routes()
    {
        var clock = new Clock();
        await using var far = await FarEnd.StartAsync(clock);
        far.Answer = (_, before) => before == 0 ? new(429, """{"retry_after":3,"global":true}""") : new(200, """{"id":"1"}""");
        using var rest = new DiscordRest(far.Options, time: clock);

        var first = rest.GetChannelAsync(Place, Stop);
        await clock.WaitedForAsync(3, 3);
        var second = rest.GetGuildAsync(new(1), Stop);
        await clock.PassAsync(3, 3);
        await Task.WhenAll(first, second);

        Assert.All(far.Requests.Skip(1), seen => Assert.Equal(TimeSpan.FromSeconds(3), seen.At - far.Requests.First().At));
    }

    [Fact]
    public async Task A_limit_that_lasts_too_long_comes_back_at_once_with_its_end()
    {
        await using var far = await FarEnd.StartAsync();
        far.Answer = (_, _) => new(429, """{"code":30046,"message":"Old message.","retry_after":540}""");
        using var rest = new DiscordRest(far.Options, time: new Clock());

        var refused = await Assert.ThrowsAsync<DiscordRateLimitException>(() => rest.EditMessageAsync(Place, new(2), new() { Content = "a" }, Stop));
        var next = await Assert.ThrowsAsync<DiscordRateLimitException>(() => rest.EditMessageAsync(Place, new(2), new() { Content = "a" }, Stop));

        Assert.Equal((DiscordErrors.OldMessageEdits, TimeSpan.FromMinutes(9)), (refused.Code, refused.RetryAfter));
        Assert.Equal(TimeSpan.FromMinutes(9), next.RetryAfter);
        Assert.Single(far.Requests);
    }

    [Fact]
    public async Task Near_the_limit_of_refused_requests_nothing_is_sent_until_ten_minutes_have_passed()
    {
        var clock = new Clock();
        var sent = 0;
        using var handler = new Refusing(() => sent++);
        using var rest = new DiscordRest(new() { Token = FarEnd.Token }, time: clock, handler: handler);
        for (var n = 0; n < InvalidRequests.Most; n++)
        {
            await Assert.ThrowsAsync<DiscordException>(() => rest.DeleteOriginalResponseAsync(new(8), "t", Stop));
        }

        var closed = await Assert.ThrowsAsync<DiscordRateLimitException>(() => rest.GetChannelAsync(Place, Stop));
        var before = sent;
        clock.Advance(closed.RetryAfter);
        await Assert.ThrowsAsync<DiscordException>(() => rest.GetChannelAsync(Place, Stop));

        Assert.Equal((InvalidRequests.Most, TimeSpan.FromMinutes(10)), (before, closed.RetryAfter));
        Assert.Equal(before + 1, sent);
    }

    private sealed class Refusing(Action count) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            count();
            return Task.FromResult(new HttpResponseMessage(HttpStatusCode.Forbidden) { Content = new StringContent("""{"code":50013,"message":"No."}""") });
        }
    }
}
