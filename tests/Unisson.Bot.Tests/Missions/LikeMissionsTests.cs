using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Missions;
using Unisson.Bot.Tests.Availability;
using Unisson.Bot.Tests.Harness;
using Xunit;

namespace Unisson.Bot.Tests.Missions;

/// <summary>Rule 10, as far as everybody may see: at opening, at an edit, on asking, and the proposal to answer as a group.</summary>
public sealed class LikeMissionsTests
{
    private const string First = "claire> /mission open \"Coworking study\" sponsor:Lons deadline:\"15 December\" reference:AO-7 commons:coworking";

    [Fact]
    public async Task Opening_shows_what_is_like_it_and_offers_to_join_forces()
    {
        await using var bot = await StartAsync(First);

        var answer = await bot.SayAsync("bob> /mission ouvrir Autre référence:\"ao 7\" communs:coworking");

        Assert.StartsWith(
            """
            M2 est ouverte. Prochain pas : appeler quelqu’un du commun. Le reste se règle avant le démarrage.
              Elle ressemble à Coworking study (M1) : même référence.
              Répondre séparément à la même commande coûte des jours à tout le monde : veux-tu que je propose un groupement ? Avant l’accord des deux équipes, n’échangez ni prix ni offre.
              [] Appeler quelqu’un du commun  [] Voir la mission  [] Voir M1  [] Proposer un groupement à M1

            """.ReplaceLineEndings("\n"),
            Gestures.Plain(answer),
            StringComparison.Ordinal);
        Assert.DoesNotContain("→ claire", answer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("bob> /mission open Garden sponsor:Lons deadline:\"15 December\" commons:coworking")]
    [InlineData("bob> /mission open \"Coworking study\" sponsor:Lons deadline:\"20 January\" commons:coworking")]
    [InlineData("bob> /mission open \"Coworking study\" sponsor:Dole deadline:\"15 December\" commons:coworking")]
    [InlineData("bob> /mission open \"Coworking study\" commons:coworking")]
    public async Task What_is_not_like_it_is_not_shown(string line)
    {
        await using var bot = await StartAsync(First);

        Assert.DoesNotContain("looks like", await bot.DoAsync(line), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("claire> /mission status M1 abandoned reason:\"no time\"", false)]
    [InlineData("claire> /mission status M1 answered", true)]
    public async Task Only_what_still_moves_is_shown(string line, bool isShown)
    {
        await using var bot = await StartAsync(First, line);

        Assert.Equal(isShown, (await bot.DoAsync("bob> /mission open Other reference:AO-7 commons:coworking")).Contains("It looks like Coworking study (M1): same reference.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_edit_says_it_when_it_makes_it_so_and_not_again()
    {
        await using var bot = await StartAsync(First, "bob> /mission open \"A coworking study\" commons:coworking");

        Assert.DoesNotContain("looks like", await bot.DoAsync("bob> /mission edit M2 place:Lons"), StringComparison.Ordinal);
        Assert.Contains("It looks like Coworking study (M1): same sponsor, like title.", await bot.DoAsync("bob> /mission edit M2 sponsor:lons"), StringComparison.Ordinal);
        Assert.All(
            [await bot.DoAsync("bob> /mission edit M2 reference:\"AO 7\""), await bot.DoAsync("bob> /mission edit M2 deadline:\"16 December\""), await bot.DoAsync("bob> /mission edit M2 place:Dole")],
            answer => Assert.DoesNotContain("looks like", answer, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Asking_lists_them_and_only_the_team_is_offered_to_propose()
    {
        await using var bot = await StartAsync(First, "bob> /mission open Autre reference:AO-7 commons:coworking", "ana> /mission open \"Coworking studies\" sponsor:Lons commons:coworking");

        Assert.Equal(
            """
            2 missions look like Coworking study (M1).
              M2 Autre: Open; same reference
              M3 Coworking studies: Open; same sponsor, like title
              [] Show M2  [] Show M3

            """.ReplaceLineEndings("\n"),
            Gestures.Plain(await bot.SayAsync("dan> /mission similar M1")));
        Assert.Contains("[] Show M2  [] Join forces with M2", Gestures.Plain(await bot.SayAsync("claire> /mission similar M1")), StringComparison.Ordinal);
        Assert.Equal("No mission that you can see and that still moves looks like Garden (M4).\n  I go by the reference, the sponsor and the deadline; this one names none of them yet.\n",
            await bot.DoAsync("dan> /mission open Garden commons:coworking", "dan> /mission similar M4"));
    }

    [Fact]
    public async Task A_tap_proposes_to_the_other_team_once_and_tells_the_own_team()
    {
        await using var bot = await StartAsync(First);
        var opened = await bot.DoAsync("bob> /mission open Other reference:AO-7 commons:coworking");

        var answer = await bot.SayAsync(Gestures.Tap("bob", opened, "Join forces with M1"));

        Assert.Equal(
            """
            The team of Coworking study (M1) reads in private that you propose to join forces. Next step: talk together.
              They see your name and the mission M2; yes or no is theirs.
              First agree to answer as a group; until then, exchange neither price nor bid.
              [] Show M1
            → claire (private): bob proposes to join forces for Coworking study (M1).
              Their team carries Other (M2), which looks like yours.
              First agree to answer as a group; until then, exchange neither price nor bid.
              [] Show M2

            """.ReplaceLineEndings("\n"),
            Gestures.Plain(answer));
        Assert.Equal("mission.together.known", await bot.RefusedAsync("bob> /mission similar M2 with:M1"));
        Assert.Contains("bob proposes to answer as a group", await bot.SayAsync("claire> /mission journal M1"), StringComparison.Ordinal);
        Assert.DoesNotContain("proposes", await bot.SayAsync("ana> /mission journal M1"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("bob> /mission similar M1 with:M2", "standing.team")]
    [InlineData("claire> /mission similar M1 with:M1", "mission.together.itself")]
    [InlineData("claire> /mission similar M1 with:M9", "mission.unknown")]
    [InlineData("claire> /mission similar M9", "mission.unknown")]
    [InlineData("claire> /mission similar M1 with:M3", "mission.together.own")]
    [InlineData("claire> /mission similar M1 with:M4", "mission.over")]
    public async Task What_cannot_be_proposed_is_refused_and_nobody_is_told(string line, string code)
    {
        await using var bot = await StartAsync(
            First,
            "dan> /mission open Other reference:AO-7 commons:coworking",
            "claire> /mission open Mine reference:AO-7 commons:coworking",
            "dan> /mission open Gone reference:AO-7 commons:coworking",
            "dan> /mission status M4 abandoned reason:\"no time\"");

        Assert.Equal(code, await bot.RefusedAsync(line));
        Assert.False(await bot.SeeAsync(db => db.Journal.AnyAsync(j => j.What == Journal.Proposed)));
        Assert.False(await bot.SeeAsync(db => db.Outbox.AnyAsync(o => o.PersonId != null)));
    }

    [Fact]
    public async Task Looking_for_like_ones_walks_the_indexes_of_what_moves()
    {
        await using var bot = await TestBot.StartAsync();

        var (newest, due) = await bot.SeeAsync(async db =>
        {
            var seen = db.Missions.SeenBy(1, 1);
            return (await QueryPlans.OfAsync(db, LikeMissions.Newest(seen, MissionState.Open)), await QueryPlans.OfAsync(db, LikeMissions.Due(seen, MissionState.Open, new DateOnly(2026, 12, 15))));
        });

        Assert.Contains(newest, step => step.Contains("IX_Missions_CommunityId_State_Id (CommunityId=? AND State=?)", StringComparison.Ordinal));
        Assert.Contains(due, step => step.Contains("IX_Missions_CommunityId_State_Deadline (CommunityId=? AND State=? AND Deadline>? AND Deadline<?)", StringComparison.Ordinal));
        Assert.All([.. newest, .. due], step => Assert.DoesNotContain("SCAN m", step, StringComparison.Ordinal));
        Assert.All([.. newest, .. due], step => Assert.DoesNotContain("TEMP B-TREE", step, StringComparison.Ordinal));
    }

    private static async Task<TestBot> StartAsync(params string[] lines)
    {
        var bot = await TestBot.StartAsync();
        await bot.DoAsync(["me> /common add coworking", "bob> /mission list", "dan> /mission list", "ana> /mission list", .. lines]);
        return bot;
    }
}
