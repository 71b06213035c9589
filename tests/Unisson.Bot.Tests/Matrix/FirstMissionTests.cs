using Microsoft.EntityFrameworkCore;
using Unisson.Matrix.Homeservers;
using Xunit;

namespace Unisson.Bot.Tests.Matrix;

/// <summary>The first mission of the README, typed in a room and in private, on a real homeserver.</summary>
public sealed class FirstMissionTests(SharedHomeserver shared)
{
    [Fact]
    public async Task A_first_mission_in_French_from_the_invite_to_the_ledger()
    {
        var homeserver = await shared.StartedAsync();
        await using var world = await MatrixWorld.StartAsync(homeserver);
        var (claire, bob) = (await homeserver.RegisterAsync("claire"), await homeserver.RegisterAsync("bob"));
        await claire.SetDisplayNameAsync("claire");
        await bob.SetDisplayNameAsync("bob");

        // Invited, and silent until it is set up by who looks after the room.
        var missions = await claire.CreatePublicRoomAsync("missions");
        await claire.InviteAsync(missions, world.Bot.UserId);
        await world.CameAsync(claire, missions);
        await bob.JoinAsync(missions);
        Assert.Equal("I am not set up here yet. Ask somebody who looks after this room (power level 100).", (await world.SayAsync(bob, missions, "!commun liste")).Body);
        var placed = await world.SayAsync(claire, missions, "!espace installer \"Tiers-lieux du Jura\" langue:fr zone:Europe/Paris salon:#missions");
        Assert.StartsWith("Tiers-lieux du Jura : c’est en place.", Plain(placed.Body), StringComparison.Ordinal);
        Assert.Contains("Les cartes des missions vont dans #missions.", Plain(placed.Body), StringComparison.Ordinal);
        Assert.Equal("m.notice", placed.Content.GetProperty("msgtype").GetString());

        // A common; what Bob knows and can give, in private.
        Assert.StartsWith("Coworking de Lons est dans l’annuaire", Plain((await world.SayAsync(claire, missions, "!commun ajouter slug:coworking nom:\"Coworking de Lons\"")).Body), StringComparison.Ordinal);
        await world.SayAsync(bob, missions, "!commun liste");
        var alone = await world.AloneAsync(bob);
        await world.SayAsync(bob, alone, "!expérience ajouter coworking soin depuis:2019");
        Assert.StartsWith("C’est noté : je te solliciterai au plus 4 fois par mois", Plain((await world.SayAsync(bob, alone, "!dispo régler demandes:4 heures:8h calme:aucun")).Body), StringComparison.Ordinal);

        // The mission and its card: what was typed is text, in HTML too, and means nobody.
        var opened = await world.SayAsync(claire, missions, "!mission ouvrir \"Étude <b>coworking</b> @room\" genre:ao limite:\"15 décembre\" communs:coworking");
        Assert.StartsWith("M1 est ouverte.", Plain(opened.Body), StringComparison.Ordinal);
        var card = await claire.WaitForAsync(e => e.RoomId == missions && e.Sender == world.Bot.UserId && e.Body?.StartsWith("Étude <b>coworking</b> @room (M1)", StringComparison.Ordinal) == true);
        Assert.Contains("Étude &lt;b&gt;coworking&lt;/b&gt; @room", card.Content.GetProperty("formatted_body").GetString(), StringComparison.Ordinal);
        Assert.Empty(card.Content.GetProperty("m.mentions").EnumerateObject());

        // The call asks Bob, alone, and rings.
        var claireAlone = await world.AloneAsync(claire);
        await world.SayAsync(claire, claireAlone, "!commoners appeler coworking mission:M1 heures:6h échéance:\"dans 13 heures\" contrepartie:rémunération");
        await world.DueAsync();
        var ask = await bob.WaitForAsync(e => e.RoomId == alone && e.Sender == world.Bot.UserId && e.Content.TryGetProperty("org.unisson.actions", out _) && e.Body!.Contains("Oui, j’aide", StringComparison.Ordinal));
        Assert.Equal("m.text", ask.Content.GetProperty("msgtype").GetString());

        // Yes by a reaction; the card of the call is edited, not repeated.
        await bob.ReactAsync(alone, ask.EventId, "1️⃣");
        var thanks = await bob.WaitForAsync(e => e.RoomId == alone && e.Body?.StartsWith("Merci, la place est à toi.", StringComparison.Ordinal) == true);
        Assert.Equal("m.notice", thanks.Content.GetProperty("msgtype").GetString());

        // What went back, where all can read it.
        var log = await world.SayAsync(bob, missions, "!contribution noter coworking 3h \"Fiche pratique\" mission:M1");
        Assert.StartsWith("L1 est au registre : 3 h de bob pour Coworking de Lons", Plain(log.Body), StringComparison.Ordinal);
        Assert.Equal(1, await world.SeeAsync(db => db.Ledger.CountAsync(TestContext.Current.CancellationToken)));
        Assert.Equal(0, await world.SeeAsync(db => db.Calls.CountAsync(c => c.State == Bot.Calls.CallState.Open, TestContext.Current.CancellationToken)));
    }

