using System.Net;
using Unisson.Matrix.Stub;

namespace Unisson.Matrix.Tests.Wire;

/// <summary>A call that fails is repeated where that is safe: each message stands there once, in order.</summary>
public sealed class SendTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_message_whose_answer_was_lost_stands_there_once()
    {
        await using var village = await Village.StartAsync();
        village.Matrix.Faults.LoseAnswer(times: 2, StubRoutes.Send);
        village.Matrix.Faults.CutAnswer(route: StubRoutes.Send);

        var id = await SayAsync(village, "one");

        Assert.Equal(id, Assert.Single(village.Room.Messages).Id);
        Assert.Equal(4, village.Requests(StubRoutes.Send).Count());
        Assert.Single(village.Requests(StubRoutes.Send).Select(r => r.Path).Distinct());
    }

    [Fact]
    public async Task A_message_that_was_never_read_is_sent_again()
    {
        await using var village = await Village.StartAsync();
        village.Matrix.Faults.LoseRequest(times: 2, StubRoutes.Send);

        var id = await SayAsync(village, "one");

        Assert.Equal(id, Assert.Single(village.Room.Messages).Id);
    }

    [Fact]
    public async Task A_half_open_line_is_given_up_and_the_message_stands_there_once()
    {
        await using var village = await Village.StartAsync();
        var never = new TaskCompletionSource();
        village.Matrix.Faults.HoldAnswer(never.Task, route: StubRoutes.Send);

        var sending = SayAsync(village, "one");
        await village.Matrix.UntilAsync(() => village.Requests(StubRoutes.Send).Any(), "the message");
        village.Clock.Advance(TimeSpan.FromSeconds(19));
        Assert.False(sending.IsCompleted);
        village.Clock.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(await sending, Assert.Single(village.Room.Messages).Id);
    }

    [Theory]
    [InlineData(1_234, false, 1_234)]
    [InlineData(3_000, true, 3_000)]
    [InlineData(2_500, true, 3_000)]
    public async Task A_limit_is_waited_for_as_long_as_the_homeserver_says(int told, bool onlyHeader, int waited)
    {
        await using var village = await Village.StartAsync();
        village.Matrix.Faults.RateLimit(TimeSpan.FromMilliseconds(told), times: 2, StubRoutes.Send, onlyHeader);

        await SayAsync(village, "one");

        Assert.Equal([TimeSpan.FromMilliseconds(waited), TimeSpan.FromMilliseconds(waited)], village.Clock.Pauses);
        Assert.Single(village.Room.Messages);
    }

    [Theory]
    [InlineData("""{"errcode":"M_LIMIT_EXCEEDED","retry_after_ms":"soon"}""")]
    [InlineData("""{"errcode":"M_LIMIT_EXCEEDED","retry_after_ms":0}""")]
    [InlineData("<html>Slow down</html>")]
    public async Task A_limit_that_says_nothing_of_use_is_no_reason_to_hurry(string body)
    {
        await using var village = await Village.StartAsync();
        village.Matrix.Faults.Answer(429, 1, StubRoutes.Send, body);

        await SayAsync(village, "one");

        Assert.InRange(Assert.Single(village.Clock.Pauses).TotalSeconds, 0.25, 5);
    }

    [Fact]
    public async Task A_limit_longer_than_a_call_may_wait_comes_back_at_once()
    {
        await using var village = await Village.StartAsync();
        village.Matrix.Faults.RateLimit(TimeSpan.FromMinutes(2), route: StubRoutes.Send, onlyHeader: true);

        var limit = await Assert.ThrowsAsync<MatrixRateLimitException>(() => SayAsync(village, "one"));

        Assert.Equal(TimeSpan.FromMinutes(2), limit.RetryAfter);
        Assert.Empty(village.Clock.Pauses);
    }

    [Fact]
    public async Task A_homeserver_in_trouble_is_given_more_and_more_time()
    {
        await using var village = await Village.StartAsync();
        village.Matrix.Faults.Answer(503, times: 4, StubRoutes.Send);

        await SayAsync(village, "one");

        Assert.Collection(
            village.Clock.Pauses.Select(p => p.TotalSeconds),
            first => Assert.InRange(first, 0.25, 0.5),
            second => Assert.InRange(second, 0.5, 1),
            third => Assert.InRange(third, 1, 2),
            fourth => Assert.InRange(fourth, 2, 4));
    }

    [Fact]
    public async Task After_five_failures_the_caller_is_told()
    {
        await using var village = await Village.StartAsync();
        village.Matrix.Faults.Answer(502, times: 100, StubRoutes.Send);

        var failure = await Assert.ThrowsAsync<MatrixException>(() => SayAsync(village, "one"));

        Assert.Equal((HttpStatusCode.BadGateway, "PUT /v3/rooms/{room}/send/{type}/{txn}"), (failure.Status, failure.Route));
        Assert.Equal(5, village.Requests(StubRoutes.Send).Count());
    }

    [Fact]
    public async Task Messages_keep_their_order_whatever_happens_to_the_first()
    {
        await using var village = await Village.StartAsync();
        village.Matrix.Faults.Answer(502, route: StubRoutes.Send);
        village.Matrix.Faults.LoseAnswer(route: StubRoutes.Send);
        village.Matrix.Faults.RateLimit(TimeSpan.FromSeconds(1), route: StubRoutes.Send);

        foreach (var text in (string[])["one", "two", "three"])
        {
            await SayAsync(village, text);
        }

        Assert.Equal(["one", "two", "three"], village.Room.Messages.Select(m => m.Body));
    }

    [Fact]
    public async Task Who_has_an_order_of_their_own_hears_of_a_limit_at_once()
    {
        await using var village = await Village.StartAsync();
        using var client = village.NewClient(new() { Homeserver = village.Matrix.BaseUrl, AccessToken = village.Matrix.Token, EventsWait = false });
        await client.SignInAsync(kept: null, Stop);
        village.Matrix.Faults.RateLimit(TimeSpan.FromSeconds(7), times: 1, StubRoutes.Send);

        var limit = await Assert.ThrowsAsync<MatrixRateLimitException>(() => client.SendMessageAsync(village.Room.Id, "t1", MessageContent.Of(MessageContent.Notice, "one", "one"), Stop));

        Assert.Equal(TimeSpan.FromSeconds(7), limit.RetryAfter);
        Assert.Single(village.Requests(StubRoutes.Send));
        Assert.Empty(village.Room.Messages);
    }

    private static Task<string> SayAsync(Village village, string text)
        => village.Client.SendMessageAsync(village.Room.Id, "txn of/" + text, new() { MsgType = MessageContent.Text, Body = text }, Stop);
}
