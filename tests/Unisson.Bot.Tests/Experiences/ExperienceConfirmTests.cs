using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Deliveries;
using Unisson.Bot.Experiences;
using Unisson.Bot.Kernel;
using Unisson.Bot.Tests.Calls;
using Unisson.Bot.Tests.Harness;
using Xunit;

namespace Unisson.Bot.Tests.Experiences;

/// <summary>Rule 18: what is more than contributed counts in calls once somebody of the common, or who speaks for it, confirmed it.</summary>
public sealed class ExperienceConfirmTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_founder_is_called_as_one_who_maintains_once_a_colleague_said_so()
    {
        await using var v = await Village.StartAsync();
        await v.GivesAsync("ana", level: Level.Founded);
        await v.Bot.DoAsync("bob> /experience add coworking contributed");
        const string Call = "claire> /commoners call coworking mission:M1 hours:6h by:\"15 December\" terms:paid level:maintained";
        Assert.DoesNotContain("→ ana", await v.Bot.DoAsync(Call), StringComparison.Ordinal);
        await v.Bot.DoAsync("claire> /call close C1");

        var answer = await v.Bot.DoAsync("bob> /experience confirm ana coworking");

        Assert.StartsWith("Confirmed: what ana says of Coworking, “I brought it to life, with others”, counts in calls from now on.", answer, StringComparison.Ordinal);
        Assert.Contains("→ ana", await v.Bot.DoAsync(Call), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_person_is_told_once_quietly_and_in_their_language()
    {
        await using var bot = await GivenAnaAsync("ana> /expérience ajouter coworking soin depuis:2019");

        var answer = await bot.DoAsync("bob> /expérience confirmer ana coworking");

        Assert.StartsWith("C’est confirmé : ce que dit ana de Coworking, « J’en prends soin », depuis 2019, compte désormais dans les appels.", answer, StringComparison.Ordinal);
        Assert.Equal("experience.confirmed-already", await bot.RefusedAsync("bob> /experience confirm ana coworking"));
        Assert.Contains(
            "→ ana (private): Unisson, ta semaine : une nouvelle.\n  bob confirme ce que tu dis de Coworking, « J’en prends soin », depuis 2019. Dans les appels, cela compte désormais.\n",
            await bot.WaitAsync(TimeSpan.FromDays(30)), StringComparison.Ordinal);
        Assert.Equal(Loudness.Quiet, (await bot.SeeAsync(db => db.Outbox.SingleAsync(Ct))).Loudness);
    }

    [Fact]
    public async Task Ones_own_page_tells_what_waits_for_whom_and_who_confirmed()
    {
        await using var bot = await GivenAnaAsync();

        var added = await bot.DoAsync("ana> /experience add coworking maintained");
        Assert.Contains("until somebody of this common has confirmed it, with this line:\n  /experience confirm ana coworking\n", added, StringComparison.Ordinal);
        var before = await bot.DoAsync("ana> /experience list");
        Assert.Contains("In calls: “I contribute to it” until confirmed.", before, StringComparison.Ordinal);
        Assert.Contains("Somebody of the common confirms it with this line:\n  /experience confirm ana coworking\n", before, StringComparison.Ordinal);

        await bot.DoAsync("bob> /experience confirm ana coworking");
        var after = await bot.DoAsync("ana> /experience list");
        Assert.Contains("Coworking: “I take care of it”. Who sees it: my community. Confirmed by bob.", after, StringComparison.Ordinal);
        Assert.DoesNotContain("/experience confirm", after, StringComparison.Ordinal);
        Assert.Contains("Confirmed by bob; calls count it so.", await bot.DoAsync("ana> /experience add coworking maintained since:2020"), StringComparison.Ordinal);
        Assert.DoesNotContain("bob", await bot.DoAsync("me> /experience list ana"), StringComparison.Ordinal);

        // What was confirmed stays, up to there.
        await bot.DoAsync("ana> /experience add coworking founded");
        Assert.Contains("In calls: “I take care of it”, as bob confirmed.", await bot.DoAsync("ana> /experience list"), StringComparison.Ordinal);
        await bot.DoAsync("bob> /experience confirm ana coworking");
        var row = await RowAsync(bot);
        Assert.Equal((Level.Founded, Level.Founded, Level.Founded), (row.Level, row.Confirmed, row.Counted));
    }

    [Fact]
    public async Task What_nobody_sees_nobody_can_confirm_and_it_leaves_no_hint()
    {
        await using var bot = await GivenAnaAsync();
        await bot.DoAsync("zoe> /experience list", "gil> /experience add coworking used", "gil> /experience add coworking contributed");
        Assert.Contains("nobody sees it, so nobody can confirm more.", await bot.DoAsync("ana> /experience add coworking maintained visible:private"), StringComparison.Ordinal);

        var hidden = await bot.SayAsync("bob> /experience confirm ana coworking");
        var none = await bot.SayAsync("bob> /experience confirm zoe coworking");

        Assert.Equal("experience.not-shown", TestBot.Refusal(hidden));
        Assert.Equal(hidden, none.Replace("zoe", "ana", StringComparison.Ordinal));
        Assert.Null((await RowAsync(bot)).Confirmed);

        // Who keeps the method sees what is shown to guarantors.
        await bot.DoAsync("ana> /experience add coworking visible:guarantors level:maintained", "me> /experience add coworking contributed");
        Assert.Equal("experience.not-shown", await bot.RefusedAsync("bob> /experience confirm ana coworking"));
        await bot.DoAsync("me> /experience confirm ana coworking");
        Assert.Equal(Level.Maintained, (await RowAsync(bot)).Counted);
    }

    [Theory]
    [InlineData("bob> /experience confirm", "command.missing")]
    [InlineData("bob> /experience confirm nobody coworking", "person.unknown")]
    [InlineData("bob> /experience confirm ana cowroking", "common.unknown-near")]
    [InlineData("ana> /experience confirm ana coworking", "experience.confirm-own")]
    [InlineData("gil> /experience confirm ana coworking", "experience.not-yours")]
    [InlineData("hal> /experience confirm ana coworking", "experience.not-yours")]
    [InlineData("me> /experience confirm ana coworking", "experience.not-yours")]
    [InlineData("bob> /experience confirm gil coworking", "experience.counts-already")]
    [InlineData("bob> /experience confirm me coworking", "experience.not-shown")]
    public async Task A_refusal_gives_its_own_reason_and_stores_nothing(string line, string code)
    {
        await using var bot = await GivenAnaAsync("ana> /experience add coworking maintained");
        await bot.DoAsync("gil> /experience add coworking used", "hal> /experience list", "/common add velo", "hal> /experience add velo founded");

        Assert.Equal(code, await bot.RefusedAsync(line));
        Assert.False(await bot.SeeAsync(db => db.Experiences.AnyAsync(x => x.Confirmed != null, Ct)));
    }

    [Fact]
    public async Task Refusals_give_the_line_that_mends()
    {
        await using var bot = await GivenAnaAsync("ana> /experience add coworking maintained");

        Assert.Contains("/experience confirm … coworking", await bot.SayAsync("bob> /experience confirm nobody coworking"), StringComparison.Ordinal);
        Assert.Contains("/expérience ajouter coworking …", await bot.SayAsync("gil> /expérience confirmer ana coworking"), StringComparison.Ordinal);
        Assert.Contains("/experience list person:me", await bot.SayAsync("bob> /experience confirm me coworking"), StringComparison.Ordinal);
        Assert.Contains("with this line: /experience confirm ana coworking", await bot.SayAsync("ana> /experience confirm ana coworking"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_speaks_for_a_common_confirms_without_an_experience_of_their_own()
    {
        await using var bot = await GivenAnaAsync("ana> /experience add coworking maintained");
        await bot.DoAsync("gil> /experience list", "me> /common steward coworking gil", "gil> /common steward coworking gil");

        await bot.DoAsync("gil> /experience confirm ana coworking");

        Assert.Equal(Level.Maintained, (await RowAsync(bot)).Counted);
    }

    [Fact]
    public async Task A_colleague_on_Matrix_types_the_whole_id_that_the_line_shows()
    {
        await using var bot = await GivenAnaAsync();

        var added = await SayAsync("@ana:lons.example", "/experience add coworking maintained");
        const string Line = "/experience confirm \"@ana:lons.example\" coworking";
        Assert.Contains(Line, added.Lines);
        await SayAsync("@bo:lons.example", "/experience add coworking contributed");

        Assert.Null((await SayAsync("@bo:lons.example", Line)).Refused);
        Assert.Equal(Level.Maintained, (await bot.SeeAsync(db => db.Experiences.SingleAsync(x => x.Level == Level.Maintained, Ct))).Confirmed);

        // Nobody wrote to ana in private yet: it waits for her next line.
        Assert.Equal(Parking.Private, await bot.SeeAsync(db => db.Outbox.Where(o => o.Subject.StartsWith("experience:")).Select(o => o.Parked).SingleAsync(Ct)));

        async Task<Reply> SayAsync(string account, string text)
            => (await bot.Host.Dispatcher.HandleAsync(new Incoming("matrix", Guid.NewGuid().ToString("N"), account, account, null) { Text = text, IsNetwork = true }, 1, Ct)).Reply;
    }

    /// <summary>Ana, and Bob who contributes; <c>me</c> keeps the method and knows nothing of the common.</summary>
    private static async Task<TestBot> GivenAnaAsync(string line = "ana> /experience list")
    {
        var bot = await TestBot.StartAsync();
        await bot.DoAsync("/common add coworking name:Coworking", line, "bob> /experience add coworking contributed");
        return bot;
    }

    private static Task<Experience> RowAsync(TestBot bot)
        => bot.SeeAsync(db => db.Experiences.SingleAsync(x => x.PersonId == db.Accounts.First(a => a.ExternalId == "ana").PersonId, Ct));
}
