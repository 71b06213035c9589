using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Commoners;
using Unisson.Bot.Experiences;
using Unisson.Bot.Tests.Harness;
using Xunit;

namespace Unisson.Bot.Tests.Availability;

public sealed class AvailabilityOfferTests
{
    [Fact]
    public async Task An_offer_is_kept_for_a_week_and_the_last_word_counts()
    {
        await using var bot = await GivenBobAsync();

        Assert.StartsWith("Merci. Jusqu’au mardi 1er décembre, je pense d’abord à toi", await bot.DoAsync("bob> /dispo proposer je pourrais aider cette semaine"), StringComparison.Ordinal);
        await bot.DoAsync("bob> /dispo proposer \"pas en ce moment\" commun:coworking", "bob> /availability offer not-now");

        var offer = await bot.SeeAsync(db => db.Offers.SingleAsync());
        Assert.Equal((false, (long?)null, bot.Now.AddDays(7)), (offer.Could, offer.CommonId, offer.Until));
        Assert.Contains("Tu as dit « pas en ce moment » : je ne demande rien jusqu’au mardi 1er décembre.", await bot.DoAsync("bob> /dispo voir"), StringComparison.Ordinal);

        await bot.WaitAsync(TimeSpan.FromDays(7));
        Assert.DoesNotContain("pas en ce moment", await bot.DoAsync("bob> /dispo voir"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_offer_for_a_common_lifts_not_this_subject()
    {
        await using var bot = await GivenBobAsync();
        await bot.Host.Store.Writer.WriteAsync(async scope =>
        {
            var x = await scope.Db.Experiences.SingleAsync();
            scope.Db.Mutes.Add(new Mute { CommunityId = x.CommunityId, PersonId = x.PersonId, CommonId = x.CommonId });
            await Turns.KeepAsync(scope.Db, x.PersonId, default);
            await scope.Db.SaveChangesAsync();
        });
        var shown = await bot.DoAsync("bob> /availability show");
        Assert.Contains("Not this subject: coworking.", shown, StringComparison.Ordinal);

        var line = shown.Split('\n').Single(l => l.Contains("/availability offer", StringComparison.Ordinal)).Trim();
        Assert.Contains("“Not this subject” is lifted for coworking.", await bot.DoAsync("bob> " + line), StringComparison.Ordinal);

        Assert.False(await bot.SeeAsync(db => db.Mutes.AnyAsync()));
        Assert.True(await bot.SeeAsync(db => db.Experiences.Select(x => x.IsAskable).SingleAsync()));
    }

    [Fact]
    public async Task An_offer_is_no_consent_and_no_end_of_a_pause()
    {
        await using var bot = await GivenBobAsync();
        await bot.DoAsync("bob> /availability set asks:0", "bob> /availability pause");

        var answer = await bot.DoAsync("bob> /availability offer could");

        Assert.Contains("You have not said yes to being asked here", answer, StringComparison.Ordinal);
        Assert.Contains("Your pause goes on", answer, StringComparison.Ordinal);
        Assert.False(await bot.SeeAsync(db => db.Experiences.Select(x => x.IsAskable).SingleAsync()));
    }

    [Theory]
    [InlineData("/availability offer", "command.missing")]
    [InlineData("/availability offer perhaps", "option.choice")]
    [InlineData("/availability offer could common:zzz", "common.unknown")]
    [InlineData("/dispo proposer could nulle-part", "common.unknown")]
    public async Task A_refusal_gives_its_own_reason(string line, string code)
    {
        await using var bot = await GivenBobAsync();

        Assert.Equal(code, await bot.RefusedAsync("bob> " + line));
        Assert.False(await bot.SeeAsync(db => db.Offers.AnyAsync()));
    }

    private static async Task<TestBot> GivenBobAsync()
    {
        var bot = await TestBot.StartAsync();
        await bot.DoAsync("/common add coworking", "bob> /experience add coworking contributed", "bob> /availability set asks:4 hours:20h");
        return bot;
    }
}
