using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Missions;
using Unisson.Bot.Tests.Harness;
using Xunit;

namespace Unisson.Bot.Tests.Missions;

public sealed class MissionStatusTests
{
    [Fact]
    public async Task It_goes_from_open_to_won_step_by_step_and_the_card_follows()
    {
        await using var bot = await OpenedAsync();

        var answered = await bot.DoAsync("claire> /mission étape M1 Réponse envoyée");
        var won = await bot.DoAsync("claire> /mission étape M1 gagnée");

        Assert.StartsWith("La mission Étude (M1) en est maintenant à : Réponse envoyée.\n  Prochain pas : dire si la réponse est retenue.\n", answered, StringComparison.Ordinal);
        Assert.Contains("→ #missions: Étude (M1): Answer sent\n", answered, StringComparison.Ordinal);
        Assert.Contains("→ #missions: Étude (M1): Won\n", won, StringComparison.Ordinal);
        Assert.Equal(["opened", "answered", "won"], await bot.SeeAsync(db => db.Journal.OrderBy(j => j.Id).Select(j => j.What).ToListAsync()));
    }

    [Theory]
    [InlineData("won", "mission.step")]
    [InlineData("lost", "mission.step")]
    [InlineData("running", "mission.gate")]
    [InlineData("en-cours", "mission.gate")]
    [InlineData("démarrée", "mission.gate")]
    [InlineData("delivered", "mission.step")]
    [InlineData("closed", "mission.step")]
    [InlineData("open", "mission.there")]
    [InlineData("abandoned", "mission.reason")]
    [InlineData("dancing", "option.choice")]
    [InlineData("", "command.missing")]
    public async Task A_wrong_step_is_refused_and_changes_nothing(string to, string code)
    {
        await using var bot = await OpenedAsync();

        Assert.Equal(code, await bot.RefusedAsync($"claire> /mission status M1 {to}"));
        Assert.Equal((MissionState.Open, 1), await bot.SeeAsync(async db => ((await db.Missions.SingleAsync()).State, await db.Journal.CountAsync())));
    }

    [Fact]
    public async Task The_refusal_of_a_step_names_those_that_can_be_taken()
    {
        await using var bot = await OpenedAsync();
        await bot.DoAsync("claire> /mission status M1 answered");

        Assert.Equal(
            "La mission Étude (M1) en est à « Réponse envoyée » et ne peut pas passer de là à « En cours ». Rien n’a été changé. Possible maintenant : Retenue, Non retenue et Abandonnée. [mission.step]\n",
            await bot.SayAsync("claire> /mission étape M1 en cours"));
    }

    [Fact]
    public async Task Of_two_who_take_the_same_step_the_second_is_told_calmly()
    {
        await using var bot = await OpenedAsync();
        await bot.DoAsync("claire> /mission status M1 answered");

        var ct = TestContext.Current.CancellationToken;
        var both = await Task.WhenAll(bot.Host.Dispatcher.HandleAsync(Step("claire", "lost"), 1, ct), bot.Host.Dispatcher.HandleAsync(Step("me", "lost"), 1, ct));

        Assert.Equal([null, "mission.there"], both.Select(b => b.Reply.Refused).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Abandoning_keeps_the_reason_where_everybody_reads_it()
    {
        await using var bot = await OpenedAsync();

        Assert.EndsWith("\n  /mission étape M1 abandonnée raison:…\n", await bot.SayAsync("claire> /mission étape M1 abandonnée"), StringComparison.Ordinal);
        await bot.DoAsync("claire> /mission étape M1 abandonnée raison:\"la commune a renoncé\"");

        Assert.Contains("claire says: abandoned (la commune a renoncé)\n", await bot.SayAsync("bob> /mission show M1"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task At_the_end_roles_end_and_everybody_in_it_is_thanked_once()
    {
        await using var bot = await OpenedAsync();
        await bot.DoAsync("/mission join M1 guarantor", "ana> /mission rejoindre M1 aidant comme:binôme", "bob> /mission join M1 provider", "claire> /mission status M1 answered");

        var lost = await bot.DoAsync("claire> /mission étape M1 perdue");

        Assert.Equal(1, Count(lost, "→ me (private): The mission Étude (M1) was not selected."));
        Assert.Equal(1, Count(lost, "→ ana (private): La mission Étude (M1) n’a pas été retenue. Il n’y a plus rien à faire ; merci de l’avoir portée.\n"));
        Assert.DoesNotContain("→ bob", lost, StringComparison.Ordinal);
        var holders = await bot.SeeAsync(db => db.RoleHolders.ToListAsync());
        Assert.Equal(
            ["Done Coordinator", "Done GuarantorConnector", "HandedBack HelpingCommoner", "HandedBack Provider"],
            holders.Select(h => $"{h.Holding} {h.Role}").Order(StringComparer.Ordinal));
        Assert.Equal("mission.over", await bot.RefusedAsync("claire> /mission status M1 won"));
        Assert.Equal("mission.over", await bot.RefusedAsync("dan> /mission join M1 provider"));
    }

    [Theory]
    [InlineData("bob> /mission status M1 answered", "standing.team")]
    [InlineData("bob> /mission edit M1 place:Lons", "standing.team")]
    [InlineData("ana> /mission status M1 abandoned reason:why", "standing.team")]
    [InlineData("bob> /mission status M7 answered", "mission.unknown")]
    public async Task Only_the_team_moves_it_and_stepping_forward_makes_nobody_of_the_team(string line, string code)
    {
        await using var bot = await OpenedAsync();
        await bot.DoAsync("bob> /mission join M1 provider", "ana> /mission join M1 coordinator as:shadow");

        Assert.Equal(code, await bot.RefusedAsync(line));
    }

    [Fact]
    public async Task The_countdown_ends_with_the_answer()
    {
        await using var bot = await OpenedAsync();
        await bot.DoAsync("claire> /mission edit M1 deadline:15 December");

        await bot.DoAsync("claire> /mission status M1 answered");

        Assert.DoesNotContain("→ claire", await bot.WaitAsync(TimeSpan.FromDays(30)), StringComparison.Ordinal);
    }

    private static Bot.Deliveries.Incoming Step(string who, string to) => new("terminal", $"{who}-{to}", who, who, null) { Text = $"/mission status M1 {to}" };

    private static int Count(string text, string part) => text.Split(part).Length - 1;

    private static async Task<TestBot> OpenedAsync()
    {
        var bot = await TestBot.StartAsync();
        await bot.DoAsync("/mission list", "claire> /mission ouvrir Étude");
        return bot;
    }
}
