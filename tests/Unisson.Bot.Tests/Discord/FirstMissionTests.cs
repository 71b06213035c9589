using Microsoft.EntityFrameworkCore;
using Unisson.Discord.Stub;
using Xunit;

namespace Unisson.Bot.Tests.Discord;

/// <summary>The first mission of the README, by buttons and forms.</summary>
public sealed class FirstMissionTests
{
    [Fact]
    public async Task A_first_mission_in_French_from_the_greeting_to_the_ledger()
    {
        StubGuild guild = null!;
        StubChannel missions = null!;
        await using var world = await DiscordWorld.StartAsync(before: discord =>
        {
            guild = discord.AddGuild("Tiers-lieux du Jura", "fr");
            missions = guild.AddChannel("missions");
        });
        var discord = world.Discord;
        var claire = discord.AddUser("claire").In(guild, manageGuild: true).At(missions);
        var bob = discord.AddUser("bob").In(guild).At(missions);

        // Greeted once, set up by a form.
        await discord.UntilAsync(() => guild.SystemChannel!.Messages.Count == 1, "the greeting");
        var hello = guild.SystemChannel!.Messages[0];
        Assert.Equal("Bonjour, je suis Unisson. Une personne qui gère ce serveur peut m’installer en deux minutes ; d’ici là, je me tais.", Plain(hello.Content));
        Assert.Equal("Je ne suis pas encore en place ici. Demande à une personne qui gère le serveur.", Plain((await bob.Slash("commun liste")).Text));
        var setUp = await claire.Slash("espace installer");
        var placed = await claire.Submit(setUp, ("nom", "Tiers-lieux du Jura"), ("langue", "Français"));
        Assert.StartsWith("Tiers-lieux du Jura : c’est en place.", Plain(placed.Text), StringComparison.Ordinal);
        Assert.Contains($"<#{missions.Id}>", placed.Text, StringComparison.Ordinal);

        // A common, by the gesture's form; what Bob knows and can give.
        var common = await claire.Submit(await claire.Press(placed, "Ajouter un premier commun"), ("nom court", "coworking"), ("nom", "Coworking de Lons"));
        Assert.StartsWith("Coworking de Lons est dans l’annuaire", Plain(common.Text), StringComparison.Ordinal);
        await bob.Slash("expérience ajouter", ("commun", "coworking"), ("niveau", "J’en prends soin"), ("depuis", "2019"));
        var giving = await bob.Slash("dispo régler");
        await bob.Submit(giving, ("me demander au plus, par mois (0, 2, 4, 6)", "4"), ("heures par mois, en tout", "8"));
        await discord.UntilAsync(() => bob.Dms.Count == 1, "the first private message");

        // The mission, its card, the call.
        var opened = await claire.Slash("mission ouvrir", ("titre", "Étude *coworking* @everyone"), ("genre", "Appel d’offres"), ("limite", "15 décembre"), ("communs", "coworking"));
        Assert.StartsWith("M1 est ouverte.", Plain(opened.Text), StringComparison.Ordinal);
        await discord.UntilAsync(() => missions.Messages.Count == 1, "the card");
        Assert.Contains(@"Étude \*coworking\* \@everyone", missions.Messages[0].Content, StringComparison.Ordinal);
        await claire.Slash("commoners appeler", ("commun", "coworking"), ("mission", "M1"), ("heures", "6"), ("échéance", "10 décembre"), ("contrepartie", "Rémunération"));
        await world.DueAsync();
        await discord.UntilAsync(() => bob.Dms.Count == 2, "the ask");
        Assert.Single(bob.Pings);

        // Yes by one tap: the ask becomes the thanks, the card is edited, not repeated.
        var ask = bob.Dms[^1];
        var yes = await bob.Press(ask, "Oui, j’aide");
        Assert.StartsWith("Merci, la place est à toi.", Plain(yes.Text), StringComparison.Ordinal);
        Assert.Equal(2, bob.Dms.Count);
        Assert.Equal(2, missions.Messages.Count);

        // What went back, by a form.
        var log = await bob.Submit(await bob.Slash("contribution noter"), ("commun", "coworking"), ("combien", "3h"), ("quoi", "Fiche pratique"));
        Assert.StartsWith("L1 est au registre : 3 h de bob pour Coworking de Lons", Plain(log.Text), StringComparison.Ordinal);
        Assert.Equal(1, await world.SeeAsync(db => db.Ledger.CountAsync(TestContext.Current.CancellationToken)));
        Assert.Equal(0, await world.SeeAsync(db => db.Calls.CountAsync(c => c.State == Bot.Calls.CallState.Open, TestContext.Current.CancellationToken)));
    }

