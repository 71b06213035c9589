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

    [Theory]
    [InlineData(403, "user")]
    [InlineData(429, "user")]
    public async Task Near_the_limit_of_refused_requests_nothing_is_sent_until_ten_minutes_have_passed(int status, string scope)
    {
        var clock = new Clock();
        using var handler = new Refusing(status, scope);
        using var rest = new DiscordRest(new() { Token = FarEnd.Token }, time: clock, handler: handler);
        await RefusedAsync(rest, InvalidRequests.Most);

        var closed = await Assert.ThrowsAsync<DiscordRateLimitException>(() => rest.GetChannelAsync(Place, Stop));
        var before = handler.Sent;
        clock.Advance(closed.RetryAfter);
        await RefusedAsync(rest, 1);

        Assert.Equal((InvalidRequests.Most, TimeSpan.FromMinutes(10)), (before, closed.RetryAfter));
        Assert.Equal(before + 1, handler.Sent);
    }

    [Fact]
    public async Task A_limit_that_others_used_up_is_nobodys_fault()
    {
        using var handler = new Refusing(429, "shared");
        using var rest = new DiscordRest(new() { Token = FarEnd.Token }, time: new Clock(), handler: handler);

        await RefusedAsync(rest, InvalidRequests.Most + 10);

        Assert.Equal(InvalidRequests.Most + 10, handler.Sent);
    }

    private static async Task RefusedAsync(DiscordRest rest, int times)
    {
        for (var n = 0; n < times; n++)
        {
            await Assert.ThrowsAnyAsync<DiscordException>(() => rest.DeleteOriginalResponseAsync(new(8), "t", Stop));
        }
    }

    private sealed class Refusing(int status, string scope) : HttpMessageHandler
    {
        public int Sent { get; private set; }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Sent++;
            var answer = new HttpResponseMessage((HttpStatusCode)status) { Content = new StringContent("""{"code":50013,"message":"No.","retry_after":600}""") };
            answer.Headers.Add("X-RateLimit-Scope", scope);
            return Task.FromResult(answer);
        }
    }
}
