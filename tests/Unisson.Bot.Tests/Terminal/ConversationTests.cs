using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Tests.Harness;
using Xunit;

namespace Unisson.Bot.Tests.Terminal;

/// <summary>Speakers, numbers and time at the terminal.</summary>
public sealed class ConversationTests
{
    [Fact]
    public async Task Whoever_is_named_speaks_for_one_line_and_as_names_the_rest()
    {
        await using var bot = await TestBot.StartAsync();

        await bot.DoAsync("/about", "Claire> /unisson", "claire> /unisson", "/as bob");

        Assert.Contains("Hello bob.", await bot.SayAsync("/unisson"), StringComparison.Ordinal);
        Assert.Contains("Hello Claire.", await bot.SayAsync("CLAIRE> /unisson"), StringComparison.Ordinal);
        Assert.Equal("C’est Zoé qui parle maintenant.\n", await bot.SayAsync("/comme Zoé"));
        Assert.Equal(["Claire", "Zoé", "bob", "me"], await bot.SeeAsync(async db => (await db.People.Select(p => p.Name).ToListAsync()).Append("Zoé").Distinct().Order(StringComparer.Ordinal).ToList()));
    }

    [Theory]
    [InlineData("/as two words", "speaker.name")]
    [InlineData("/comme a/b", "speaker.name")]
    [InlineData("/as aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "speaker.name")]
    [InlineData("/wait", "wait.nonsense")]
    [InlineData("/wait soon", "wait.nonsense")]
    [InlineData("/attendre -3 jours", "wait.nonsense")]
    [InlineData("/wait 99 years", "wait.far")]
    [InlineData("1", "action.number")]
    [InlineData("99", "action.number")]
    [InlineData("hello", "direct.unknown")]
    public async Task What_this_door_cannot_do_is_refused_with_its_reason(string line, string code)
    {
        await using var bot = await TestBot.StartAsync();

        Assert.Equal(code, await bot.RefusedAsync(line));
    }

    [Theory]
    [InlineData("bob> help", "Here is what you can do with me.")]
    [InlineData("bob> mission ouvrir Étude", "M1 est ouverte.")]
    [InlineData("bob> pause", "Paused, for as long as you like.")]
    public async Task In_private_the_words_of_a_command_are_one_without_a_slash(string line, string answer)
    {
        await using var bot = await TestBot.StartAsync();

        Assert.StartsWith(answer, await bot.SayAsync(line), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_blank_line_gets_an_empty_block()
    {
        await using var bot = await TestBot.StartAsync();

        Assert.Equal("", await bot.SayAsync("   "));
        Assert.Equal("", await bot.SayAsync("claire>"));
    }

    [Fact]
    public async Task Waiting_goes_by_the_clock_on_the_wall_and_is_read_in_either_language()
    {
        await using var bot = await TestBot.StartAsync(new DateTimeOffset(2027, 3, 27, 8, 0, 0, TimeSpan.Zero));

        Assert.Contains("Sunday 28 March at 9:00", await bot.SayAsync("/wait un jour"), StringComparison.Ordinal);
        Assert.Contains("dimanche 28 mars à 10 h 30", await bot.SayAsync("/attendre 1h30"), StringComparison.Ordinal);
        Assert.Equal(bot.Now, await bot.SeeAsync(db => db.Instances.Select(i => i.PracticeNow).SingleAsync()));
    }

    [Fact]
    public async Task Numbers_begin_anew_with_each_block_and_are_ones_own()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.DoAsync("/setup start Lons");
        Assert.Contains("[1] Add a first common", await bot.SayAsync("/setup start Lons"), StringComparison.Ordinal);
        Assert.Contains("[1] My calls", await bot.SayAsync("bob> /unisson"), StringComparison.Ordinal);

        // Mine still stand, Bob's are Bob's.
        Assert.Equal("action.number", await bot.RefusedAsync("cy> 1"));
        Assert.Contains("/common add", await bot.SayAsync("1"), StringComparison.Ordinal);
        Assert.DoesNotContain("/common add", await bot.SayAsync("bob> 1"), StringComparison.Ordinal);

        await bot.DoAsync("/unisson");
        Assert.DoesNotContain("/common add", await bot.SayAsync("1"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_channel_shows_anybody_may_tap()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.DoAsync("/common add coworking");
        var card = await bot.SayAsync("/mission open Lons commons:coworking");
        var own = card.Split("→ #missions")[0].Count(c => c == '[');

        Assert.Contains("→ #missions: Lons (M1)", card, StringComparison.Ordinal);
        Assert.Contains($"[{own + 1}] ", card, StringComparison.Ordinal);
        Assert.DoesNotContain("[action.number]", await bot.SayAsync($"bob> {own + 1}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_that_nobody_saw_comes_with_that_persons_next_line_and_once()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.DoAsync("claire> /common add coworking", "bob> /common add other");
        await bot.Host.Store.Writer.WriteAsync(scope => scope.Db.Inbox.ExecuteUpdateAsync(u => u.SetProperty(i => i.AnsweredAt, (DateTimeOffset?)null)));
        await bot.RestartAsync();

        var first = await bot.SayAsync("claire> /unisson");
        Assert.Contains("coworking is in the directory", first, StringComparison.Ordinal);
        Assert.DoesNotContain("other is in the directory", first, StringComparison.Ordinal);
        Assert.DoesNotContain("coworking", await bot.SayAsync("claire> /unisson"), StringComparison.Ordinal);

        await bot.RestartAsync();
        Assert.DoesNotContain("coworking", await bot.SayAsync("claire> /unisson"), StringComparison.Ordinal);
        Assert.Contains("other is in the directory", await bot.SayAsync("bob> /fnord"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_could_not_be_printed_is_not_taken_as_seen_and_comes_again()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.DoAsync("claire> /reminder add \"in 2 hours\" tea");
        bot.Print = _ => throw new IOException("Nobody reads.");
        await Assert.ThrowsAsync<IOException>(() => bot.SayAsync("claire> /common add garden"));
        await Assert.ThrowsAsync<IOException>(() => bot.WaitAsync(TimeSpan.FromHours(3)));

        await bot.RestartAsync();
        var next = await bot.SayAsync("claire> /unisson");
        Assert.Contains("garden is in the directory", next, StringComparison.Ordinal);
        Assert.Contains("→ claire (private): Reminder: tea.", next, StringComparison.Ordinal);
        Assert.DoesNotContain("tea", await bot.SayAsync("claire> /unisson"), StringComparison.Ordinal);
    }
}
