using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Calls;
using Unisson.Discord.Stub;
using Unisson.Matrix.Homeservers;
using Xunit;

namespace Unisson.Bot.Tests.Matrix;

/// <summary>One community on Discord and on Matrix at once: its cards are in both, and who is in both is asked once, where they like.</summary>
public sealed class TwoNetworksTests(SharedHomeserver shared)
{
    private const string Yes = "Oui, j’aide";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_mission_is_followed_from_both_networks_and_a_person_of_both_is_asked_once()
    {
        await using var both = await TwoNetworks.StartAsync(await shared.StartedAsync());
        var (world, discord, room) = (both.World, both.Discord, both.Room);

        // Opened there, its card is here and there; changed here, both change.
        Assert.StartsWith("M1 est ouverte.", TwoNetworks.Plain((await world.SayAsync(both.ClaireThere, room, "!mission ouvrir Moulin communs:coworking")).Body), StringComparison.Ordinal);
        await discord.UntilAsync(() => both.Channel.Messages.Any(m => m.Text.Contains("Moulin", StringComparison.Ordinal)), "the card on Discord");
        var card = await both.ClaireThere.WaitForAsync(e => e.RoomId == room && e.Sender == world.Bot.UserId && e.Body?.StartsWith("Moulin (M1)", StringComparison.Ordinal) == true);

        // Bob has accounts on both: linked by a code, and asked where he likes.
        var bob = await both.HereAsync("bob");
        var there = await both.ThereAsync("bob", gives: false);
        await both.JoinAsync(bob, there);
        await world.SayAsync(there.Person, there.Alone, "!moi réglages canal:Matrix");
        await CallAsync(both, "2h", places: 1);
        var ask = await AskedAsync(both, there);
        await there.Person.ReactAsync(there.Alone, ask.EventId, "1️⃣");
        await there.Person.WaitForAsync(e => e.RoomId == there.Alone && e.Body?.StartsWith("Merci, la place est à toi.", StringComparison.Ordinal) == true);
        Assert.False(IsAsked(bob));
        Assert.Equal(1, await world.SeeAsync(db => db.Asks.CountAsync(a => a.SentAt != null, Ct)));

        // The card says in both places who helps now.
        await discord.UntilAsync(() => both.Channel.Messages.Any(m => m.Text.Contains("Moulin (M1)", StringComparison.Ordinal) && m.Text.Contains("bob", StringComparison.Ordinal)), "the changed card on Discord");
        await both.ClaireThere.WaitForAsync(e => e.RoomId == room && e.RelatesTo == card.EventId && e.Body?.Contains("bob", StringComparison.Ordinal) == true);
    }

    [Fact]
    public async Task A_call_is_seen_through_with_six_people_on_both_networks()
    {
        await using var both = await TwoNetworks.StartAsync(await shared.StartedAsync());
        var (world, discord) = (both.World, both.Discord);
        var (ana, dan, bob) = (await both.HereAsync("ana"), await both.HereAsync("dan"), await both.HereAsync("bob"));
        var (eve, fay, gil) = (await both.ThereAsync("eve"), await both.ThereAsync("fay"), await both.ThereAsync("gil"));
        var bobThere = await both.ThereAsync("bob", gives: false);
        await both.JoinAsync(bob, bobThere);
        await world.SayAsync(bobThere.Person, bobThere.Alone, "!moi réglages canal:Matrix");
        await both.Claire.Slash("mission ouvrir", ("titre", "Moulin"), ("communs", "coworking"));

        // The first who knew of it are asked, on either network; a no lets the next be asked.
        await CallAsync(both, "1h", places: 3);
        await discord.UntilAsync(() => IsAsked(ana) && IsAsked(dan), "the asks on Discord");
        var ask = await AskedAsync(both, bobThere);
        Assert.False(IsAsked(bob));
        await ana.Press(Asked(ana), "Pas cette fois");
        await world.DueAsync();
        _ = await AskedAsync(both, eve);
        var (toFay, toGil) = (await AskedAsync(both, fay), await AskedAsync(both, gil));

        // Three yeses: by a button, by a reaction, by a word.
        Assert.StartsWith("Merci, la place est à toi.", (await dan.Press(Asked(dan), Yes)).Text, StringComparison.Ordinal);
        await bobThere.Person.ReactAsync(bobThere.Alone, ask.EventId, "1️⃣");
        await bobThere.Person.WaitForAsync(e => e.RoomId == bobThere.Alone && e.Body?.StartsWith("Merci, la place est à toi.", StringComparison.Ordinal) == true);
        await eve.Person.SendAsync(eve.Alone, "oui");
        await eve.Person.WaitForAsync(e => e.RoomId == eve.Alone && e.Body?.StartsWith("Merci, la place est à toi.", StringComparison.Ordinal) == true);

        // Filled: whoever had not answered is free, by an edit of the ask.
        await world.DueAsync();
        foreach (var ((person, alone), asked) in new[] { (fay, toFay), (gil, toGil) })
        {
            await person.WaitForAsync(e => e.RoomId == alone && e.RelatesTo == asked.EventId && e.Body?.Contains("est complet, tu n’as plus rien à faire", StringComparison.Ordinal) == true);
        }

        // A card is changed once a minute at most; its last state is on its way to both.
        var cards = await world.SeeAsync(db => db.Outbox.Where(o => o.Card == "call:1" && o.Channel != null && o.Body!.Contains("Complet")).Select(o => o.Door).ToListAsync(Ct));
        Assert.Equal(["discord", "matrix"], cards.Order(StringComparer.Ordinal));
        Assert.Equal(CallState.Filled, await world.SeeAsync(db => db.Calls.Select(c => c.State).SingleAsync(Ct)));
        Assert.Equal([1, 1, 1, 1, 1, 1], await world.SeeAsync(db => db.Asks.Select(a => a.Times).ToListAsync(Ct)));
        Assert.False(IsAsked(bob));
    }

    private static Task CallAsync(TwoNetworks both, string hours, int places)
        => CallAsync(both, ("heures", hours), ("places", places));

    private static async Task CallAsync(TwoNetworks both, params (string, object)[] more)
    {
        await both.Claire.Slash("commoners appeler", [("commun", "coworking"), ("mission", "M1"), ("échéance", "dans 13 heures"), ("contrepartie", "Rémunération"), .. more]);
        await both.World.DueAsync();
    }

    private static bool IsAsked(StubUser user) => user.Dms.Any(m => m.Buttons.Any(b => b.Label == Yes));

    private static StubMessage Asked(StubUser user) => user.Dms.Last(m => m.Buttons.Any(b => b.Label == Yes));

    private static Task<MatrixEvent> AskedAsync(TwoNetworks both, (MatrixPerson Person, string Alone) who)
        => who.Person.WaitForAsync(e => e.RoomId == who.Alone && e.Sender == both.World.Bot.UserId && e.Body?.Contains(Yes, StringComparison.Ordinal) == true);
}
