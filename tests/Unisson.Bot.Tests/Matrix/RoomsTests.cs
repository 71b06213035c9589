using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Unisson.Matrix.Homeservers;
using Xunit;

namespace Unisson.Bot.Tests.Matrix;

/// <summary>Rooms that another one takes the place of, and rooms of a space.</summary>
public sealed class RoomsTests(SharedHomeserver shared)
{
    private const string SetUp = "!setup start Village language:en zone:Europe/Paris channel:#Village";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("9", "11")]
    [InlineData("11", "12")]
    public async Task The_community_goes_on_in_the_room_that_takes_the_old_ones_place(string from, string to)
    {
        var homeserver = await shared.StartedAsync();
        await using var world = await MatrixWorld.StartAsync(homeserver);
        var claire = await homeserver.RegisterAsync("claire");
        var old = await world.VillageAsync(claire, "Village", SetUp, from);
        await world.SayAsync(claire, old, "!common add slug:garden name:Garden");

        var room = await claire.UpgradeAsync(old, to);
        await world.CameAsync(claire, room);
        Assert.StartsWith("M1 is open.", (await world.SayAsync(claire, room, "!mission open Mill commons:garden")).Body, StringComparison.Ordinal);
        await claire.WaitForAsync(e => e.RoomId == room && e.Sender == world.Bot.UserId && e.Body?.StartsWith("Mill (M1)", StringComparison.Ordinal) == true);
        Assert.Equal([room], await world.SeeAsync(db => db.Installations.Where(i => i.Door == "matrix").Select(i => i.ExternalId).ToListAsync(Ct)));
    }

    [Fact]
    public async Task Nobody_sends_what_concerns_their_community_into_a_room_of_others()
    {
        var homeserver = await shared.StartedAsync();
        await using var world = await MatrixWorld.StartAsync(homeserver);
        var (claire, eve) = (await homeserver.RegisterAsync("claire"), await homeserver.RegisterAsync("eve"));
        var village = await world.VillageAsync(claire, "Village", SetUp);
        var den = await world.VillageAsync(eve, "Den", "!setup start Den language:en zone:Europe/Paris");

        await world.SayAsync(eve, den, "!setup channel calls #Village");
        await world.SayAsync(eve, den, $"!setup channel calls {village}");
        await world.SayAsync(eve, den, $"!common add garden channel:{village}");
        Assert.Equal(1, await world.SeeAsync(db => db.Channels.CountAsync(c => c.ExternalId == village, Ct)));
        Assert.Equal(0, await world.SeeAsync(db => db.Commons.CountAsync(Ct)));
    }

    [Fact]
    public async Task A_room_that_does_not_say_so_itself_takes_nobodys_place()
    {
        var homeserver = await shared.StartedAsync();
        await using var world = await MatrixWorld.StartAsync(homeserver);
        var claire = await homeserver.RegisterAsync("claire");
        var room = await world.VillageAsync(claire, "Village", SetUp);
        var trap = await claire.CreatePublicRoomAsync("Trap");

        await claire.SetStateAsync(room, "m.room.tombstone", "", new JsonObject { ["body"] = "moved", ["replacement_room"] = trap });
        await claire.WaitForAsync(e => e.RoomId == trap && e.Type == "m.room.member" && e.StateKey == world.Bot.UserId && e.Content.GetProperty("membership").GetString() == "leave");
        Assert.Equal([room], await world.SeeAsync(db => db.Installations.Where(i => i.Door == "matrix").Select(i => i.ExternalId).ToListAsync(Ct)));
    }

    [Fact]
    public async Task Who_looks_after_a_community_hears_of_a_new_room_that_the_bot_may_not_enter_until_it_is_invited()
    {
        var homeserver = await shared.StartedAsync();
        await using var world = await MatrixWorld.StartAsync(homeserver);
        var claire = await homeserver.RegisterAsync("claire");
        var old = await claire.CreatePrivateRoomAsync("Village", "11");
        await claire.InviteAsync(old, world.Bot.UserId);
        await world.CameAsync(claire, old);
        await world.SayAsync(claire, old, "!setup start Village language:en zone:Europe/Paris");
        var room = await claire.UpgradeAsync(old, "11");

        // Stored at once, whatever the hour at which it may leave.
        await world.SeeAsync(async db =>
        {
            while (!await db.Outbox.AnyAsync(o => o.Card == $"upgrade:{room}", Ct))
            {
                await claire.SeenAsync();
            }

            return true;
        }).WaitAsync(TimeSpan.FromSeconds(20), TimeProvider.System, Ct);
        await claire.InviteAsync(room, world.Bot.UserId);
        await world.CameAsync(claire, room);
        Assert.StartsWith("One is in the directory", (await world.SayAsync(claire, room, "!common add slug:one name:One")).Body, StringComparison.Ordinal);
        Assert.Equal([room], await world.SeeAsync(db => db.Installations.Where(i => i.Door == "matrix").Select(i => i.ExternalId).ToListAsync(Ct)));
    }

    [Fact]
    public async Task Rooms_that_a_known_space_names_are_of_its_community_whoever_invites()
    {
        var homeserver = await shared.StartedAsync();
        var (claire, stranger) = (await homeserver.RegisterAsync("claire"), await homeserver.RegisterAsync("stranger"));
        await using var world = await MatrixWorld.StartAsync(homeserver, claire.UserId);
        var space = await claire.CreateSpaceAsync("Jura");
        await claire.InviteAsync(space, world.Bot.UserId);
        await world.CameAsync(claire, space);
        await world.SayAsync(claire, space, "!setup start Jura language:en zone:Europe/Paris");
        await world.SayAsync(claire, space, "!common add slug:garden name:Garden");

        // A room that says by itself that it is in the space is not; one that the space names is.
        var liar = await stranger.CreatePublicRoomAsync("Liar");
        await stranger.SetStateAsync(liar, "m.space.parent", space, new JsonObject { ["via"] = new JsonArray("localhost"), ["canonical"] = true });
        await stranger.InviteAsync(liar, world.Bot.UserId);
        await stranger.WaitForAsync(e => e.RoomId == liar && e.StateKey == world.Bot.UserId && e.Content.GetProperty("membership").GetString() == "leave");
        var garden = await stranger.CreatePublicRoomAsync("Gardeners");
        await claire.AddToSpaceAsync(space, garden);
        await world.SayAsync(claire, space, "!help");
        await stranger.InviteAsync(garden, world.Bot.UserId);
        await world.CameAsync(stranger, garden);
        Assert.Contains("Garden", (await world.SayAsync(stranger, garden, "!common list")).Body, StringComparison.Ordinal);

        // Who made that room looks after that room, and not after the community.
        await world.SayAsync(stranger, garden, "!setup settings");
        Assert.False(await world.SeeAsync(db => db.Memberships.AnyAsync(m => m.IsAdmin && db.Accounts.Any(a => a.PersonId == m.PersonId && a.ExternalId == stranger.UserId), Ct)));
    }

    [Fact]
    public async Task A_reaction_that_is_taken_back_shows_the_ask_again_and_undoes_nothing_by_itself()
    {
        var homeserver = await shared.StartedAsync();
        await using var world = await MatrixWorld.StartAsync(homeserver);
        var (claire, bob) = (await homeserver.RegisterAsync("claire"), await homeserver.RegisterAsync("bob"));
        var room = await world.VillageAsync(claire, "Village", SetUp, others: [bob]);
        await world.SayAsync(claire, room, "!common add slug:garden name:Garden");
        await world.SayAsync(bob, room, "!common list");
        var alone = await world.AloneAsync(bob);
        await world.SayAsync(bob, alone, "!experience add garden contributed");
        await world.SayAsync(bob, alone, "!availability set asks:4 hours:8h quiet:none");
        await world.SayAsync(claire, room, "!mission open Mill commons:garden");
        var claireAlone = await world.AloneAsync(claire);
        await world.SayAsync(claire, claireAlone, "!commoners call garden mission:M1 hours:2h by:\"in 13 hours\" terms:paid");
        await world.DueAsync();
        var ask = await bob.WaitForAsync(e => e.RoomId == alone && e.Sender == world.Bot.UserId && e.Body?.Contains("Yes, I’ll help", StringComparison.Ordinal) == true);

        // The bot put the gestures below it, so that one tap is enough.
        await bob.WaitForAsync(e => e.RoomId == alone && e.Type == "m.reaction" && e.Sender == world.Bot.UserId && e.RelatesTo == ask.EventId);
        var yes = await bob.ReactAsync(alone, ask.EventId, "1️⃣");
        await bob.WaitForAsync(e => e.RoomId == alone && e.Body?.StartsWith("Thank you, the place is yours.", StringComparison.Ordinal) == true);
        await bob.RedactAsync(alone, yes);
        var again = await bob.WaitForAsync(e => e.RoomId == alone && e.Sender == world.Bot.UserId && e.Type == "m.room.message" && e.Body?.Contains("Hand back", StringComparison.Ordinal) == true);
        Assert.Equal(1, await world.SeeAsync(db => db.Asks.CountAsync(a => a.State == Bot.Calls.AskState.Accepted, Ct)));
        await bob.ReactAsync(alone, again.EventId, "1️⃣");
        await bob.WaitForAsync(e => e.RoomId == alone && e.Body?.StartsWith("Noted: your place is free again", StringComparison.Ordinal) == true);
    }

    [Fact]
    public async Task A_mistyped_command_is_answered_where_it_was_typed_and_a_talkative_bot_is_not_for_ever()
    {
        var homeserver = await shared.StartedAsync();
        await using var world = await MatrixWorld.StartAsync(homeserver);
        var claire = await homeserver.RegisterAsync("claire");
        var room = await world.VillageAsync(claire, "Village", SetUp);
        Assert.Contains("!mission open", (await world.SayAsync(claire, room, "!mision opne Mill")).Body, StringComparison.Ordinal);
        var minute = Minute();
        for (var line = 0; line < 8; line++)
        {
            await claire.SendAsync(room, $"!nonsense {line}");
        }

        await world.SayAsync(claire, room, "!help");
        var said = (await claire.SeenAsync()).Count(e => e.RoomId == room && e.Sender == world.Bot.UserId && e.Type == "m.room.message");

        // Answers are counted in minutes of the clock, and a new one may have begun meanwhile.
        Assert.InRange(said, 5, minute == Minute() ? 5 : 10);
    }

    private static long Minute() => TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() / 60;
}
