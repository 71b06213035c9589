using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Tests.Harness;
using Xunit;

namespace Unisson.Bot.Tests.Missions;

public sealed class MissionJournalTests
{
    [Fact]
    public async Task It_reads_newest_first_and_each_reads_what_is_theirs()
    {
        await using var bot = await OpenedAsync();
        await bot.DoAsync("bob> /mission join M1 provider", "claire> /mission edit M1 place:Lons", "claire> /mission status M1 answered reason:\"by post\"");

        Assert.Equal(
            """
            Journal of the mission Étude (M1), newest first.
              Tuesday 24 November: claire says: answer sent (by post)
              Tuesday 24 November: claire changed: place
              Tuesday 24 November: bob is a candidate: Provider
              Tuesday 24 November: claire opened the mission

            """.ReplaceLineEndings("\n"),
            await bot.SayAsync("claire> /mission journal M1"));
        Assert.Contains("bob is a candidate: Provider", await bot.SayAsync("bob> /mission journal 1"), StringComparison.Ordinal);
        Assert.DoesNotContain("bob", await bot.SayAsync("ana> /mission journal M1"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_note_of_the_team_is_text_for_all_who_see_the_mission_and_rings_nobody()
    {
        await using var bot = await OpenedAsync();

        var answer = await bot.DoAsync("claire> /mission journal M1 mot:\"On attend **le** @everyone\"");

        Assert.StartsWith("Ton mot est au journal de la mission Étude (M1) ; qui voit la mission peut l’y lire.", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("→", answer, StringComparison.Ordinal);
        Assert.Contains("\n  Tuesday 24 November: claire notes: On attend **le** @everyone\n", await bot.SayAsync("ana> /mission journal M1"), StringComparison.Ordinal);
        await bot.DoAsync("me> /mission journal M1 note:\"As guarantor\"");
    }

    [Theory]
    [InlineData("ana> /mission journal M1 note:Hello", "standing.team")]
    [InlineData("claire> /mission journal M1 note:\"see https://example.org\"", "note.link")]
    [InlineData("claire> /mission journal M1 note:\"{301}\"", "option.too-long")]
    [InlineData("claire> /mission journal", "command.missing")]
    [InlineData("claire> /mission journal M9", "mission.unknown")]
    public async Task A_refusal_writes_nothing(string line, string code)
    {
        await using var bot = await OpenedAsync();

        Assert.Equal(code, await bot.RefusedAsync(line.Replace("{301}", new string('a', 301), StringComparison.Ordinal)));
        Assert.Equal(1, await bot.SeeAsync(db => db.Journal.CountAsync()));
    }

    [Fact]
    public async Task A_long_one_comes_whole_as_a_file()
    {
        await using var bot = await OpenedAsync();
        await bot.DoAsync([.. Enumerable.Range(1, 20).Select(i => $"claire> /mission journal M1 note:\"Note {i}\"")]);

        var answer = await bot.SayAsync("ana> /mission journal M1");

        Assert.Contains("\n  Tuesday 24 November: claire notes: Note 1\n  And 1 earlier line: the whole journal is in the file.\n", answer, StringComparison.Ordinal);
        Assert.Contains("--- unisson-journal-M1.txt\nJournal of the mission Étude (M1), newest first.\nTuesday 24 November: claire notes: Note 20\n", answer, StringComparison.Ordinal);
        Assert.EndsWith("Tuesday 24 November: claire opened the mission\n---\n", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Words_of_who_is_forgotten_are_erased_and_the_line_stays()
    {
        await using var bot = await OpenedAsync();
        await bot.DoAsync("claire> /mission journal M1 note:\"My own words\"");

        await bot.DoAsync("claire> /my forget", "claire> 1");

        var answer = await bot.SayAsync("ana> /mission journal M1");
        Assert.Contains("A person who asked to be forgotten wrote a note, erased since\n", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("My own words", answer, StringComparison.Ordinal);
    }

    private static async Task<TestBot> OpenedAsync()
    {
        var bot = await TestBot.StartAsync();
        await bot.DoAsync("me> /mission list", "ana> /mission list", "bob> /mission list", "claire> /mission ouvrir Étude");
        return bot;
    }
}
