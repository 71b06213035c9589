using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Experiences;
using Unisson.Bot.Tests.Harness;
using Xunit;

namespace Unisson.Bot.Tests.Experiences;

public sealed class ExperienceTests
{
    [Fact]
    public async Task An_experience_is_noted_with_who_sees_it_and_what_it_counts_as()
    {
        await using var bot = await GivenAsync();

        var answer = await bot.SayAsync("bob> /expérience ajouter coworking soin depuis:2019 mot:\"les lundis\"");

        Assert.StartsWith("C’est noté pour Coworking de Lons : « J’en prends soin », depuis 2019.", answer, StringComparison.Ordinal);
        Assert.Contains("Qui le voit : ma communauté.", answer, StringComparison.Ordinal);
        Assert.Contains("cela compte comme « J’y contribue »", answer, StringComparison.Ordinal);
        Assert.Contains("/dispo régler", answer, StringComparison.Ordinal);
        var row = await bot.SeeAsync(db => db.Experiences.SingleAsync());
        Assert.Equal((Level.Maintained, Level.Contributed, 2019, "les lundis", SeenBy.Community, false), (row.Level, row.Counted, row.Since, row.Note, row.SeenBy, row.IsAskable));
    }

    [Fact]
    public async Task Adding_again_changes_what_is_said_and_keeps_the_rest()
    {
        await using var bot = await GivenAsync();
        await bot.DoAsync("bob> /experience add coworking used since:2019 visible:private");

        var answer = await bot.DoAsync("bob> /experience add coworking level:contributed");

        Assert.StartsWith("Changed for Coworking de Lons: now “I contribute to it”, since 2019, before “I use it”, since 2019.", answer, StringComparison.Ordinal);
        var row = await bot.SeeAsync(db => db.Experiences.SingleAsync());
        Assert.Equal((Level.Contributed, 2019, SeenBy.Private), (row.Level, row.Since, row.SeenBy));
    }

    [Theory]
    [InlineData("2019", 2019)]
    [InlineData("\"mars 2021\"", 2021)]
    [InlineData("\"3 ans\"", 2023)]
    [InlineData("\"3 years\"", 2023)]
    [InlineData("2026", 2026)]
    public async Task Since_takes_years_days_and_lengths(string since, int year)
    {
        await using var bot = await GivenAsync();
        await bot.DoAsync($"/expérience ajouter coworking usage depuis:{since}");

        Assert.Equal(year, await bot.SeeAsync(db => db.Experiences.Select(x => x.Since).SingleAsync()));
    }

    [Theory]
    [InlineData("/experience add", "command.missing")]
    [InlineData("/experience add coworking", "command.missing")]
    [InlineData("/experience add coworkin used", "")]
    [InlineData("/experience add cowroking used", "common.unknown-near")]
    [InlineData("/experience add zzz used", "common.unknown")]
    [InlineData("/experience add coworking master", "option.choice")]
    [InlineData("/experience add coworking used since:2027", "experience.since")]
    [InlineData("/experience add coworking used since:1066", "experience.since")]
    [InlineData("/experience add coworking used since:yes", "experience.since")]
    [InlineData("/experience add coworking used visible:me,you", "option.choice")]
    [InlineData("/experience add coworking used note:https://example.org", "experience.note-link")]
    [InlineData("/experience remove velo", "experience.unknown")]
    [InlineData("/experience list person:zoe", "person.unknown")]
    public async Task A_refusal_gives_its_own_reason_and_stores_nothing(string line, string code)
    {
        await using var bot = await GivenAsync();
        if (code.Length == 0)
        {
            await bot.DoAsync(line);
            return;
        }

        Assert.Equal(code, await bot.RefusedAsync(line));
        Assert.False(await bot.SeeAsync(db => db.Experiences.AnyAsync()));
    }

    [Fact]
    public async Task An_unknown_common_gives_the_line_back_with_the_nearest()
    {
        await using var bot = await GivenAsync();

        var answer = await bot.SayAsync("/experience add cowroking used since:2019");

        Assert.Contains("Did you mean coworking?", answer, StringComparison.Ordinal);
        Assert.Contains("/experience add coworking used since:2019", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_removed_experience_is_gone_and_its_line_brings_it_back()
    {
        await using var bot = await GivenAsync();
        await bot.DoAsync("bob> /expérience ajouter coworking fondé depuis:2015 mot:\"avec Ana\" visible-par:garants");

        var answer = await bot.DoAsync("bob> /expérience retirer coworking");
        Assert.False(await bot.SeeAsync(db => db.Experiences.AnyAsync()));

        var undo = answer.Split('\n').Single(l => l.Contains("/expérience ajouter", StringComparison.Ordinal)).Trim();
        await bot.DoAsync("bob> " + undo);
        var row = await bot.SeeAsync(db => db.Experiences.SingleAsync());
        Assert.Equal((Level.Founded, 2015, "avec Ana", SeenBy.Guarantors), (row.Level, row.Since, row.Note, row.SeenBy));
    }

    [Fact]
    public async Task The_list_of_another_shows_only_what_they_show_to_this_reader()
    {
        await using var bot = await GivenAsync();
        await bot.DoAsync(
            "/common add jardin", "/common add repair-cafe", "cyr> /experience list",
            "bob> /experience add coworking used visible:community",
            "bob> /experience add velo maintained visible:private",
            "bob> /experience add jardin used visible:guarantors",
            "bob> /experience add repair-cafe used visible:public");

        Assert.Equal("What bob shows:\n  Coworking de Lons: “I use it”\n  repair-cafe: “I use it”\n", await bot.DoAsync("cyr> /experience list bob"));
        Assert.Equal("What bob shows:\n  Coworking de Lons: “I use it”\n  jardin: “I use it”\n  repair-cafe: “I use it”\n", await bot.DoAsync("me> /experience list bob"));
        Assert.Contains("velo: “I take care of it”. Who sees it: me. In calls: “I contribute to it” until confirmed.", await bot.DoAsync("bob> /experience list"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_hides_everything_answers_like_who_has_nothing()
    {
        await using var bot = await GivenAsync();
        await bot.DoAsync("bob> /experience add coworking used visible:private", "dov> /experience list");

        var hidden = await bot.DoAsync("cyr> /experience list bob");
        Assert.Equal(hidden, (await bot.DoAsync("cyr> /experience list dov")).Replace("dov", "bob", StringComparison.Ordinal));
    }

    /// <summary>A community with two commons, where the first person keeps the method.</summary>
    private static async Task<TestBot> GivenAsync()
    {
        var bot = await TestBot.StartAsync();
        await bot.DoAsync("/common add coworking name:\"Coworking de Lons\"", "/common add velo");
        return bot;
    }
}
