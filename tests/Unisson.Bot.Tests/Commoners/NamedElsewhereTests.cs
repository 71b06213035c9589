using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Communities;
using Unisson.Bot.Deliveries;
using Unisson.Bot.Kernel;
using Unisson.Bot.Tests.Harness;
using Xunit;

namespace Unisson.Bot.Tests.Commoners;

/// <summary>Somebody on Discord names people of the same community who are on Matrix alone.</summary>
public sealed class NamedElsewhereTests
{
    private const string One = "@lea:ain.example", Other = "@lea:jura.example";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/experience list person:Lea", Language.English, "Several people here are called “Lea”")]
    [InlineData("/expérience liste personne:@lea", Language.French, "Plusieurs personnes s’appellent « lea » ici")]
    [InlineData("/contribution log coworking 3h Minutes person:Lea", Language.English, "Several people here are called “Lea”")]
    [InlineData("/contribution log coworking 3h Minutes name:Lea", Language.English, "Several people here are called “Lea”")]
    [InlineData("/contribution list person:Lea", Language.English, "Several people here are called “Lea”")]
    public async Task Of_two_who_are_called_alike_one_is_chosen_by_their_account(string line, Language language, string says)
    {
        await using var bot = await TestBot.StartAsync();
        await bot.DoAsync("/common add coworking");
        await AlikeAsync(bot);

        var asked = await HereAsync(bot, line, language);

        Assert.Equal("person.ambiguous", asked.Refused);
        Assert.StartsWith(says, asked.First.Replace('\u00A0', ' ').Replace('\u202F', ' '), StringComparison.Ordinal);
        Assert.All([One, Other], a => Assert.Contains(a, asked.First, StringComparison.Ordinal));
        Assert.Equal([One, Other], asked.Actions.Select(a => a.Label));
        Assert.Null((await PressAsync(bot, asked.Actions[1].Code)).Refused);
    }

    [Fact]
    public async Task A_name_with_its_account_as_it_is_shown_means_one()
    {
        await using var bot = await TestBot.StartAsync();
        await AlikeAsync(bot);

        Assert.Contains("Lea (@lea:jura.example)", (await HereAsync(bot, "/experience list person:\"Lea (@lea:jura.example)\"")).First, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_role_is_not_given_to_a_name_that_two_members_have()
    {
        await using var bot = await TestBot.StartAsync();
        await AlikeAsync(bot);
        await HereAsync(bot, "/mission open Lons kind:tender");

        var asked = await HereAsync(bot, "/mission assign M1 role:provider name:Lea");

        Assert.Equal("person.ambiguous", asked.Refused);
        await PressAsync(bot, asked.Actions[0].Code);
        var lea = await bot.SeeAsync(db => db.Accounts.Where(a => a.ExternalId == One).Select(a => a.PersonId).SingleAsync(Ct));
        Assert.True(await bot.SeeAsync(db => db.RoleHolders.AnyAsync(h => h.PersonId == lea, Ct)));
        Assert.False(await bot.SeeAsync(db => db.NamedHolders.AnyAsync(Ct)));
    }

    [Fact]
    public async Task A_line_that_waited_too_long_names_its_person_as_people_do()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.DoAsync("/common list");
        await ThereAsync(bot, "@gil:jura.example", "gil", "/contract accept role:guarantor-connector");
        await bot.DoAsync("/contract accept person:gil", "/mission open Lons kind:tender");
        var whom = await HereAsync(bot, "/mission concern M1 what:\"Nobody answers\"");
        var tell = Assert.Single(whom.Actions, a => a.Label == "Tell gil");

        await bot.WaitAsync(TimeSpan.FromMinutes(16));
        var over = await PressAsync(bot, tell.Code);

        Assert.Equal("draft.expired", over.Refused);
        var line = over.Typed ?? Assert.Single(over.Actions).Label;
        Assert.Contains("@gil", line, StringComparison.Ordinal);
        Assert.DoesNotContain("jura.example", line, StringComparison.Ordinal);
        Assert.Null((await HereAsync(bot, line)).Refused);
    }

    [Fact]
    public async Task Help_tells_how_to_name_whom_nobody_can_pick()
    {
        await using var bot = await TestBot.StartAsync();
        Assert.DoesNotContain((await HereAsync(bot, "/help experience confirm")).Lines, l => l.Contains("Matrix", StringComparison.Ordinal));
        await bot.Host.Store.Writer.WriteAsync(async scope =>
        {
            scope.Db.Installations.Add(new Installation { Door = "matrix", ExternalId = "!room:jura.example", CommunityId = 1 });
            await scope.Db.SaveChangesAsync(Ct);
        });

        Assert.EndsWith("such as: !experience confirm claire coworking", (await HereAsync(bot, "/help experience confirm")).Lines[^1], StringComparison.Ordinal);
        Assert.EndsWith("par exemple : !expérience liste personne:claire", (await HereAsync(bot, "/aide expérience liste", Language.French)).Lines[^1].Replace('\u00A0', ' ').Replace('\u202F', ' '), StringComparison.Ordinal);
        Assert.DoesNotContain((await HereAsync(bot, "/help mission assign")).Lines, l => l.Contains("Matrix", StringComparison.Ordinal));
    }

    private static async Task AlikeAsync(TestBot bot)
    {
        await ThereAsync(bot, One, "Lea", "/common list");
        await ThereAsync(bot, Other, "Lea", "/common list");
    }

    private static Task<Reply> HereAsync(TestBot bot, string line, Language language = Language.English) => HandleAsync(bot, Here() with { Text = line, Locale = language });

    private static Task<Reply> PressAsync(TestBot bot, string code) => HandleAsync(bot, Here() with { Action = code });

    private static Task<Reply> ThereAsync(TestBot bot, string account, string name, string line) => HandleAsync(bot, new Incoming("matrix", Guid.NewGuid().ToString("N"), account, name, null) { Text = line, IsNetwork = true });

    private static Incoming Here() => new("discord", Guid.NewGuid().ToString("N"), "85", "Bob", null) { Handle = "bob", IsNetwork = true, HasForms = true };

    private static async Task<Reply> HandleAsync(TestBot bot, Incoming incoming) => (await bot.Host.Dispatcher.HandleAsync(incoming, 1, Ct)).Reply;
}
