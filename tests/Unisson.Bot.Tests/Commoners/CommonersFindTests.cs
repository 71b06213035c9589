using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Commoners;
using Unisson.Bot.Experiences;
using Unisson.Bot.Tests.Harness;
using Xunit;

namespace Unisson.Bot.Tests.Commoners;

public sealed class CommonersFindTests
{
    private const string Few = "few people are known for this common; the card is open to whoever likes.";

    [Fact]
    public async Task Names_are_of_those_who_show_it_to_the_caller_in_order_of_name()
    {
        await using var bot = await GivenAsync();
        await bot.DoAsync(
            "zoe> /experience add coworking used",
            "Émile> /experience add coworking maintained since:2019 visible:public",
            "dan> /experience add coworking founded visible:private",
            "gus> /experience add coworking used visible:guarantors");

        Assert.Equal(
            $"coworking: {Few}\n  Who shows it:\n  Émile: “I take care of it”, since 2019\n  zoe: “I use it”\n",
            await bot.DoAsync("cyr> /commoners find coworking"));
        Assert.Contains("gus: “I use it”", await bot.DoAsync("me> /commoners find coworking"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_said_of_anybodys_time()
    {
        await using var bot = await GivenAsync();
        await bot.DoAsync("zoe> /experience add coworking used", "zoe> /availability set asks:4 hours:10h");
        var before = await bot.DoAsync("cyr> /commoners find coworking");

        foreach (var line in new[] { "pause", "set asks:0", "set hours:0", "offer not-now" })
        {
            await bot.DoAsync($"zoe> /availability {line}");
            Assert.Equal(before, await bot.DoAsync("cyr> /commoners find coworking"));
        }
    }

    [Fact]
    public async Task The_band_is_the_same_for_a_whole_local_day_whoever_asks()
    {
        await using var bot = await GivenAsync();
        await AddHiddenAsync(bot, 7);
        Assert.StartsWith($"coworking: {Few}", await bot.DoAsync("/commoners find coworking"), StringComparison.Ordinal);

        await AddHiddenAsync(bot, 30);
        Assert.StartsWith($"coworking: {Few}", await bot.DoAsync("cyr> /commoners find coworking"), StringComparison.Ordinal);

        // 23:59 in Paris, then midnight.
        await bot.WaitAsync(new DateTimeOffset(2026, 11, 24, 22, 59, 0, TimeSpan.Zero) - bot.Now);
        Assert.StartsWith($"coworking: {Few}", await bot.DoAsync("/commoners find coworking"), StringComparison.Ordinal);
        await bot.WaitAsync(TimeSpan.FromMinutes(1));
        Assert.StartsWith("coworking: many people are known for this common.", await bot.DoAsync("/commoners find coworking"), StringComparison.Ordinal);
        Assert.Equal(1, await bot.SeeAsync(db => db.CommonBands.CountAsync()));
    }

    [Theory]
    [InlineData(0, Band.Few)]
    [InlineData(7, Band.Few)]
    [InlineData(8, Band.Enough)]
    [InlineData(29, Band.Enough)]
    [InlineData(30, Band.Many)]
    public void Bands_begin_at_eight_and_thirty(int people, Band band) => Assert.Equal(band, Bands.Of(people));

    [Fact]
    public async Task Who_left_is_neither_named_nor_counted()
    {
        await using var bot = await GivenAsync();
        await bot.DoAsync("zoe> /experience add coworking used");
        await AddHiddenAsync(bot, 7);
        await bot.Host.Store.Writer.WriteAsync(scope => scope.Db.Memberships
            .Where(m => scope.Db.People.Any(p => p.Id == m.PersonId && p.Name == "zoe")).ExecuteUpdateAsync(u => u.SetProperty(m => m.LeftAt, bot.Now), TestContext.Current.CancellationToken));

        Assert.Equal($"coworking: {Few}\n  Nobody shows it to you by name.\n", await bot.DoAsync("cyr> /commoners find coworking"));
    }

    [Fact]
    public async Task Near_narrows_the_names_and_never_the_band()
    {
        await using var bot = await GivenAsync();
        await bot.DoAsync(
            "zoe> /experience add coworking used", "zoe> /availability set near:\"Lons-le-Saunier\"",
            "dan> /experience add coworking used", "dan> /availability set near:Dole");

        Assert.Equal($"coworking: {Few}\n  Who shows it:\n  zoe: “I use it”\n", await bot.DoAsync("cyr> /commoners find coworking near:lons"));
        Assert.Equal($"coworking: {Few}\n  Nobody near there shows it to you by name.\n", await bot.DoAsync("cyr> /commoners find coworking near:Paris"));
    }

    [Fact]
    public async Task Twenty_names_are_shown()
    {
        await using var bot = await GivenAsync();
        for (var i = 22; i > 0; i--)
        {
            await bot.DoAsync($"p{i:00}> /experience add coworking used");
        }

        var answer = await bot.DoAsync("cyr> /commoners trouver coworking");
        Assert.StartsWith("coworking : assez de personnes sont connues pour ce commun.\n  Qui le montre :\n  p01 :", answer, StringComparison.Ordinal);
        Assert.EndsWith("  p20 : « Je m’en sers »\n  … et 2 de plus ; près-de : resserre.\n", answer, StringComparison.Ordinal);
    }

    private static async Task<TestBot> GivenAsync()
    {
        var bot = await TestBot.StartAsync();
        await bot.DoAsync("/common add coworking", "cyr> /common list");
        return bot;
    }

    /// <summary>People who know it and show it to nobody.</summary>
    private static Task AddHiddenAsync(TestBot bot, int count) => bot.Host.Store.Writer.WriteAsync(async scope =>
    {
        var common = await scope.Db.Commons.SingleAsync();
        for (var i = 0; i < count; i++)
        {
            var person = scope.Db.People.Add(new Person { Name = "hidden" }).Entity;
            await scope.Db.SaveChangesAsync();
            scope.Db.Memberships.Add(new Bot.Communities.Membership { CommunityId = 1, PersonId = person.Id, JoinedAt = bot.Now });
            scope.Db.Experiences.Add(new Experience { CommunityId = 1, PersonId = person.Id, CommonId = common.Id, SeenBy = SeenBy.Private }.Declare(Level.Used, default));
        }

        await scope.Db.SaveChangesAsync();
    });
}
