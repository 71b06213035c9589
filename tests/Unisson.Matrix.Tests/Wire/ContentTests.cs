using System.Text.Json;
using System.Text.Json.Nodes;
using Unisson.Matrix.Stub;

namespace Unisson.Matrix.Tests.Wire;

/// <summary>What is sent, as the specification has it; the stub holds it against the rules of edits, threads and mentions too.</summary>
public sealed class ContentTests
{
    private static readonly MessageContent Hello = MessageContent.Of(MessageContent.Text, "Hello Claire é😀 <&>", "<p>Hello <b>Claire</b></p>");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_message_says_whom_it_means_even_if_that_is_nobody()
    {
        await using var village = await Village.StartAsync();

        await SentAsync(village, Hello with { Mentions = new([village.Claire.Id]) }, """
            {"msgtype":"m.text","body":"Hello Claire é😀 <&>","format":"org.matrix.custom.html","formatted_body":"<p>Hello <b>Claire</b></p>",
             "m.mentions":{"user_ids":["@claire:localhost"]}}
            """);
        await SentAsync(village, new() { MsgType = MessageContent.Notice, Body = "quiet" }, """{"msgtype":"m.notice","body":"quiet","m.mentions":{}}""");
    }

    [Fact]
    public async Task An_edit_replaces_all_and_rings_nobody_anew()
    {
        await using var village = await Village.StartAsync();
        var mentioning = Hello with { Mentions = new([village.Claire.Id]) };
        var original = await SendAsync(village, mentioning);
        var room = village.Room.Messages.Single(m => m.Id == original);

        await SentAsync(village, (mentioning with { Body = "Bye", FormattedBody = "<p>Bye</p>" }).Replacing(original), $$$"""
            {"msgtype":"m.text","body":"* Bye","format":"org.matrix.custom.html","formatted_body":"* <p>Bye</p>","m.mentions":{},
             "m.relates_to":{"rel_type":"m.replace","event_id":"{{{original}}}"},
             "m.new_content":{"msgtype":"m.text","body":"Bye","format":"org.matrix.custom.html","formatted_body":"<p>Bye</p>","m.mentions":{"user_ids":["@claire:localhost"]}} }
            """);
        Assert.Equal("Bye", (string?)room.Shown["body"]);
    }

    [Fact]
    public async Task An_edit_of_an_answer_keeps_no_relation_but_its_own()
    {
        await using var village = await Village.StartAsync();
        var question = village.Claire.Say(village.Room, "?");
        var answer = Hello.Answering(question.Id, thread: null);
        var original = await SendAsync(village, answer);

        var edit = answer.Replacing(original);
        await SendAsync(village, edit);

        Assert.Null(edit.NewContent!.RelatesTo);
        Assert.Equal(new Relation { RelType = RelationTypes.Replace, EventId = original }, edit.RelatesTo);
    }

    [Fact]
    public async Task An_edit_of_an_edit_does_not_nest()
    {
        await using var village = await Village.StartAsync();
        var original = await SendAsync(village, Hello);
        var plain = new MessageContent { MsgType = MessageContent.Text, Body = "second" };

        await SentAsync(village, (plain with { NewContent = Hello }).Replacing(original), $$$"""
            {"msgtype":"m.text","body":"* second","m.mentions":{},"m.relates_to":{"rel_type":"m.replace","event_id":"{{{original}}}"},
             "m.new_content":{"msgtype":"m.text","body":"second","m.mentions":{}} }
            """);
    }

    [Fact]
    public async Task An_answer_names_what_it_answers_and_quotes_nothing()
    {
        await using var village = await Village.StartAsync();
        var question = village.Claire.Say(village.Room, "?");

        await SentAsync(village, new MessageContent { MsgType = MessageContent.Text, Body = "!" }.Answering(question.Id, thread: null), $$$"""
            {"msgtype":"m.text","body":"!","m.mentions":{},"m.relates_to":{"m.in_reply_to":{"event_id":"{{{question.Id}}}"}} }
            """);
    }

    [Fact]
    public async Task An_answer_in_a_thread_stays_in_it_and_is_a_true_answer()
    {
        await using var village = await Village.StartAsync();
        var root = village.Claire.Say(village.Room, "root");
        var question = village.Claire.SayInThread(root, "?");

        await SentAsync(village, new MessageContent { MsgType = MessageContent.Text, Body = "!" }.Answering(question.Id, root.Id), $$$"""
            {"msgtype":"m.text","body":"!","m.mentions":{},
             "m.relates_to":{"rel_type":"m.thread","event_id":"{{{root.Id}}}","is_falling_back":false,"m.in_reply_to":{"event_id":"{{{question.Id}}}"}} }
            """);
    }

    [Fact]
    public async Task A_file_and_fields_of_ones_own_go_along()
    {
        await using var village = await Village.StartAsync();
        var content = new MessageContent
        {
            MsgType = MessageContent.File,
            Body = "list.csv",
            Url = "mxc://localhost/abc",
            Info = new("text/csv", 12),
            More = new() { ["org.example.job"] = JsonSerializer.SerializeToElement(7) },
        };

        await SentAsync(village, content, """
            {"msgtype":"m.file","body":"list.csv","m.mentions":{},"url":"mxc://localhost/abc","info":{"mimetype":"text/csv","size":12},"org.example.job":7}
            """);
    }

    [Fact]
    public async Task A_reaction_names_its_event_and_its_key()
    {
        await using var village = await Village.StartAsync();
        var said = village.Claire.Say(village.Room, "yes?");

        await village.Client.SendReactionAsync(village.Room.Id, "r", said.Id, "👍", Stop);

        Same($$$"""{"m.relates_to":{"rel_type":"m.annotation","event_id":"{{{said.Id}}}","key":"👍"}}""", village.Requests(StubRoutes.Send).Last().Json);
    }

    private static Task<string> SendAsync(Village village, MessageContent content)
        => village.Client.SendMessageAsync(village.Room.Id, $"{village.Requests(StubRoutes.Send).Count()}", content, Stop);

    private static async Task SentAsync(Village village, MessageContent content, string expected)
    {
        await SendAsync(village, content);
        Same(expected, village.Requests(StubRoutes.Send).Last().Json);
    }

    private static void Same(string expected, JsonObject? sent) => Assert.True(JsonNode.DeepEquals(JsonNode.Parse(expected), sent), sent?.ToJsonString());
}
