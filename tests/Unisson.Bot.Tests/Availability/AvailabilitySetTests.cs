using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Calls;
using Unisson.Bot.Commoners;
using Unisson.Bot.Communities;
using Unisson.Bot.Tests.Harness;
using Xunit;

namespace Unisson.Bot.Tests.Availability;

public sealed class AvailabilitySetTests
{
    [Fact]
    public async Task The_bare_line_asks_both_questions()
    {
        await using var bot = await TestBot.StartAsync();

        var answer = await bot.SayAsync("Claire> /dispo régler");

        Assert.StartsWith("Bonjour Claire, ici Unisson, pour Unisson. Je te solliciterai seulement si tu le veux, jamais au-delà de ce que tu donnes, et dire non ne coûte rien. Combien de fois par mois", answer, StringComparison.Ordinal);
        Assert.Contains("/dispo régler heures:… demandes:…", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Consent_is_dated_and_answered_with_the_promise()
    {
        await using var bot = await GivenExperienceAsync();

        var answer = await bot.DoAsync("bob> /dispo régler demandes:2 heures:8h");

        Assert.StartsWith("C’est noté : je te solliciterai au plus 2 fois par mois, 8 h en tout.", answer, StringComparison.Ordinal);
        Assert.Contains("jamais au-delà de ce que tu donnes, et dire non ne coûte rien.", answer, StringComparison.Ordinal);
        Assert.Contains("depuis ton oui du mardi 24 novembre", answer, StringComparison.Ordinal);
        Assert.Contains("] Ne plus me solliciter", answer, StringComparison.Ordinal);
        var (person, membership) = await BobAsync(bot);
        Assert.Equal((480, 2, bot.Now), (person.Capacity, membership.Asks, membership.ConsentAt));
        Assert.True(await bot.SeeAsync(db => db.Experiences.Select(x => x.IsAskable).SingleAsync()));
    }

    [Fact]
    public async Task Hours_without_asks_are_not_consent_and_the_answer_says_so()
    {
        await using var bot = await GivenExperienceAsync();

        var answer = await bot.DoAsync("bob> /availability set hours:8");

        Assert.StartsWith("8 h a month is noted; it is not a yes yet: without a number of asks I ask nothing of you.", answer, StringComparison.Ordinal);
        Assert.Contains("/availability set asks:…", answer, StringComparison.Ordinal);
        var (person, membership) = await BobAsync(bot);
        Assert.Equal((480, 0, (DateTimeOffset?)null), (person.Capacity, membership.Asks, membership.ConsentAt));
        Assert.False(await bot.SeeAsync(db => db.Experiences.Select(x => x.IsAskable).SingleAsync()));
    }

    [Fact]
    public async Task One_tap_takes_consent_back()
    {
        await using var bot = await GivenExperienceAsync();
        await bot.DoAsync("bob> /availability set asks:2 hours:8h");

        var answer = await bot.DoAsync("bob> 1");

        Assert.StartsWith("Noted: I ask nothing of you here. Zero is a good answer.", answer, StringComparison.Ordinal);
        var (person, membership) = await BobAsync(bot);
        Assert.Equal((480, 0, (DateTimeOffset?)null), (person.Capacity, membership.Asks, membership.ConsentAt));
        Assert.False(await bot.SeeAsync(db => db.Experiences.Select(x => x.IsAskable).SingleAsync()));
    }

    [Theory]
    [InlineData("asks:0")]
    [InlineData("hours:0")]
    public async Task What_is_open_is_released_when_nothing_is_given_any_more(string option)
    {
        await using var bot = await GivenExperienceAsync();
        await bot.DoAsync(
            "bob> /availability set asks:2 hours:8h",
            "/mission open \"Étude coworking\" commons:coworking",
            "/commoners call coworking mission:M1 hours:6h by:\"27 November\" terms:paid");
        Assert.Equal(AskState.Sent, await bot.SeeAsync(db => db.Asks.Select(a => a.State).SingleAsync()));

        await bot.DoAsync($"bob> /availability set {option}");

        Assert.Equal(AskState.Released, await bot.SeeAsync(db => db.Asks.Select(a => a.State).SingleAsync()));
        Assert.False(await bot.SeeAsync(db => db.Experiences.Select(x => x.IsAskable).SingleAsync()));
    }

    [Theory]
    [InlineData("8", 480)]
    [InlineData("8h", 480)]
    [InlineData("0", 0)]
    [InlineData("0h", 0)]
    [InlineData("\"1 jour\"", 420)]
    [InlineData("1h30", 90)]
    [InlineData("\"8 h par mois\"", 480)]
    public async Task Hours_are_a_number_or_an_effort(string hours, int minutes)
    {
        await using var bot = await TestBot.StartAsync();
        await bot.DoAsync("bob> /dispo régler heures:20h", $"bob> /dispo régler heures:{hours}");

        Assert.Equal(minutes, await bot.SeeAsync(db => db.People.Select(p => p.Capacity).SingleAsync()));
    }

    [Theory]
    [InlineData("21h-8h", 1260, 480)]
    [InlineData("21:00-08:00", 1260, 480)]
    [InlineData("\"de 22h30 à 7h\"", 1350, 420)]
    [InlineData("\"9pm to 8am\"", 1260, 480)]
    [InlineData("12am-12pm", 0, 720)]
    [InlineData("21h–24h", 1260, 0)]
    [InlineData("aucune", 0, 0)]
    [InlineData("none", 0, 0)]
    public async Task Quiet_hours_are_read_as_people_write_them(string quiet, int from, int to)
    {
        await using var bot = await TestBot.StartAsync();
        await bot.DoAsync($"bob> /dispo régler calme:{quiet}");

        var person = await bot.SeeAsync(db => db.People.SingleAsync());
        Assert.Equal((from, to), (person.QuietFrom, person.QuietTo));
    }

    [Fact]
    public async Task Moments_terms_and_place_are_lists_and_words_that_can_be_taken_back()
    {
        await using var bot = await TestBot.StartAsync();
        var answer = await bot.DoAsync("bob> /dispo régler demandes:4 heures:10 jours:soir,week-end contreparties:rémunéré,frais près-de:Lons");

        Assert.Contains("Moments : soir et week-end.", answer, StringComparison.Ordinal);
        Assert.Contains("Contrepartie : rémunération et défraiement.", answer, StringComparison.Ordinal);
        Assert.Contains("de 21 h à 8 h, et les jours fériés sauf urgence.", answer, StringComparison.Ordinal);
        Assert.Contains("Près de : Lons.", answer, StringComparison.Ordinal);
        var person = await bot.SeeAsync(db => db.People.SingleAsync());
        Assert.Equal((Moments.Evening | Moments.Weekend, Terms.Paid | Terms.Expenses, "Lons"), (person.Days, person.Terms, person.Near));

        await bot.DoAsync("bob> /dispo régler jours:tous contreparties:toutes près-de:-");
        person = await bot.SeeAsync(db => db.People.SingleAsync());
        Assert.Equal((Moments.None, Terms.None, (string?)null), (person.Days, person.Terms, person.Near));
    }

    [Theory]
    [InlineData("asks:32", "option.number")]
    [InlineData("asks:-1", "option.number")]
    [InlineData("asks:many", "option.number")]
    [InlineData("hours:301", "availability.hours")]
    [InlineData("hours:99999999999999999999999999999999", "availability.hours")]
    [InlineData("hours:-2h", "availability.hours")]
    [InlineData("hours:\"2h par semaine\"", "availability.hours")]
    [InlineData("hours:\"120 €\"", "availability.hours")]
    [InlineData("quiet:25h-8h", "availability.quiet")]
    [InlineData("quiet:21h61-8h", "availability.quiet")]
    [InlineData("quiet:13pm-8am", "availability.quiet")]
    [InlineData("quiet:night", "availability.quiet")]
    [InlineData("quiet:0h-24h", "availability.quiet-all")]
    [InlineData("days:someday", "option.choice")]
    [InlineData("terms:free,", "option.choice")]
    public async Task What_cannot_be_read_is_refused_and_nothing_is_stored(string option, string code)
    {
        await using var bot = await TestBot.StartAsync();
        await bot.DoAsync("bob> /availability set asks:2 hours:8h");

        Assert.Equal(code, await bot.RefusedAsync($"bob> /availability set near:Lons {option}"));
        Assert.Null(await bot.SeeAsync(db => db.People.Select(p => p.Near).SingleAsync()));
    }

    private static async Task<TestBot> GivenExperienceAsync()
    {
        var bot = await TestBot.StartAsync();
        await bot.DoAsync("/common add coworking", "bob> /experience add coworking contributed");
        return bot;
    }

    private static async Task<(Person Person, Membership Membership)> BobAsync(TestBot bot)
    {
        var person = await bot.SeeAsync(db => db.People.SingleAsync(p => p.Name == "bob"));
        return (person, await bot.SeeAsync(db => db.Memberships.SingleAsync(m => m.PersonId == person.Id)));
    }
}
