using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Unisson.Matrix.Stub;
using Xunit;

namespace Unisson.Bot.Tests.Matrix;

/// <summary>A file that a line goes with: answered by it, or with it as its caption.</summary>
public sealed class ImportTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_line_that_answers_a_file_or_is_its_caption_takes_it()
    {
        await using var world = await StubWorld.StartAsync(new DateTimeOffset(2026, 12, 1, 9, 0, 0, TimeSpan.Zero));
        var claire = world.Matrix.AddPerson("claire", "Claire");
        var village = claire.CreateRoom("Village");
        await world.InviteAsync(claire, village);
        await world.SayAsync(claire, village, "!setup start Village language:en zone:Europe/Paris");
        var alone = await world.AloneAsync(claire);
        var sent = claire.SendFile(alone, claire.Upload("commons.csv", "slug,name\ncoworking,Coworking\n"u8.ToArray(), "text/csv"));

        var said = claire.Send(alone, "m.room.message", new JsonObject
        {
            ["msgtype"] = "m.text",
            ["body"] = "!setup import commons dry-run:no",
            ["m.mentions"] = new JsonObject(),
            ["m.relates_to"] = new JsonObject { ["m.in_reply_to"] = new JsonObject { ["event_id"] = sent.Id } },
        });
        await world.MessageAsync(alone, m => Body(m).StartsWith("Taken in: 1 common.", StringComparison.Ordinal), $"an answer to {said.Id}");

        var media = claire.Upload("people.csv", "name\nÉlise\n"u8.ToArray(), "text/csv");
        claire.Send(alone, "m.room.message", new JsonObject { ["msgtype"] = "m.file", ["filename"] = "people.csv", ["body"] = "!setup import people", ["url"] = media.Uri.ToString(), ["m.mentions"] = new JsonObject() });
        await world.MessageAsync(alone, m => Body(m).StartsWith("people.csv would bring 1 name.", StringComparison.Ordinal), "a preview");
        claire.Send(alone, "m.room.message", new JsonObject { ["msgtype"] = "m.text", ["body"] = "!setup import people", ["m.mentions"] = new JsonObject() });
        await world.MessageAsync(alone, m => Body(m).Contains("file", StringComparison.Ordinal) && Body(m).Contains('…'), "what is missing");

        await using var db = world.Host.Store.Read();
        Assert.Equal("Coworking", await db.Commons.Select(c => c.Name).SingleAsync(Ct));
    }

    private static string Body(StubEvent message) => message.Content["body"]!.GetValue<string>();
}
