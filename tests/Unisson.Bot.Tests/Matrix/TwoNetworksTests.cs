using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Tests.Links;
using Unisson.Discord.Stub;
using Unisson.Matrix.Homeservers;
using Xunit;

namespace Unisson.Bot.Tests.Matrix;

/// <summary>One community on Discord and on Matrix at once: its cards are in both, and who is in both is asked once, where they like.</summary>
public sealed class TwoNetworksTests(SharedHomeserver shared)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_mission_is_followed_from_both_networks_and_a_person_of_both_is_asked_once()
    {
        var homeserver = await shared.StartedAsync();
        await using var discord = await StubDiscord.StartAsync(new() { Patience = TimeSpan.FromSeconds(20) });
        var guild = discord.AddGuild("Jura", "fr");
        var channel = guild.AddChannel("missions");
        var (claire, bob) = (discord.AddUser("claire").In(guild, manageGuild: true).At(channel), discord.AddUser("bob").In(guild).At(channel));
        await using var world = await MatrixWorld.StartAsync(homeserver, discord: discord);
        var (mClaire, mBob) = (await homeserver.RegisterAsync("claire"), await homeserver.RegisterAsync("bob"));

        // The community lives on Discord; a room on Matrix joins it, with the yes of who made the code.
        await claire.Submit(await claire.Slash("espace installer"), ("nom", "Jura"), ("langue", "Français"));
        await claire.Slash("commun ajouter", ("slug", "coworking"), ("nom", "Coworking de Lons"));
        var code = Codes.In((await claire.Slash("espace relier")).Text);
        var room = await mClaire.CreatePublicRoomAsync("missions");
        await mClaire.InviteAsync(room, world.Bot.UserId);
        await world.CameAsync(mClaire, room);
        await mBob.JoinAsync(room);
        await world.SayAsync(mClaire, room, $"!espace relier {code}");
        var linked = await claire.Slash("espace relier", ("code", code));
        Assert.StartsWith("Jura vit désormais dans les deux lieux.", linked.Text, StringComparison.Ordinal);
        Assert.StartsWith("Désormais, #missions est le salon pour : Missions.", Plain(await AloneSayAsync(world, mClaire, room, "!espace salon missions #missions", begins: "Désormais")), StringComparison.Ordinal);

        // Opened there, its card is here and there; changed here, both change.
        Assert.StartsWith("M1 est ouverte.", Plain((await world.SayAsync(mClaire, room, "!mission ouvrir Moulin communs:coworking")).Body), StringComparison.Ordinal);
        await discord.UntilAsync(() => channel.Messages.Any(m => m.Text.Contains("Moulin", StringComparison.Ordinal)), "the card on Discord");
        var card = await mClaire.WaitForAsync(e => e.RoomId == room && e.Sender == world.Bot.UserId && e.Body?.StartsWith("Moulin (M1)", StringComparison.Ordinal) == true);

        // Bob has accounts on both: linked by a code, and asked where he likes.
        await bob.Slash("expérience ajouter", ("commun", "coworking"), ("niveau", "J’y contribue"));
        await bob.Slash("dispo régler", ("demandes", 2), ("heures", "8"), ("calme", "aucun"));
        bob.Dm("/commun liste");
        await discord.UntilAsync(() => bob.Dms.Count >= 2, "a private channel");
        await world.SayAsync(mBob, room, "!commun liste");
        var alone = await world.AloneAsync(mBob);
        var mine = Codes.In((await bob.Slash("moi relier")).Text);
        Assert.StartsWith("Il reste un pas : ton accord sur l’autre compte.", Plain((await world.SayAsync(mBob, alone, $"!moi relier {mine}")).Body), StringComparison.Ordinal);
        await discord.UntilAsync(() => bob.Dms.Any(m => m.Text.Contains("Cet autre compte est-il à toi", StringComparison.Ordinal)), "the question");
        var done = await bob.Press(bob.Dms.Last(m => m.Text.Contains("Cet autre compte est-il à toi", StringComparison.Ordinal)), "Oui, c’est moi");
        Assert.Contains("tu es une seule personne", done.Text, StringComparison.Ordinal);
        await world.SayAsync(mBob, alone, "!moi réglages canal:Matrix");

        await claire.Slash("commoners appeler", ("commun", "coworking"), ("mission", "M1"), ("heures", "2h"), ("échéance", "dans 13 heures"), ("contrepartie", "Rémunération"));
        await world.DueAsync();
        var ask = await mBob.WaitForAsync(e => e.RoomId == alone && e.Sender == world.Bot.UserId && e.Body?.Contains("Oui, j’aide", StringComparison.Ordinal) == true);
        await mBob.ReactAsync(alone, ask.EventId, "1️⃣");
        await mBob.WaitForAsync(e => e.RoomId == alone && e.Body?.StartsWith("Merci, la place est à toi.", StringComparison.Ordinal) == true);
        Assert.DoesNotContain(bob.Dms, m => m.Text.Contains("Oui, j’aide", StringComparison.Ordinal) || m.Buttons.Any(b => b.Label == "Oui, j’aide"));
        Assert.Equal(1, await world.SeeAsync(db => db.Asks.CountAsync(a => a.SentAt != null, Ct)));

        // The card says in both places who helps now.
        await discord.UntilAsync(() => channel.Messages.Any(m => m.Text.Contains("Moulin (M1)", StringComparison.Ordinal) && m.Text.Contains("bob", StringComparison.Ordinal)), "the changed card on Discord");
        await mClaire.WaitForAsync(e => e.RoomId == room && e.RelatesTo == card.EventId && e.Body?.Contains("bob", StringComparison.Ordinal) == true);
        Assert.Empty(discord.Violations);
    }

    /// <summary>Says a line in the room, whose answer comes in private.</summary>
    private static async Task<string?> AloneSayAsync(MatrixWorld world, MatrixPerson person, string room, string line, string begins)
    {
        var alone = await world.AloneAsync(person);
        await world.SayAsync(person, alone, "!aide");
        await person.SendAsync(room, line);
        return (await person.WaitForAsync(e => e.RoomId == alone && e.Sender == world.Bot.UserId && e.Body?.StartsWith(begins, StringComparison.Ordinal) == true)).Body;
    }

    private static string Plain(string? text) => (text ?? "").Replace('\u00A0', ' ').Replace('\u202F', ' ');
}
