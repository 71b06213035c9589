using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Unisson.Matrix.Homeservers;
using Xunit;

namespace Unisson.Bot.Tests.Matrix;

/// <summary>What the bot takes for a command, from whom, and where it says what.</summary>
public sealed class HearingTests(SharedHomeserver shared)
{
    private const string SetUp = "!setup start Village language:en zone:Europe/Paris";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Only_what_somebody_says_to_the_bot_now_is_a_command()
    {
        var homeserver = await shared.StartedAsync();
        await using var world = await MatrixWorld.StartAsync(homeserver);
        var claire = await homeserver.RegisterAsync("claire");
        var room = await world.VillageAsync(claire, "Village", SetUp);
        var first = await world.SayAsync(claire, room, "!common add slug:one name:One");

        // A quote, a notice, an edit, and words between people.
        await claire.SendAsync(room, "m.room.message", Message("m.text", "> <@bob:localhost> !common add slug:two name:Two\n\nyes", first.EventId));
        await claire.SendAsync(room, "m.room.message", Message("m.notice", "!common add slug:three name:Three"));
        await claire.EditAsync(room, await claire.SendAsync(room, "hello"), "!common add slug:four name:Four");
        await claire.SendAsync(room, "I told the unisson people: common add slug:five name:Five");

        // By mention, and with the slash where it arrives.
        Assert.StartsWith("Six is in the directory", (await world.SayAsync(claire, room, $"{world.Bot.UserId}: common add slug:six name:Six")).Body, StringComparison.Ordinal);
        Assert.StartsWith("Seven is in the directory", (await world.SayAsync(claire, room, "/common add slug:seven name:Seven")).Body, StringComparison.Ordinal);
        Assert.Equal(["one", "seven", "six"], await world.SeeAsync(db => db.Commons.Select(c => c.Slug).OrderBy(s => s).ToListAsync(Ct)));
    }

