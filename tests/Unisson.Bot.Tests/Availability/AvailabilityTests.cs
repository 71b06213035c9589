using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Calls;
using Unisson.Bot.Commoners;
using Unisson.Bot.Tests.Harness;
using Xunit;

namespace Unisson.Bot.Tests.Availability;

/// <summary>What one gives, lived in French from the line to the ask that comes or does not.</summary>
public sealed class AvailabilityTests
{
    [Fact]
    public async Task Consent_is_how_often_and_how_much_in_one_line()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.DoAsync("me> /common add coworking", "bob> /exp add coworking maintained");

        var answer = await bot.DoAsync("bob> /dispo régler demandes:4 heures:8 jours:soir,week-end calme:22h-7h30 contreparties:rémunéré,frais près-de:Lons");

        Assert.Equal(
            """
            C’est noté : je te solliciterai au plus 4 fois par mois, 8 h en tout.
              Je te solliciterai seulement si tu le veux, jamais au-delà de ce que tu donnes, et dire non ne coûte rien.
              Demandes : au plus 4 par mois ici, depuis ton oui du mardi 24 novembre.
              Temps : 8 h par mois, pour toutes tes communautés ensemble.
              Moments : soir et week-end.
              Calme : de 22 h à 7 h 30, et les jours fériés sauf urgence.
              Contrepartie : rémunération et défraiement.
              Près de : Lons.
              [1] Ne plus me solliciter

            """,
            answer);
        var (person, membership, experience) = await bot.SeeAsync(async db => (
            await db.People.SingleAsync(p => p.Name == "bob"), await db.Memberships.SingleAsync(m => m.Asks > 0), await db.Experiences.SingleAsync()));
        Assert.Equal((480, Moments.Evening | Moments.Weekend, 22 * 60, 7 * 60 + 30, Terms.Paid | Terms.Expenses), (person.Capacity, person.Days, person.QuietFrom, person.QuietTo, person.Terms));
        Assert.Equal((4, bot.Now, true), (membership.Asks, membership.ConsentAt, experience.IsAskable));
    }

    [Theory]
    [InlineData("heures:8", "ce n’est pas encore un oui")]
    [InlineData("demandes:2", "Combien d’heures en tout ? D’ici là, je ne te demande rien.")]
    [InlineData("demandes:0 heures:0", "je ne te demande rien ici")]
    public async Task Half_an_answer_is_no_consent_and_is_told_so(string options, string said)
    {
        await using var bot = await TestBot.StartAsync();
        await bot.DoAsync("me> /common add coworking", "bob> /exp add coworking contributed");

        Assert.Contains(said, await bot.DoAsync($"bob> /dispo régler {options}"), StringComparison.Ordinal);
        Assert.False(await bot.SeeAsync(db => db.Experiences.AnyAsync(x => x.IsAskable)));
    }

    [Fact]
    public async Task A_pause_takes_back_what_is_open_and_ends_only_by_ones_own_word()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.DoAsync("claire> /common add coworking", "bob> /exp add coworking maintained", "bob> /dispo régler demandes:4 heures:8");
        await bot.DoAsync("claire> /mission open Lons commons:coworking");
        Assert.Contains("→ bob (private)", await bot.DoAsync("claire> /commoners call coworking mission:M1 hours:2 by:\"in 6 days\" terms:paid"), StringComparison.Ordinal);

        Assert.StartsWith("Pause jusqu’au mardi 1er décembre. Je ne te demande plus rien et je ne dis à personne pourquoi.", await bot.DoAsync("bob> /dispo pause 1er décembre"), StringComparison.Ordinal);
        Assert.Equal(AskState.Released, await bot.SeeAsync(db => db.Asks.Select(a => a.State).SingleAsync()));

        var week = await bot.WaitAsync(TimeSpan.FromDays(8));
        Assert.Contains("→ bob (private): Ta pause s’achève aujourd’hui.", week, StringComparison.Ordinal);
        Assert.DoesNotContain("As-tu envie d’aider", week, StringComparison.Ordinal);
        Assert.DoesNotContain("Ta pause", await bot.WaitAsync(TimeSpan.FromDays(60)), StringComparison.Ordinal);
        Assert.False(await bot.SeeAsync(db => db.Experiences.AnyAsync(x => x.IsAskable)));

        Assert.StartsWith("Te revoilà", await bot.SayAsync("bob> je suis là"), StringComparison.Ordinal);
        Assert.True(await bot.SeeAsync(db => db.Experiences.AnyAsync(x => x.IsAskable)));
    }

    [Fact]
    public async Task The_soft_line_at_the_end_of_a_pause_waits_for_the_morning_of_a_working_day()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.DoAsync("bob> /dispo régler demandes:2 heures:8 calme:20h-11h", "bob> /dispo pause 28 novembre");

        // The 28th is a Saturday; Monday's quiet hours end at 11.
        Assert.DoesNotContain("Ta pause", await bot.WaitAsync(new DateTimeOffset(2026, 11, 30, 9, 59, 0, TimeSpan.Zero) - bot.Now), StringComparison.Ordinal);
        Assert.Contains("Ta pause s’achève", await bot.WaitAsync(TimeSpan.FromMinutes(1)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_offer_ends_by_itself_and_lifts_not_this_subject()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.DoAsync("claire> /common add coworking", "bob> /exp add coworking maintained", "bob> /dispo régler demandes:4 heures:8", "claire> /mission open Lons commons:coworking");
        await bot.DoAsync("claire> /commoners call coworking mission:M1 hours:2 by:\"in 6 days\" terms:paid", "bob> pas ce sujet");
        Assert.Contains("Pas ce sujet : coworking.", await bot.DoAsync("bob> /dispo voir"), StringComparison.Ordinal);

        Assert.Contains("« Pas ce sujet » est levé pour coworking.", await bot.DoAsync("bob> /dispo proposer could coworking"), StringComparison.Ordinal);
        Assert.False(await bot.SeeAsync(db => db.Mutes.AnyAsync()));
        Assert.Contains("tu pourrais aider pour coworking, jusqu’au mardi 1er décembre", await bot.DoAsync("bob> /dispo voir"), StringComparison.Ordinal);
        await bot.WaitAsync(TimeSpan.FromDays(8));
        Assert.DoesNotContain("tu pourrais aider", await bot.DoAsync("bob> /dispo voir"), StringComparison.Ordinal);
    }
}
