using System.Net;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Unisson.Matrix.Stub.Tests;

public sealed class SendTests
{
    [Fact]
    public async Task The_same_transaction_gives_the_same_event()
    {
        await using var scene = await Scene.StartAsync();

        var first = await scene.Bot.SayAsync(scene.Room, "un", "t1");
        var second = await scene.Bot.SayAsync(scene.Room, "deux", "t1");

        Assert.Equal(first.EventId, second.EventId);
        Assert.Equal("un", Assert.Single(scene.Room.Messages).Body);
    }

    [Theory]
    [InlineData("""{"msgtype":"m.text","body":"x","m.mentions":{},"n":1.5}""", 400, "M_BAD_JSON")]
    [InlineData("""{"msgtype":"m.text","body":"x","m.mentions":{},"n":9007199254740992}""", 400, "M_BAD_JSON")]
    [InlineData("""["x"]""", 400, "M_BAD_JSON")]
    [InlineData("""{"msgtype":"m.text"}""", 400, "M_UNKNOWN")]
    [InlineData("""{"msgtype":"m.text","body":5}""", 400, "M_UNKNOWN")]
    [InlineData("""{"msgtype":"m.text","body":"x","m.mentions":[]}""", 400, "M_BAD_JSON")]
    [InlineData("""{"msgtype":""", 400, "M_NOT_JSON")]
    [InlineData("\uFEFF{}", 400, "M_NOT_JSON")]
    [InlineData("""{"msgtype":"m.text","body":"\ud800","m.mentions":{}}""", 500, "M_UNKNOWN")]
    public async Task What_is_no_message_or_no_canonical_json_is_refused(string body, int status, string code)
    {
        await using var scene = await Scene.StartAsync();

        var answer = await scene.Bot.EventAsync(scene.Room, "m.room.message", body, "t1");

        Assert.Equal((status, code), ((int)answer.Status, answer.Error));
        Assert.Empty(scene.Room.Messages);
    }

    [Fact]
    public async Task An_event_over_64_kib_is_too_large()
    {
        await using var scene = await Scene.StartAsync();

        var largest = await scene.Bot.SayAsync(scene.Room, new string('x', 64_800), "t0");
        var answer = await scene.Bot.SayAsync(scene.Room, new string('x', 65_000), "t1");

        Assert.Equal(HttpStatusCode.OK, largest.Status);
        Assert.Equal((HttpStatusCode.RequestEntityTooLarge, "M_TOO_LARGE"), (answer.Status, answer.Error));
    }

    [Fact]
    public async Task A_reaction_can_be_given_once_and_again_when_it_was_taken_back()
    {
        await using var scene = await Scene.StartAsync();
        var message = scene.Claire.Say(scene.Room, "?");
        var reaction = $$$"""{"m.relates_to":{"rel_type":"m.annotation","event_id":"{{{message.Id}}}","key":"✅"}}""";

        var first = await scene.Bot.EventAsync(scene.Room, "m.reaction", reaction, "t1");
        var second = await scene.Bot.EventAsync(scene.Room, "m.reaction", reaction, "t2");
        var redaction = await scene.Bot.PutAsync($"rooms/{scene.Room.Id}/redact/{first.EventId}/t3");
        var third = await scene.Bot.EventAsync(scene.Room, "m.reaction", reaction, "t4");
        var related = await scene.Bot.GetAsync($"/_matrix/client/v1/rooms/{scene.Room.Id}/relations/{message.Id}/m.annotation");

        Assert.Equal("M_DUPLICATE_ANNOTATION", second.Error);
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (redaction.Status, third.Status));
        Assert.Equal(third.EventId, (string?)Assert.Single(related.Json!["chunk"]!.AsArray())!["event_id"]);
    }

    [Fact]
    public async Task The_rate_limit_says_how_long_to_wait_and_repetitions_are_free()
    {
        var time = new FakeTimeProvider();
        await using var scene = await Scene.StartAsync(new() { Time = time });
        scene.Matrix.Limit(perSecond: 0.5, burst: 2);
        await scene.Bot.SayAsync(scene.Room, "1", "t1");
        await scene.Bot.SayAsync(scene.Room, "2", "t2");

        var refused = await scene.Bot.SayAsync(scene.Room, "3", "t3");
        var repeated = await scene.Bot.SayAsync(scene.Room, "2", "t2");
        time.Advance(TimeSpan.FromMilliseconds((int)refused.Json!["retry_after_ms"]!));
        var accepted = await scene.Bot.SayAsync(scene.Room, "3", "t3");

        Assert.Equal((HttpStatusCode.TooManyRequests, "M_LIMIT_EXCEEDED", 2000), (refused.Status, refused.Error, (int)refused.Json["retry_after_ms"]!));
        Assert.Equal("2", refused.Headers.GetValues("Retry-After").Single());
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (repeated.Status, accepted.Status));
    }

    [Fact]
    public async Task Who_was_kicked_may_not_send()
    {
        await using var scene = await Scene.StartAsync();
        scene.Claire.Kick(scene.Room, scene.Matrix.Bot);

        var answer = await scene.Bot.SayAsync(scene.Room, "un", "t1");

        Assert.Equal((HttpStatusCode.Forbidden, "M_FORBIDDEN"), (answer.Status, answer.Error));
    }
}