    [Fact]
    public async Task A_first_mission_in_English_with_a_preview_a_no_and_a_reminder()
    {
        StubGuild guild = null!;
        StubChannel missions = null!;
        await using var world = await DiscordWorld.StartAsync(before: discord =>
        {
            guild = discord.AddGuild("Jura third places", "en-US");
            missions = guild.AddChannel("missions");
        });
        var discord = world.Discord;
        var claire = discord.AddUser("claire", "en-US").In(guild, manageGuild: true).At(missions);
        var bob = discord.AddUser("bob", "en-US").In(guild).At(missions);

        var placed = await claire.Submit(await claire.Slash("setup start"), ("name", "Jura third places"), ("language", "English"));
        Assert.StartsWith("Jura third places: all set.", Plain(placed.Text), StringComparison.Ordinal);
        await claire.Submit(await claire.Press(placed, "Add a first common"), ("short name", "coworking"), ("name", "Lons coworking"));
        await bob.Submit(await bob.Slash("experience add"), ("common", "coworking"), ("level", "I take care of it"), ("since", "2019"));
        await bob.Submit(await bob.Slash("availability set"), ("ask me at most, a month (0, 2, 4, 6)", "4"), ("hours a month, in all", "8"));
        await discord.UntilAsync(() => bob.Dms.Count == 1, "the first private message");

        // What is left out is shown first; [Change] opens it as a form.
        var opened = await claire.Submit(await claire.Slash("mission open"), ("title", "Coworking study in Lons"), ("kind", "Tender"), ("deadline", "15 December"), ("commons", "coworking"));
        Assert.StartsWith("M1 is open.", Plain(opened.Text), StringComparison.Ordinal);
        await discord.UntilAsync(() => missions.Messages.Count == 1, "the mission's card");
        var preview = await claire.Press(opened, "Call somebody of the common");
        Assert.StartsWith("For your eyes only: Coworking study in Lons, 2 h by Tuesday 15 December.", Plain(preview.Text), StringComparison.Ordinal);
        Assert.Equal(["Send: Paid", "Send: Expenses", "Send: Exchange", "Send: Voluntary", "Change"], preview.Buttons.Select(b => b.Label));
        var change = await claire.Press(preview, "Change");
        Assert.Equal(["coworking", "2h", "2026-12-15 18:00", "M1"], change.Modal!.Fields.Where(f => f.Type == 4).Select(f => f.Value));
        var called = await claire.Submit(change, ("hours for each", "6h"), ("terms", "Paid"));
        Assert.StartsWith("C1 is open.", Plain(called.Text), StringComparison.Ordinal);
        await world.DueAsync();
        await discord.UntilAsync(() => bob.Dms.Count == 2 && missions.Messages.Count == 2, "the ask and the call's card");

        // A no is one tap, without a question back, and nobody else learns of it.
        Assert.Contains("6 h by Tuesday 15 December, paid.", Plain(bob.Dms[^1].Text), StringComparison.Ordinal);
        var (before, edits) = (claire.Dms.Count, missions.Messages[1].Edits.Count);
        var no = await bob.Press(bob.Dms[^1], "Not this time");
        Assert.Equal(SeenKind.Update, no.Kind);
        Assert.StartsWith("Noted, and thank you for answering. This stays between us", Plain(no.Text), StringComparison.Ordinal);
        await world.DueAsync();
        Assert.Equal((before, edits, 2), (claire.Dms.Count, missions.Messages[1].Edits.Count, bob.Dms.Count));

        // A reminder, noted by a form, comes in private at its hour.
        var noted = await claire.Submit(await claire.Slash("reminder add"), ("when", "tomorrow 9am"), ("what", "send the quote"));
        Assert.Contains("I will remind you on <t:1795593600:F>.", Plain(noted.Text), StringComparison.Ordinal);
        await discord.UntilAsync(() => claire.Dms.Count == before + 1, "the first private message");
        await world.PassAsync(TimeSpan.FromHours(23));
        await discord.UntilAsync(() => claire.Dms.Any(m => Plain(m.Text).StartsWith("Reminder: send the quote.", StringComparison.Ordinal)), "the reminder");
        Assert.Equal(["Done", "Snooze", "Stop this kind"], claire.Dms[^1].Buttons.Select(b => b.Label));
    }

