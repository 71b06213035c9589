using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Tests.Harness;
using Xunit;

namespace Unisson.Bot.Tests.Method;

/// <summary>A private word to a guarantor whom it does not concern: answered in seven days, the fact journalled, never the content.</summary>
public sealed class ConcernTests
{
    private const string Words = "Claire decides alone";

    private static readonly string[] Readers = ["me", "claire", "ana", "dov"], Lines = ["/mission show M1", "/mission journal M1", "/my export", "/setup audit"];

    [Fact]
    public async Task It_is_asked_whom_to_tell_before_anything_leaves()
    {
        await using var bot = await GivenAsync();

        var asked = await bot.DoAsync($"bob> /mission concern M1 \"{Words}\"");
        Assert.DoesNotContain("→", asked, StringComparison.Ordinal);
        Assert.Contains("[1] Tell me  [2] Tell ana", asked, StringComparison.Ordinal);
        Assert.False(await bot.SeeAsync(db => db.Concerns.AnyAsync()));

        var told = await bot.DoAsync("bob> 2");
        Assert.Contains($"→ ana (private): bob confides a concern to you about “Study” (M1).\n  “{Words}”\n", told, StringComparison.Ordinal);
        Assert.DoesNotContain("→ me", told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_the_guarantor_reads_it_and_the_team_that_there_was_one()
    {
        await using var bot = await GivenAsync();
        await bot.DoAsync($"bob> /mission concern M1 \"{Words}\" person:ana");

        foreach (var (reader, line) in from reader in Readers from line in Lines select (reader, line))
        {
            Assert.DoesNotContain(Words, await bot.AskAsync(reader, line), StringComparison.Ordinal);
        }

        Assert.Contains("ana heard a concern", await bot.AskAsync("claire", "/mission journal M1"), StringComparison.Ordinal);
        Assert.DoesNotContain("concern", await bot.AskAsync("dov", "/mission journal M1"), StringComparison.Ordinal);
        Assert.Contains(Words, await bot.AskAsync("bob", "/my export"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Once_spoken_of_its_words_are_gone()
    {
        await using var bot = await GivenAsync();
        await bot.DoAsync($"bob> /mission concern M1 \"{Words}\" person:ana");

        Assert.Contains("→ bob (private): ana says that you have spoken about your concern.", await bot.DoAsync("ana> /mission concern M1 person:bob"), StringComparison.Ordinal);

        var concern = await bot.SeeAsync(db => db.Concerns.SingleAsync());
        Assert.Equal((null, true), (concern.What, concern.AnsweredAt is not null));
        Assert.DoesNotContain("concern", await bot.WaitAsync(TimeSpan.FromDays(20)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_seven_days_both_hear_of_it_once()
    {
        await using var bot = await GivenAsync();
        await bot.DoAsync($"bob> /mission concern M1 \"{Words}\" person:ana");

        var due = await bot.WaitAsync(TimeSpan.FromDays(30));

        Assert.Equal(1, due.Split("→ ana (private): bob confided a concern to you 7 days ago").Length - 1);
        Assert.Equal(1, due.Split("→ bob (private): ana has not answered your word about “Study” (M1)").Length - 1);
        Assert.Equal("concern.waits", await bot.RefusedAsync("bob> /mission concern M1 again person:ana"));
    }

    [Fact]
    public async Task Who_raised_it_hears_that_its_guarantor_is_no_longer_there_and_can_tell_another()
    {
        await using var bot = await GivenAsync();
        await bot.DoAsync($"bob> /mission concern M1 \"{Words}\" person:ana");

        var told = await bot.DoAsync("ana> /my forget account:all") + await bot.WaitAsync(TimeSpan.FromDays(30));

        Assert.Equal(1, told.Split("→ bob (private): Who was to hear your word about “Study” (M1) is no longer here. Your words are erased.\n  You can tell another guarantor at any time").Length - 1);
        Assert.False(await bot.SeeAsync(db => db.Concerns.AnyAsync()));
        await bot.DoAsync($"bob> /mission concern M1 \"{Words}\" person:me");
    }

    [Theory]
    [InlineData("bob> /mission concern M1", "concern.what")]
    [InlineData("bob> /mission concern M1 worry person:claire", "concern.guarantor")]
    [InlineData("bob> /mission concern M9 worry", "mission.unknown")]
    public async Task A_refusal_tells_nobody(string line, string code)
    {
        await using var bot = await GivenAsync();

        Assert.Equal(code, await bot.RefusedAsync(line));
        Assert.False(await bot.SeeAsync(db => db.Concerns.AnyAsync()));
    }

    /// <summary>Me and Ana guarantee missions here; Claire coordinates, Bob provides.</summary>
    private static async Task<TestBot> GivenAsync()
    {
        var bot = await MethodWorld.FramedAsync();
        await bot.DoAsync("dov> /help", "ana> /contract accept role:guarantor", "me> /contract accept person:ana");
        return bot;
    }
}
