using System.Net;
using Xunit;

namespace Unisson.Matrix.Stub.Tests;

public sealed class RuleTests
{
    private const string Text = """ "msgtype":"m.text","body":"x" """;
    private const string Mentions = """ "m.mentions":{} """;

    [Theory]
    [InlineData("{" + Text + "}", "mentions.missing")]
    [InlineData("{" + Text + "," + Mentions + """,  "format":"org.matrix.custom.html"}""", "format.pair")]
    [InlineData("{" + Text + "," + Mentions + ""","m.new_content":{""" + Mentions + """,  "body":"x"},"m.relates_to":{"rel_type":"m.replace","event_id":"OWN"}}""", "edit.fields")]
    [InlineData("{" + Text + "," + Mentions + ""","m.relates_to":{"rel_type":"m.replace","event_id":"OWN"}}""", "edit.content")]
    [InlineData("{" + Text + "," + Mentions + ""","m.new_content":{""" + Text + "," + Mentions + ""","m.relates_to":{}},"m.relates_to":{"rel_type":"m.replace","event_id":"OWN"}}""", "edit.reply")]
    [InlineData("{" + Text + "," + Mentions + ""","m.new_content":{""" + Text + "," + Mentions + """},"m.relates_to":{"rel_type":"m.replace","event_id":"HERS"}}""", "edit.original")]
    public async Task A_content_that_breaks_a_rule_is_accepted_and_noted(string content, string rule)
    {
        await using var scene = await Scene.StartAsync(new() { Strict = false });
        var hers = scene.Claire.Say(scene.Room, "?").Id;
        var own = (await scene.Bot.SayAsync(scene.Room, "!", "t1")).EventId;

        var answer = await scene.Bot.EventAsync(scene.Room, "m.room.message", content.Replace("OWN", own).Replace("HERS", hers), "t2");

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal([rule], scene.Matrix.Violations.Select(v => v.Rule));
    }

    [Fact]
    public async Task Reactions_and_threads_refer_to_originals()
    {
        await using var scene = await Scene.StartAsync(new() { Strict = false });
        var original = scene.Claire.Say(scene.Room, "?");
        var edit = scene.Claire.Edit(original, "!");

        var reaction = await scene.Bot.EventAsync(scene.Room, "m.reaction", $$$"""{"m.relates_to":{"rel_type":"m.annotation","event_id":"{{{edit.Id}}}","key":"+"}}""", "t1");
        var thread = await scene.Bot.EventAsync(scene.Room, "m.room.message", $$$$"""{{{{{Text}}}},{{{{Mentions}}}},"m.relates_to":{"rel_type":"m.thread","event_id":"{{{{edit.Id}}}}","m.in_reply_to":{"event_id":"{{{{edit.Id}}}}"}}}""", "t2");

        Assert.Equal("!", (string?)original.Shown["body"]);
        Assert.Equal((HttpStatusCode.OK, "M_UNKNOWN"), (reaction.Status, thread.Error));
        Assert.Equal(["reaction.of-edit", "thread.root"], scene.Matrix.Violations.Select(v => v.Rule));
    }

    [Fact]
    public async Task Unknown_paths_fail_the_test_at_its_end()
    {
        var scene = await Scene.StartAsync();

        var answer = await scene.Bot.GetAsync("/_matrix/media/v3/download/localhost/x");

        Assert.Equal((HttpStatusCode.NotFound, "M_UNRECOGNIZED"), (answer.Status, answer.Error));
        Assert.Equal("path.unknown", Assert.Single((await Assert.ThrowsAsync<StubViolationException>(async () => await scene.DisposeAsync())).Violations).Rule);
    }
}