    [Fact]
    public async Task The_panel_the_help_and_what_is_known_about_me_are_one_tap_away()
    {
        StubGuild guild = null!;
        await using var world = await DiscordWorld.StartAsync(before: d => guild = d.AddGuild("Jura", "en-US"));
        var missions = guild.AddChannel("missions");
        var claire = world.Discord.AddUser("claire", "en-US").In(guild, manageGuild: true).At(missions);
        await claire.Submit(await claire.Slash("setup start"), ("name", "Jura"));
        await claire.Slash("common add", ("slug", "coworking"), ("name", "Lons coworking"));

        // Each button of the panel leads somewhere, and only for whoever pressed it.
        (string Button, string Begins)[] buttons = [("My calls", "No call to show here."), ("My time", "I ask nothing of you here"), ("Pause", "Paused"), ("Help", "Here is what you can do")];
        foreach (var (button, begin) in buttons)
        {
            var seen = await claire.Press(await claire.Slash("unisson"), button);
            Assert.StartsWith(begin, Plain(seen.Text), StringComparison.Ordinal);
            Assert.True(seen.Private);
        }

        var form = await claire.Press(await claire.Slash("unisson"), "Log a contribution");
        Assert.StartsWith("L1 is in the ledger: 2 h by claire for Lons coworking", Plain((await claire.Submit(form, ("common", "coworking"), ("how much", "2h"), ("what", "Keys"))).Text), StringComparison.Ordinal);
        Assert.Contains("mission", (await claire.Press(await claire.Slash("unisson"), "My missions")).Text, StringComparison.Ordinal);

        // Help: what exists can be tapped, in whatever language it is written; what comes after it is text.
        var known = await claire.Slash("my show");
        Assert.StartsWith("This is what I know about you, claire. Only you see it.", Plain(known.Text), StringComparison.Ordinal);
        Assert.Equal(SeenKind.Ephemeral, known.Kind);
        Assert.Matches("""Open a mission: </mission open:\d+> "Coworking study" kind:tender""", (await claire.Slash("help")).Text);
        Assert.Matches("hours:8h  </experience add:\\d+> coworking", (await claire.Slash("help")).Text);
        claire.Locale = "fr";
        Assert.Matches("Répondre à un appel.: </call list:\\d+>", (await claire.Slash("help")).Text);
        Assert.Matches("^</mission open:\\d+>", (await claire.Slash("help", ("command", "mission ouvrir"))).Text);
        Assert.DoesNotContain("</", (await claire.Slash("help", ("command", "/mission zzz"))).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_message_is_logged_as_a_contribution_from_its_own_menu()
    {
        StubGuild guild = null!;
        await using var world = await DiscordWorld.StartAsync(before: d => guild = d.AddGuild("Jura", "fr"));
        var missions = guild.AddChannel("missions");
        var claire = world.Discord.AddUser("claire").In(guild, manageGuild: true).At(missions);
        await claire.Submit(await claire.Slash("espace installer"), ("nom", "Jura"));
        await claire.Slash("commun ajouter", ("slug", "coworking"), ("nom", "Coworking de Lons"));
        await claire.Slash("rappel ajouter", ("quand", "demain 9h"), ("quoi", "Fiche pratique"));
        var message = await claire.Slash("mission ouvrir", ("titre", "Étude"), ("communs", "coworking"));
        await world.Discord.UntilAsync(() => missions.Messages.Count == 1, "the card");
        Assert.StartsWith("M1", message.Text, StringComparison.Ordinal);

        var form = await claire.MessageCommand(missions.Messages[0], "Noter comme contribution");
        Assert.Equal(["commun", "combien", "quoi", "lien"], form.Modal!.Fields.Select(f => f.Label));
        Assert.Contains("Étude", form.Modal.Fields[2].Value, StringComparison.Ordinal);
        var link = $"https://discord.com/channels/{guild.Id}/{missions.Id}/{missions.Messages[0].Id}";
        Assert.Equal(link, form.Modal.Fields[3].Value);
        var logged = await claire.Submit(form, ("commun", "coworking"), ("combien", "3h"));
        Assert.StartsWith("L1 est au registre : 3 h de claire pour Coworking de Lons", Plain(logged.Text), StringComparison.Ordinal);
        Assert.Equal(link, await world.SeeAsync(db => db.Ledger.Select(l => l.Text!.Link).SingleAsync(TestContext.Current.CancellationToken)));
    }

    private static string Plain(string text) => text.Replace('\u202F', ' ').Replace('\u00A0', ' ').Replace("\\", "", StringComparison.Ordinal);
}