    [Fact]
    public async Task Events_of_any_shape_keep_back_nothing_that_follows()
    {
        var homeserver = await shared.StartedAsync();
        await using var world = await MatrixWorld.StartAsync(homeserver);
        var claire = await homeserver.RegisterAsync("claire");
        var room = await world.VillageAsync(claire, "Village", SetUp);
        var deep = "[]";
        for (var i = 0; i < 200; i++)
        {
            deep = $"[{deep}]";
        }

        foreach (var odd in new[] { "{}", """{"msgtype":"m.text"}""", """{"msgtype":5,"body":"!help"}""", """{"msgtype":"m.text","body":["!help"]}""", $$"""{"msgtype":"m.text","body":"x","deep":{{deep}}}""", $$"""{"msgtype":"m.text","body":"{{new string('x', 60_000)}}"}""", """{"msgtype":"m.text","body":"!","m.relates_to":7}""", """{"m.relates_to":{"rel_type":"m.annotation","event_id":"$gone","key":"1️⃣"}}""" })
        {
            // The homeserver itself refuses some of them.
            foreach (var type in new[] { "m.room.message", "m.reaction", "org.example.odd" })
            {
                await claire.CallAsync(HttpMethod.Put, $"v3/rooms/{Uri.EscapeDataString(room)}/send/{type}/{Guid.NewGuid():N}", JsonNode.Parse(odd, documentOptions: new() { MaxDepth = 500 }));
            }
        }

        Assert.StartsWith("One is in the directory", (await world.SayAsync(claire, room, "!common add slug:one name:One")).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_ones_own_or_the_teams_is_not_said_in_the_room()
    {
        var homeserver = await shared.StartedAsync();
        await using var world = await MatrixWorld.StartAsync(homeserver);
        var (claire, bob) = (await homeserver.RegisterAsync("claire"), await homeserver.RegisterAsync("bob"));
        var room = await world.VillageAsync(claire, "Village", SetUp, others: [bob]);
        await world.SayAsync(claire, room, "!mission open Mill kind:consulting");

        // Without a private room: a sentence that says nothing.
        var pointer = await world.SayAsync(bob, room, "!mission join M1 role:guarantor");
        Assert.StartsWith("I have an answer for you in private", pointer.Body, StringComparison.Ordinal);
        var shown = await world.SayAsync(claire, room, "!mission show M1");
        Assert.DoesNotContain("bob", shown.Body!.Replace(bob.UserId, "bob", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase);

        // In private the team reads who stepped forward, and what was kept for Claire comes at once.
        var alone = await world.AloneAsync(claire);
        var team = await world.SayAsync(claire, alone, "!mission show M1");
        Assert.Contains(bob.Localpart, team.Body, StringComparison.OrdinalIgnoreCase);
        await claire.WaitForAsync(e => e.RoomId == alone && e.Sender == world.Bot.UserId && e.Body?.Contains("Mill", StringComparison.Ordinal) == true && e.Content.GetProperty("msgtype").GetString() == "m.text");
    }

    [Fact]
    public async Task A_message_that_is_answered_with_log_is_what_was_given()
    {
        var homeserver = await shared.StartedAsync();
        await using var world = await MatrixWorld.StartAsync(homeserver);
        var (claire, bob) = (await homeserver.RegisterAsync("claire"), await homeserver.RegisterAsync("bob"));
        var room = await world.VillageAsync(claire, "Village", SetUp, others: [bob]);
        await world.SayAsync(claire, room, "!common add coworking");
        var given = await bob.SendAsync(room, "I wrote the leaflet,\nall of it");

        await AnswerAsync("!contribution log coworking 3h", given);
        await AnswerAsync("!contribution log coworking 1h proofs", given);
        await AnswerAsync("!mission open Mill kind:consulting", given);

        var texts = await world.SeeAsync(db => db.LedgerTexts.OrderBy(t => t.LineId).Select(t => new { t.What, t.Link }).ToListAsync(Ct));
        var link = $"https://matrix.to/#/{Uri.EscapeDataString(room)}/{Uri.EscapeDataString(given)}?via={claire.UserId[(claire.UserId.IndexOf(':', StringComparison.Ordinal) + 1)..]}";
        Assert.Equal([("I wrote the leaflet, all of it", link), ("proofs", link)], texts.Select(t => (t.What, t.Link)));

        async Task AnswerAsync(string line, string answers)
        {
            var sent = await bob.SendAsync(room, "m.room.message", Message("m.text", line, answers));
            await bob.WaitForAsync(e => e.Sender == world.Bot.UserId && e.RoomId == room && e.Content.GetRawText().Contains(sent, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task An_encrypted_room_hears_one_sentence_and_nothing_else_in_clear()
    {
        var homeserver = await shared.StartedAsync();
        await using var world = await MatrixWorld.StartAsync(homeserver);
        var claire = await homeserver.RegisterAsync("claire");
        var room = await world.VillageAsync(claire, "Village", SetUp);
        await claire.EncryptAsync(room);
        await claire.SendAsync(room, "!help");
        Assert.StartsWith("This room is encrypted", (await world.HearAsync(claire, room)).Body, StringComparison.Ordinal);
        await claire.SendAsync(room, "!mission open Mill kind:consulting");

        // What is said elsewhere, later, shows that nothing came here.
        var alone = await world.AloneAsync(claire);
        await world.SayAsync(claire, alone, "!help");
        Assert.DoesNotContain(await claire.SeenAsync(), e => e.RoomId == room && e.Sender == world.Bot.UserId && e.Type is "m.room.message");
        Assert.Equal(0, await world.SeeAsync(db => db.Missions.CountAsync(Ct)));
    }

    [Fact]
    public async Task Invites_come_from_people_who_are_named_or_known()
    {
        var homeserver = await shared.StartedAsync();
        var claire = await homeserver.RegisterAsync("claire");
        var stranger = await homeserver.RegisterAsync("stranger");
        await using var world = await MatrixWorld.StartAsync(homeserver, claire.UserId);
        var room = await stranger.CreatePublicRoomAsync("Trap");
        await stranger.InviteAsync(room, world.Bot.UserId);
        await stranger.WaitForAsync(e => e.RoomId == room && e.StateKey == world.Bot.UserId && e.Content.GetProperty("membership").GetString() == "leave");

        // Somebody who is known from a room of hers may.
        var village = await world.VillageAsync(claire, "Village", SetUp, others: [stranger]);
        await world.SayAsync(stranger, village, "!common list");
        await world.AloneAsync(stranger);
    }

    [Fact]
    public async Task Who_invited_before_the_first_start_is_heard_after_it()
    {
        var homeserver = await shared.StartedAsync();
        var claire = await homeserver.RegisterAsync("claire");
        var room = await claire.CreatePublicRoomAsync("Village");
        await using var world = await MatrixWorld.StartAsync(homeserver, before: bot => claire.InviteAsync(room, bot.UserId));
        await world.CameAsync(claire, room);

        Assert.StartsWith("Village: all set.", (await world.SayAsync(claire, room, SetUp)).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_a_restart_what_was_said_meanwhile_is_done_once()
    {
        var homeserver = await shared.StartedAsync();
        await using var world = await MatrixWorld.StartAsync(homeserver);
        var claire = await homeserver.RegisterAsync("claire");
        var room = await world.VillageAsync(claire, "Village", SetUp);
        await world.StopAsync();
        await claire.SendAsync(room, "!common add slug:one name:One");
        await world.OpenAsync();
        Assert.StartsWith("One is in the directory", (await claire.WaitForAsync(e => e.RoomId == room && e.Sender == world.Bot.UserId && e.Body?.StartsWith("One", StringComparison.Ordinal) == true)).Body, StringComparison.Ordinal);
        await world.StopAsync();
        await world.OpenAsync();
        Assert.StartsWith("Two is in the directory", (await world.SayAsync(claire, room, "!common add slug:two name:Two")).Body, StringComparison.Ordinal);
        Assert.DoesNotContain(await claire.SeenAsync(), e => e.RoomId == room && e.Body?.StartsWith("One is", StringComparison.Ordinal) == true);
    }

    private static JsonObject Message(string type, string body, string? answers = null)
    {
        var message = new JsonObject { ["msgtype"] = type, ["body"] = body };
        if (answers is not null)
        {
            message["m.relates_to"] = new JsonObject { ["m.in_reply_to"] = new JsonObject { ["event_id"] = answers } };
        }

        return message;
    }
}
