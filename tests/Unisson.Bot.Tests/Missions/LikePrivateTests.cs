using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Kernel;
using Unisson.Bot.Missions;
using Unisson.Bot.Tests.Availability;
using Unisson.Bot.Tests.Harness;
using Xunit;

namespace Unisson.Bot.Tests.Missions;

/// <summary>Rule 10 where one of the two is private: only its own team learns of it, and they alone choose.</summary>
public sealed class LikePrivateTests
{
    private const string Secret = "claire> /mission open Secret visibility:private reference:AO-2026-7 commons:coworking";
    private const string Other = "bob> /mission open Other reference:AO-2026-7 commons:coworking";

    [Fact]
    public async Task Its_team_is_told_at_once_without_a_ring_and_who_opened_the_other_reads_nothing()
    {
        await using var bot = await StartAsync(Secret);
        var secret = await SecretAsync(bot);

        var answer = await bot.SayAsync(Other);

        Assert.DoesNotContain("looks like", answer.Split("→ claire")[0], StringComparison.Ordinal);
        Assert.EndsWith(
            $"""
            → claire (private): Other (M1) looks like your mission Secret ({secret}).
              What shows it: same reference.
              Its team knows nothing of yours. If you come forward, it learns your name and that your team prepares an answer too, nothing else; if you do nothing, it learns nothing.
              First agree to answer as a group; until then, exchange neither price nor bid.
              [] Show M1  [] Come forward

            """.ReplaceLineEndings("\n"),
            Gestures.Plain(answer),
            StringComparison.Ordinal);
        Assert.Equal(Loudness.Quiet, await bot.SeeAsync(db => db.Outbox.Where(o => o.PersonId != null).Select(o => o.Loudness).SingleAsync()));
        Assert.Contains("The mission M1 looks like this one", await bot.SayAsync($"claire> /mission journal {secret}"), StringComparison.Ordinal);
        Assert.StartsWith("No mission that you can see", await bot.SayAsync("bob> /mission similar M1"), StringComparison.Ordinal);
        Assert.DoesNotContain("looks like", await bot.SayAsync("bob> /my export"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task To_come_forward_gives_a_name_and_nothing_of_the_mission()
    {
        await using var bot = await StartAsync(Secret);
        var secret = await SecretAsync(bot);
        var told = await bot.DoAsync(Other);

        var answer = await bot.SayAsync(Gestures.Tap("claire", told, "Come forward"));

        var reached = answer[answer.IndexOf("→ bob", StringComparison.Ordinal)..];
        Assert.Equal(
            """
            → bob (private): claire proposes to join forces for Other (M1).
              Their team prepares an answer to the same order, and stays discreet about it: talk to claire directly.
              First agree to answer as a group; until then, exchange neither price nor bid.

            """.ReplaceLineEndings("\n"),
            reached);
        Assert.StartsWith($"The team of Other (M1) reads in private that you propose to join forces. Next step: talk together.\n  They see your name and that your team prepares an answer too; nothing of {secret}.\n", answer, StringComparison.Ordinal);
        Assert.Equal("mission.together.known", await bot.RefusedAsync($"claire> /mission similar {secret} with:M1"));
        Assert.DoesNotContain(secret, await bot.SayAsync("bob> /mission journal M1"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_team_is_told_once_however_often_the_other_changes()
    {
        await using var bot = await StartAsync(Secret, Other);

        await bot.DoAsync("bob> /mission edit M1 reference:none", "bob> /mission edit M1 reference:AO-2026-7", "bob> /mission edit M1 title:Another", "bob> /mission edit M1 deadline:\"15 December\"");

        Assert.Equal(1, await bot.SeeAsync(db => db.Journal.CountAsync(j => j.What == Journal.Resembles)));
        Assert.Equal(1, await bot.SeeAsync(db => db.Outbox.CountAsync(o => o.PersonId != null)));
    }

    [Fact]
    public async Task An_edit_that_makes_it_so_tells_the_team_and_shows_the_editor_nothing()
    {
        await using var bot = await StartAsync(Secret, "bob> /mission open Other commons:coworking");

        var answer = await bot.DoAsync("bob> /mission edit M1 reference:AO-2026-7");

        Assert.StartsWith("The mission Other (M1) is up to date: reference.\n  [1] Show the mission\n→ claire (private): Other (M1) looks like your mission Secret", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_opens_a_private_one_sees_the_other_and_its_team_is_told_nothing()
    {
        await using var bot = await StartAsync(Other);

        var answer = await bot.SayAsync(Secret);

        Assert.Contains("It looks like Other (M1): same reference.", answer, StringComparison.Ordinal);
        Assert.Contains("Nobody outside your team sees this mission: a proposal gives your name, and nothing of the mission.", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("→", answer, StringComparison.Ordinal);
        Assert.StartsWith("No mission that you can see", await bot.SayAsync("bob> /mission similar M1"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_private_ones_learn_nothing_of_each_other_until_one_is_opened_up()
    {
        await using var bot = await StartAsync(Secret);

        var answer = await bot.DoAsync("bob> /mission open Hidden visibility:private reference:AO-2026-7 commons:coworking");
        Assert.DoesNotContain("looks like", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("→", answer, StringComparison.Ordinal);
        var hidden = (await bot.SeeAsync(db => db.Missions.SingleAsync(m => m.Title == "Hidden"))).Label;

        answer = await bot.DoAsync($"bob> /mission edit {hidden} visibility:community");

        Assert.Contains($"→ claire (private): Hidden ({hidden}) looks like your mission Secret", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("It looks like", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_is_in_both_teams_sees_both_but_not_where_others_read_along()
    {
        await using var bot = await StartAsync(Secret);
        var secret = await SecretAsync(bot);

        var answer = await bot.Host.Dispatcher.HandleAsync(new("terminal", "k", "claire", "claire", "#missions") { Text = "/mission open Other reference:AO-2026-7 commons:coworking" }, 1, TestContext.Current.CancellationToken);
        Assert.DoesNotContain(secret, string.Join('\n', answer.Reply.Lines), StringComparison.Ordinal);
        Assert.Equal(1, await bot.SeeAsync(db => db.Outbox.CountAsync(o => o.PersonId != null)));

        Assert.Contains($"{secret} Secret: Open; same reference", await bot.SayAsync("claire> /mission similar M1"), StringComparison.Ordinal);
        Assert.Contains($"It looks like Secret ({secret}): same reference.", await bot.SayAsync("claire> /mission open Third reference:AO-2026-7 commons:coworking"), StringComparison.Ordinal);
    }

    private static async Task<TestBot> StartAsync(params string[] lines)
    {
        var bot = await TestBot.StartAsync();
        await bot.DoAsync(["me> /common add coworking", "bob> /mission list", "claire> /mission list", .. lines]);
        return bot;
    }

    private static async Task<string> SecretAsync(TestBot bot) => (await bot.SeeAsync(db => db.Missions.SingleAsync(m => m.IsApart))).Label;
}
