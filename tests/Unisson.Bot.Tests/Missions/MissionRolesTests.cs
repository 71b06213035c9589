using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Kernel;
using Unisson.Bot.Missions;
using Unisson.Bot.Tests.Availability;
using Unisson.Bot.Tests.Harness;
using Xunit;

namespace Unisson.Bot.Tests.Missions;

public sealed class MissionRolesTests
{
    [Fact]
    public async Task A_candidate_is_told_to_who_coordinates_and_stands_on_no_card()
    {
        await using var bot = await OpenedAsync();

        var answer = await bot.DoAsync("bob> /mission join M1 provider note:\"I wrote the quote of 2024\"");

        Assert.Equal(
            """
            Noted for Étude (M1): Provider. The team hears of it now and chooses; until then nothing binds anybody.
              [1] Show the mission  [2] Hand back
            → claire (private): bob se propose pour Étude (M1) : Prestataire.
              Son mot : I wrote the quote of 2024
              [3] Voir la mission

            """.ReplaceLineEndings("\n"),
            answer);
        Assert.Equal(Loudness.Ping, await bot.SeeAsync(db => db.Outbox.Where(o => o.PersonId != null).Select(o => o.Loudness).SingleAsync()));
        Assert.Contains("Candidatures, au choix de l’équipe : bob (Prestataire)\n", await bot.SayAsync("claire> /mission voir M1"), StringComparison.Ordinal);
        Assert.Contains("bob is a candidate: Provider\n", await bot.SayAsync("bob> /mission show M1"), StringComparison.Ordinal);
        Assert.DoesNotContain("bob", await bot.SayAsync("ana> /mission show M1"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_guarantor_of_the_community_is_in_the_role_at_once()
    {
        await using var bot = await OpenedAsync();

        var answer = await bot.DoAsync("/mission join 1 garant");

        Assert.StartsWith("You are in the role for Étude (M1): Guarantor-connector.", answer, StringComparison.Ordinal);
        Assert.Contains("  Guarantor-connector: me\n  [] Join\n", Gestures.Plain(answer), StringComparison.Ordinal);
        Assert.Contains("\n  me est en rôle pour Étude (M1) : Garant-connecteur.\n", await bot.WaitAsync(TimeSpan.FromDays(7)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_else_who_would_guarantee_is_a_candidate()
    {
        await using var bot = await OpenedAsync();

        await bot.DoAsync("bob> /mission join 1 guarantor");

        Assert.Equal(Holding.Candidate, await bot.SeeAsync(db => db.RoleHolders.Where(h => h.Role == RoleKind.GuarantorConnector).Select(h => h.Holding).SingleAsync()));
    }

    [Fact]
    public async Task Who_shadows_is_on_the_card_as_such()
    {
        await using var bot = await OpenedAsync();

        var answer = await bot.DoAsync("ana> /mission rejoindre M1 prestataire comme:binôme");

        Assert.Contains("  Provider: ana (Shadowing)\n", answer, StringComparison.Ordinal);
        Assert.Contains("\n  ana aimerait suivre en binôme Étude (M1) : Prestataire.\n", await bot.WaitAsync(TimeSpan.FromDays(7)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_bare_line_lists_the_roles()
    {
        await using var bot = await OpenedAsync();

        Assert.Equal(
            "Il manque encore : rôle (Garant-connecteur, Commoner aidant, Coordination, Prestataire, Commanditaire). Le reste est gardé ; complète cette ligne : [command.missing]\n  /mission rejoindre M1 …\n",
            await bot.SayAsync("bob> /mission rejoindre M1"));
    }

    [Fact]
    public async Task The_button_on_the_card_joins_as_a_helping_commoner_and_the_other_takes_the_open_role()
    {
        await using var bot = await OpenedAsync();
        var id = await bot.SeeAsync(db => db.Missions.Select(m => m.Id).SingleAsync());

        foreach (var action in new[] { "mission-join", "mission-take-guarantor" })
        {
            var answer = await bot.Host.Dispatcher.HandleAsync(new("terminal", action, "bob", "bob", "#missions") { Action = $"v1:{action}:{id}" }, 1, TestContext.Current.CancellationToken);
            Assert.Null(answer.Reply.Refused);
        }

        Assert.Equal([RoleKind.GuarantorConnector, RoleKind.HelpingCommoner], await bot.SeeAsync(db => db.RoleHolders.Where(h => h.Holding == Holding.Candidate).Select(h => h.Role).OrderBy(r => r).ToListAsync()));
    }

    [Theory]
    [InlineData("bob> /mission join M1 provider", "mission.joined")]
    [InlineData("claire> /mission join M1 coordinator", "mission.joined")]
    [InlineData("claire> /mission join M1 coordinator as:shadow", "mission.joined")]
    [InlineData("dan> /mission join M1 cook", "option.choice")]
    [InlineData("dan> /mission join M9 provider", "mission.unknown")]
    [InlineData("dan> /mission join Étude provider", "mission.unknown")]
    [InlineData("dan> /mission join M1 provider note:\"see https://example.org\"", "note.link")]
    [InlineData("dan> /mission join M1 provider note:\"{301}\"", "option.too-long")]
    [InlineData("dan> /mission leave M1", "mission.no-role")]
    [InlineData("bob> /mission leave M1 coordinator", "mission.not-that-role")]
    public async Task A_refusal_gives_its_own_reason_and_changes_nothing(string line, string code)
    {
        await using var bot = await OpenedAsync();
        await bot.DoAsync("bob> /mission join M1 provider");

        Assert.Equal(code, await bot.RefusedAsync(line.Replace("{301}", new string('a', 301), StringComparison.Ordinal)));
        Assert.Equal((2, 2), await bot.SeeAsync(async db => (await db.RoleHolders.CountAsync(), await db.Journal.CountAsync())));
    }

    [Fact]
    public async Task A_private_mission_of_others_is_unknown_like_one_that_never_was()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.DoAsync("/mission list", "claire> /mission open Secret visibility:private");
        var label = (await bot.SeeAsync(db => db.Missions.SingleAsync())).Label;
        var other = label == "MP0001" ? "MP0002" : "MP0001";

        foreach (var verb in new[] { "show {0}", "join {0} provider", "leave {0}", "status {0} answered", "edit {0} place:Lons" })
        {
            var line = "/mission " + verb;
            Assert.Equal(
                (await bot.SayAsync(line.Replace("{0}", other, StringComparison.Ordinal))).Replace(other, label, StringComparison.Ordinal),
                await bot.SayAsync(line.Replace("{0}", label, StringComparison.Ordinal)));
        }
    }

    [Fact]
    public async Task Handing_back_thanks_tells_the_team_and_frees_the_role_on_the_card()
    {
        await using var bot = await OpenedAsync();
        await bot.DoAsync("/mission join M1 guarantor");

        var answer = await bot.DoAsync("/mission handback M1 note:\"see you in spring\"");

        Assert.StartsWith("You have handed back your part in the mission Étude (M1): Guarantor-connector. Thank you for the time you gave; the team knows.\n", answer, StringComparison.Ordinal);
        Assert.Contains("→ claire (private): me passe la main pour Étude (M1) : Garant-connecteur.\n  Son mot : see you in spring\n", answer, StringComparison.Ordinal);
        Assert.Contains("  Role to take: Guarantor-connector\n", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("spring", await bot.SayAsync("ana> /mission show M1"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_last_coordinator_may_leave_and_somebody_of_the_team_takes_it_up()
    {
        await using var bot = await OpenedAsync();
        await bot.DoAsync("/mission join M1 guarantor");

        var left = await bot.DoAsync("claire> /mission passer-la-main M1");
        var taken = await bot.DoAsync("/mission join M1 coordinator");

        Assert.Contains("  La coordination est libre : quelqu’un de l’équipe peut la prendre.\n", left, StringComparison.Ordinal);
        Assert.Contains("  Role to take: Coordinator\n", left, StringComparison.Ordinal);
        Assert.Contains("  [1] Read and take this role  [2] Show the mission\n", left, StringComparison.Ordinal);
        Assert.Contains("  Coordinator: me\n", taken, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Taking_back_a_candidacy_is_told_to_who_coordinates_only_and_can_be_undone()
    {
        await using var bot = await OpenedAsync();
        await bot.DoAsync("/mission join M1 guarantor", "bob> /mission join M1 provider");

        var answer = await bot.DoAsync("bob> /mission leave M1");

        Assert.DoesNotContain("→ me", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("→ #missions", answer, StringComparison.Ordinal);
        Assert.Contains("→ claire (private): bob ne se propose plus", answer, StringComparison.Ordinal);
        await bot.DoAsync("bob> /mission join M1 provider");
    }

    [Fact]
    public async Task What_rings_fits_a_lock_screen_with_the_longest_names()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.DoAsync("/mission list", $"claire> /mission ouvrir \"{new string('é', 120)}\"", $"{new string('b', 32)}> /mission join M1 guarantor");

        var first = await bot.SeeAsync(async db => System.Text.Json.JsonSerializer.Deserialize((await db.Outbox.SingleAsync(o => o.Loudness == Loudness.Ping)).Body!, KernelJson.Default.Reply)!.First);

        Assert.InRange(first.Length, 1, 120);
        Assert.EndsWith("… (M1) : Garant-connecteur.", first.Replace('\u202F', ' '), StringComparison.Ordinal);
    }

    private static async Task<TestBot> OpenedAsync()
    {
        var bot = await TestBot.StartAsync();
        await bot.DoAsync("/mission list", "claire> /mission ouvrir Étude");
        return bot;
    }
}