    [Fact]
    public async Task A_first_mission_in_English_from_the_invite_to_the_ledger()
    {
        var homeserver = await shared.StartedAsync();
        await using var world = await MatrixWorld.StartAsync(homeserver);
        var (claire, bob) = (await homeserver.RegisterAsync("claire"), await homeserver.RegisterAsync("bob"));
        await claire.SetDisplayNameAsync("claire");
        await bob.SetDisplayNameAsync("bob");
        var missions = await world.VillageAsync(claire, "missions", "!setup start \"Jura makers\" language:en zone:Europe/Paris channel:#missions", others: [bob]);
        Assert.StartsWith("Coworking in Lons is in the directory", (await world.SayAsync(claire, missions, "!common add slug:coworking name:\"Coworking in Lons\"")).Body, StringComparison.Ordinal);

        // By a mention, as a pill makes it, and by a bare digit in private.
        await world.SayAsync(bob, missions, $"{world.Bot.UserId}: common list");
        var alone = await world.AloneAsync(bob);
        await world.SayAsync(bob, alone, "!experience add coworking maintained since:2019");
        Assert.StartsWith("Noted: I ask you at most 4 times a month", Plain((await world.SayAsync(bob, alone, "!availability set asks:4 hours:8h quiet:none")).Body), StringComparison.Ordinal);
        Assert.StartsWith("M1 is open.", (await world.SayAsync(claire, missions, "!mission open \"Coworking study\" kind:tender deadline:\"15 December\" commons:coworking")).Body, StringComparison.Ordinal);
        var claireAlone = await world.AloneAsync(claire);
        await world.SayAsync(claire, claireAlone, "!commoners call coworking mission:M1 hours:6h by:\"in 13 hours\" terms:paid");
        await world.DueAsync();
        await bob.WaitForAsync(e => e.RoomId == alone && e.Sender == world.Bot.UserId && e.Body?.Contains("Yes, I’ll help", StringComparison.Ordinal) == true);
        Assert.StartsWith("Thank you, the place is yours.", (await world.SayAsync(bob, alone, "1")).Body, StringComparison.Ordinal);
        Assert.StartsWith("L1 is in the ledger: 3 h by bob for Coworking in Lons", Plain((await world.SayAsync(bob, missions, "!contribution log coworking 3h \"How-to sheet\" mission:M1")).Body), StringComparison.Ordinal);
        Assert.Equal(1, await world.SeeAsync(db => db.Ledger.CountAsync(TestContext.Current.CancellationToken)));
    }

    private static string Plain(string? text) => (text ?? "").Replace('\u00A0', ' ').Replace('\u202F', ' ');
}
