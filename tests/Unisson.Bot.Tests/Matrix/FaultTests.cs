using Microsoft.EntityFrameworkCore;
using Unisson.Matrix.Homeservers;
using Xunit;

namespace Unisson.Bot.Tests.Matrix;

/// <summary>The homeserver goes away and comes back, or lets only little through.</summary>
public sealed class FaultTests
{
    private const string SetUp = "!setup start Village language:en zone:Europe/Paris channel:#Village";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_said_around_a_restart_of_the_homeserver_is_done_once()
    {
        await using var homeserver = await Homeserver.StartAsync();
        await using var world = await MatrixWorld.StartAsync(homeserver);
        var claire = await homeserver.RegisterAsync("claire");
        var room = await world.VillageAsync(claire, "Village", SetUp);
        await world.SayAsync(claire, room, "!common add slug:garden name:Garden");
        await claire.SendAsync(room, "!contribution log garden 1h \"before\"");
        await homeserver.KillAsync();
        await homeserver.StartAgainAsync();
        await world.SayAsync(claire, room, "!contribution log garden 1h \"after\"");

        Assert.Equal(["after", "before"], await world.SeeAsync(db => db.LedgerTexts.Select(t => t.What).OrderBy(w => w).ToListAsync(Ct)));
    }

    [Fact]
    public async Task On_a_homeserver_that_lets_little_through_answers_go_first_and_nothing_is_lost()
    {
        await using var homeserver = await Homeserver.StartAsync(new() { DefaultRates = true });
        await using var world = await MatrixWorld.StartAsync(homeserver);
        var (claire, bob) = (await homeserver.RegisterAsync("claire"), await homeserver.RegisterAsync("bob"));
        var room = await world.VillageAsync(claire, "Village", SetUp, others: [bob]);
        await world.SayAsync(claire, room, "!common add slug:garden name:Garden");

        // Answers and cards of six missions use up what Synapse lets through at once; one more answer does not wait behind all of the cards.
        for (var mission = 1; mission <= 6; mission++)
        {
            await (mission % 2 == 0 ? bob : claire).SendAsync(room, $"!mission open Mill{mission} commons:garden");
        }

        var last = await bob.SendAsync(room, "!common list");
        var answer = await claire.WaitForAsync(e => e.RoomId == room && MatrixWorld.Answers(e) == last, TimeSpan.FromSeconds(60));
        var cards = new Dictionary<string, long>(StringComparer.Ordinal);
        while (cards.Count < 6)
        {
            var card = await claire.WaitForAsync(
                e => e.RoomId == room && e.Sender == world.Bot.UserId && e.Type == "m.room.message" && MatrixWorld.Answers(e) is null && e.Body!.Contains("(M", StringComparison.Ordinal),
                TimeSpan.FromSeconds(90));
            cards[card.Body!.Split(' ')[0]] = SentAt(card);
        }

        Assert.Contains(cards.Values, at => at > SentAt(answer));
        Assert.Equal(6, await world.SeeAsync(db => db.Missions.CountAsync(Ct)));
        Assert.Equal(0, await world.SeeAsync(db => db.Outbox.CountAsync(o => o.Parked != null, Ct)));
    }

    [Fact]
    public async Task Where_every_room_is_encrypted_nobody_is_asked_and_about_says_why()
    {
        await using var homeserver = await Homeserver.StartAsync(new() { EncryptedByDefault = "invite" });
        await using var world = await MatrixWorld.StartAsync(homeserver);
        var claire = await homeserver.RegisterAsync("claire");
        var room = await world.VillageAsync(claire, "Village", SetUp);
        Assert.DoesNotContain("encrypts every new room", (await world.SayAsync(claire, room, "!about")).Body, StringComparison.Ordinal);

        await world.SayAsync(claire, room, "!availability set asks:4 hours:8h");
        var said = await world.SayAsync(claire, room, "!about");

        Assert.Contains("encrypts every new room", said.Body, StringComparison.Ordinal);
        await world.SayAsync(claire, room, "!availability set asks:3 hours:8h");
        await world.SayAsync(claire, room, "!about");
        Assert.True((await claire.SeenAsync()).Where(e => e.Membership == "invite").Select(e => e.RoomId).Distinct(StringComparer.Ordinal).Count() <= 1, "Invited again.");
        Assert.False(await world.SeeAsync(db => db.Accounts.AnyAsync(a => a.IsReachable, Ct)));
    }

    private static long SentAt(MatrixEvent said) => said.Json.GetProperty("origin_server_ts").GetInt64();
}
