using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Unisson.Discord.Stub.Tests.Rest;

/// <summary>Rate limits, and the failures that a test orders.</summary>
public sealed class RateLimitTests
{
    private const string Hello = """{"content":"Bonjour","allowed_mentions":{"parse":[]}}""";
    private const string Send = "POST /channels/{channel_id}/messages";

    [Fact]
    public async Task Each_channel_has_its_own_bucket_which_tells_its_rest_and_then_refuses()
    {
        var time = new FakeTimeProvider();
        await using var discord = await StubDiscord.StartAsync(new() { Time = time });
        var server = discord.AddGuild("Les Communs");
        var (missions, calls) = (server.AddChannel("missions"), server.AddChannel("calls"));
        await using var bot = new RawBot(discord);
        discord.Limit(Send, 2, TimeSpan.FromSeconds(5));

        var first = await bot.PostAsync($"channels/{missions.Id}/messages", Hello);
        await bot.PostAsync($"channels/{missions.Id}/messages", Hello);
        var third = await bot.PostAsync($"channels/{missions.Id}/messages", Hello);
        var other = await bot.PostAsync($"channels/{calls.Id}/messages", Hello);
        time.Advance(TimeSpan.FromSeconds(5));
        var later = await bot.PostAsync($"channels/{missions.Id}/messages", Hello);

        Assert.Equal(("2", "1", "5"), (first.Header("X-RateLimit-Limit"), first.Header("X-RateLimit-Remaining"), first.Header("X-RateLimit-Reset-After")));
        Assert.Equal((HttpStatusCode.TooManyRequests, "user", "5"), (third.Status, third.Header("X-RateLimit-Scope"), third.Header("Retry-After")));
        Assert.Equal((5, false), ((double)third.Json!["retry_after"]!, (bool)third.Json["global"]!));
        Assert.Equal(first.Header("X-RateLimit-Bucket"), other.Header("X-RateLimit-Bucket"));
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (other.Status, later.Status));
    }

    [Fact]
    public async Task The_global_limit_holds_for_all_routes_but_not_for_answers_to_people()
    {
        await using var discord = await StubDiscord.StartAsync(new() { Time = new FakeTimeProvider() });
        await using var bot = new RawBot(discord);
        discord.Faults.RateLimitGlobally(TimeSpan.FromSeconds(2.5));

        var refused = await bot.SendAsync(HttpMethod.Get, "gateway");
        var answer = await bot.PostAsync("interactions/1/x/callback", """{"type":5}""");

        Assert.Equal((HttpStatusCode.TooManyRequests, "global", "true", "3"), (refused.Status, refused.Header("X-RateLimit-Scope"), refused.Header("X-RateLimit-Global"), refused.Header("Retry-After")));
        Assert.True((bool)refused.Json!["global"]!);
        Assert.Equal(10062, answer.Code);
    }

    [Fact]
    public async Task A_global_limit_can_be_set_by_count()
    {
        await using var discord = await StubDiscord.StartAsync(new() { Time = new FakeTimeProvider() });
        await using var bot = new RawBot(discord);
        discord.LimitGlobally(1, TimeSpan.FromSeconds(1));

        Assert.Equal(HttpStatusCode.OK, (await bot.SendAsync(HttpMethod.Get, "gateway")).Status);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await bot.SendAsync(HttpMethod.Get, "users/@me")).Status);
    }

    [Fact]
    public async Task Failures_come_as_often_as_ordered_and_on_their_route_only()
    {
        await using var discord = await StubDiscord.StartAsync();
        var missions = discord.AddGuild("Les Communs").AddChannel("missions");
        await using var bot = new RawBot(discord);
        discord.Faults.Answer(503, times: 2, route: Send);

        Assert.Equal(HttpStatusCode.OK, (await bot.SendAsync(HttpMethod.Get, "gateway")).Status);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await bot.PostAsync($"channels/{missions.Id}/messages", Hello)).Status);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await bot.PostAsync($"channels/{missions.Id}/messages", Hello)).Status);
        Assert.Empty(missions.Messages);
        Assert.Equal(HttpStatusCode.OK, (await bot.PostAsync($"channels/{missions.Id}/messages", Hello)).Status);
        Assert.Equal([200, 503, 503, 200], discord.Requests.Select(r => r.Status));
    }

    [Fact]
    public async Task An_ordered_429_says_how_long_to_wait()
    {
        await using var discord = await StubDiscord.StartAsync();
        await using var bot = new RawBot(discord);
        discord.Faults.RateLimit(TimeSpan.FromSeconds(0.5));

        var refused = await bot.SendAsync(HttpMethod.Get, "gateway");

        Assert.Equal((HttpStatusCode.TooManyRequests, 0.5, "user"), (refused.Status, (double)refused.Json!["retry_after"]!, refused.Header("X-RateLimit-Scope")));
        Assert.Equal(HttpStatusCode.OK, (await bot.SendAsync(HttpMethod.Get, "gateway")).Status);
    }

    [Theory]
    [InlineData(true, 1)]
    [InlineData(false, 0)]
    public async Task A_lost_answer_was_carried_out_and_a_lost_request_was_not(bool answer, int messages)
    {
        await using var discord = await StubDiscord.StartAsync();
        var missions = discord.AddGuild("Les Communs").AddChannel("missions");
        await using var bot = new RawBot(discord);
        if (answer)
        {
            discord.Faults.LoseAnswer(route: Send);
        }
        else
        {
            discord.Faults.LoseRequest(route: Send);
        }

        await Assert.ThrowsAsync<HttpRequestException>(() => bot.PostAsync($"channels/{missions.Id}/messages", Hello));

        Assert.Equal(messages, missions.Messages.Count);
    }

    [Fact]
    public async Task A_held_request_is_carried_out_only_when_released()
    {
        await using var discord = await StubDiscord.StartAsync();
        var missions = discord.AddGuild("Les Communs").AddChannel("missions");
        await using var bot = new RawBot(discord);
        var release = new TaskCompletionSource();
        discord.Faults.Hold(release.Task, route: Send);

        var held = bot.PostAsync($"channels/{missions.Id}/messages", """{"content":"held","allowed_mentions":{"parse":[]}}""");
        await discord.UntilAsync(() => discord.Faults.Pending == 0, "the request to be held");
        await bot.PostAsync($"channels/{missions.Id}/messages", """{"content":"next","allowed_mentions":{"parse":[]}}""");
        release.SetResult();
        await held;

        Assert.Equal(["next", "held"], missions.Messages.Select(m => m.Content));
    }

    [Fact]
    public async Task A_closed_port_refuses_and_opens_again_with_the_same_number()
    {
        await using var discord = await StubDiscord.StartAsync();
        await using var bot = new RawBot(discord);
        await bot.SendAsync(HttpMethod.Get, "gateway");

        await discord.RefuseConnectionsAsync();
        var failure = await Assert.ThrowsAsync<HttpRequestException>(() => bot.SendAsync(HttpMethod.Get, "gateway"));
        await discord.AcceptConnectionsAsync();

        Assert.Equal(SocketError.ConnectionRefused, Assert.IsType<SocketException>(failure.InnerException).SocketErrorCode);
        Assert.Equal(HttpStatusCode.OK, (await bot.SendAsync(HttpMethod.Get, "gateway")).Status);
    }

    [Fact]
    public async Task A_revoked_token_is_worth_nothing()
    {
        await using var discord = await StubDiscord.StartAsync();
        var (bot, socket) = await RawBot.StartAsync(discord);
        await using var _ = bot;

        discord.RevokeToken();

        Assert.Equal(4004, await socket.CloseCodeAsync());
        Assert.Equal(HttpStatusCode.Unauthorized, (await bot.SendAsync(HttpMethod.Get, "users/@me")).Status);
    }
}
