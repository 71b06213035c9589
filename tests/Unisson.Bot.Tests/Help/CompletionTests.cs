using Unisson.Bot.Communities;
using Unisson.Bot.Deliveries;
using Unisson.Bot.Help;
using Unisson.Bot.Kernel;
using Unisson.Bot.Tests.Harness;
using Xunit;

namespace Unisson.Bot.Tests.Help;

/// <summary>What a half-typed line can become, for whoever types it.</summary>
public sealed class CompletionTests
{
    [Theory]
    [InlineData("/mis", "mission")]
    [InlineData("/aid", "aide")]
    [InlineData("/contribution v", "verify")]
    [InlineData("/contribution vér", "vérifier")]
    [InlineData("/mission open \"x\" ki", "kind:")]
    [InlineData("/mission ouvrir \"x\" gen", "genre:")]
    [InlineData("/mission open \"x\" kind:ten", "kind:Tender")]
    [InlineData("/mission ouvrir \"x\" genre:aao", "")]
    [InlineData("/mission ouvrir \"x\" genre:essai", "genre:\"Essaimage d’un commun\"")]
    [InlineData("/mission open \"x\" commons:cow", "commons:coworking")]
    [InlineData("/mission open \"x\" commons:coworking,rep", "commons:coworking,repair-cafe")]
    [InlineData("/contribution log lons", "coworking")]
    [InlineData("/help mission sh", "mission show")]
    [InlineData("/help miss", "mission")]
    [InlineData("/mission show etud", "M1")]
    [InlineData("/mission show m", "M1")]
    [InlineData("/reminder change r", "R1")]
    [InlineData("/setup channel missions #m", "#missions")]
    [InlineData("hello", "")]
    [InlineData("/fnord x", "")]
    public async Task A_line_is_completed_in_its_own_language(string typed, string first)
    {
        await using var bot = await TestBot.StartAsync();
        await bot.DoAsync(
            "/common add coworking name:\"Coworking de Lons\"",
            "/common add repair-cafe",
            "/mission open \"Étude coworking\"",
            "/reminder add tomorrow 9am send the quote");

        var done = await CompleteAsync(bot, "me", typed);

        Assert.Equal(first.Length == 0, done.Candidates.Count == 0);
        Assert.StartsWith(first, done.Candidates.Count == 0 ? "" : done.Candidates[0].Value, StringComparison.Ordinal);
        Assert.InRange(done.Candidates.Count, 0, Completion.Most);
    }

    [Fact]
    public async Task A_private_mission_of_others_is_never_among_them()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.DoAsync("/common add coworking", "ana> /mission open Secret visibility:private", "bob> /mission open Open");

        foreach (var typed in new[] { "/mission show ", "/mission show sec", "/mission show mp", "/mission join ", "/call show " })
        {
            var seen = await CompleteAsync(bot, "bob", typed);
            Assert.DoesNotContain(seen.Candidates, c => c.Label.Contains("Secret", StringComparison.Ordinal) || c.Value.StartsWith("MP", StringComparison.Ordinal));
        }

        Assert.Contains((await CompleteAsync(bot, "ana", "/mission show sec")).Candidates, c => c.Label.EndsWith("Secret", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Reminders_are_ones_own_and_people_are_members()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.DoAsync("/common add coworking", "ana> /reminder add tomorrow 9am ring the mayor", "Bob> /about");

        Assert.DoesNotContain((await CompleteAsync(bot, "bob", "/reminder change ")).Candidates, c => c.Value.StartsWith('R'));
        Assert.Equal(["ana", "bob"], (await CompletionOf(bot, "me", "person", "")).Select(c => c.Value).Where(v => v != "me").Order());
        Assert.Equal(["Bob"], (await CompletionOf(bot, "me", "person", "@BO")).Select(c => c.Label));
    }

    [Fact]
    public async Task No_more_are_offered_than_networks_show()
    {
        await using var bot = await TestBot.StartAsync();
        for (var i = 0; i < 30; i++)
        {
            await bot.DoAsync($"/common add common-{i}");
        }

        Assert.Equal(Completion.Most, (await CompleteAsync(bot, "me", "/contribution log comm")).Candidates.Count);
    }

    private static async Task<Completed> CompleteAsync(TestBot bot, string speaker, string typed)
    {
        var ct = TestContext.Current.CancellationToken;
        return await bot.SeeAsync(async db =>
            await new Completion(bot.Host.Catalogue).OfLineAsync(db, await CallerAsync(db, speaker), typed, typed.Length, ct));
    }

    private static async Task<IReadOnlyList<Candidate>> CompletionOf(TestBot bot, string speaker, string option, string typed)
    {
        var person = bot.Host.Catalogue.Commands.SelectMany(c => c.Options).First(o => o.Name.English == option && o.Picks == Picks.Person);
        return await bot.SeeAsync(async db =>
            await new Completion(bot.Host.Catalogue).OfOptionAsync(db, await CallerAsync(db, speaker), person, typed, TestContext.Current.CancellationToken));
    }

    private static async Task<Caller> CallerAsync(Unisson.Bot.Storage.BotDb db, string speaker)
        => (await Callers.FindAsync(db, new Incoming("terminal", "", speaker, speaker, null), 1, null, TestContext.Current.CancellationToken))!;
}
