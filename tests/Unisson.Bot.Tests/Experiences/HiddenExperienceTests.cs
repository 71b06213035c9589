using Unisson.Bot.Tests.Harness;
using Unisson.Bot.Tests.Reminders;
using Xunit;

namespace Unisson.Bot.Tests.Experiences;

/// <summary>An experience that somebody keeps to themselves shows nowhere to others, whatever they type, and not to those who read along either.</summary>
public sealed class HiddenExperienceTests
{
    private static readonly string[] Lines =
    [
        "/unisson", "/my show", "/common list", "/common show coworking", "/common find coworking", "/commoners find coworking", "/commoners find coworking near:Lons",
        "/experience list bob", "/experience confirm bob coworking", "/mission list", "/mission show M1", "/call list", "/call show C1", "/call list state:expired",
        "/contribution list person:bob", "/contribution export", "/reminder list", "/my export", "/commoners call coworking mission:M1",
    ];

    [Theory]
    [InlineData("private", "cyr")]
    [InlineData("private", "me")]
    [InlineData("guarantors", "cyr")]
    public async Task It_reads_the_same_as_if_there_were_none(string visible, string reader)
    {
        await using var with = await GivenAsync($"bob> /experience add coworking maintained visible:{visible}");
        await using var without = await GivenAsync("bob> /experience add garden maintained visible:private");
        await SameAsync(with, without, reader, null);

        // He alone knows it, is asked where he does, and says nothing.
        const string Call = "me> /commoners call coworking mission:M1 hours:2h by:\"in 6 days\" terms:paid";
        Assert.Contains("→ bob (private)", await with.DoAsync(Call), StringComparison.Ordinal);
        Assert.DoesNotContain("→ bob", await without.DoAsync(Call), StringComparison.Ordinal);
        foreach (var days in new[] { 0, 4, 8 })
        {
            await with.WaitAsync(TimeSpan.FromDays(days));
            await without.WaitAsync(TimeSpan.FromDays(days));
            await SameAsync(with, without, reader, null);
        }
    }

    [Fact]
    public async Task Its_own_person_reads_it_alone_and_not_where_others_read_along()
    {
        await using var with = await GivenAsync("bob> /experience add coworking maintained visible:private");
        await using var without = await GivenAsync("bob> /experience add garden maintained visible:private");

        Assert.Contains("“I take care of it”", await with.AskAsync("bob", "/common show coworking"), StringComparison.Ordinal);
        await SameAsync(with, without, "bob", "#general", "/common show coworking", "/common list", "/mission show M1", "/contribution list", "/help");
    }

    [Fact]
    public async Task How_much_of_the_asks_is_used_is_read_by_who_speaks_for_the_common_alone()
    {
        await using var bot = await GivenAsync("bob> /experience add coworking maintained");
        await bot.DoAsync("me> /common steward coworking bob", "bob> 1", "bob> /common terms coworking asks:4");

        Assert.Contains("this month", await bot.AskAsync("bob", "/common show coworking"), StringComparison.Ordinal);
        Assert.Equal(await bot.AskAsync("ana", "/common show coworking", "#general"), await bot.AskAsync("bob", "/common show coworking", "#general"));
    }

    private static async Task<TestBot> GivenAsync(string experience)
    {
        var bot = await TestBot.StartAsync();
        await bot.DoAsync("/common add coworking", "/common add garden", "cyr> /help", "ana> /help", "me> /mission open Study commons:coworking");
        await bot.DoAsync(experience, "bob> /availability set asks:2 hours:10h");
        return bot;
    }

    private static async Task SameAsync(TestBot with, TestBot without, string reader, string? channel, params string[] lines)
    {
        foreach (var line in lines.Length > 0 ? lines : Lines)
        {
            Assert.Equal($"{line}\n{await without.AskAsync(reader, line, channel)}", $"{line}\n{await with.AskAsync(reader, line, channel)}");
        }
    }
}
