using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Calls;
using Unisson.Bot.Experiences;
using Unisson.Bot.Missions;
using Xunit;

namespace Unisson.Bot.Tests.Calls;

/// <summary>A call from its opening over its waves to the end, as people live it.</summary>
public sealed class CallStoryTests
{
    [Fact]
    public async Task A_call_is_previewed_sent_asks_one_by_one_and_is_filled()
    {
        await using var v = await Village.StartAsync();
        await v.GivesAsync("ana", level: Level.Maintained, since: 2019);
        await v.GivesAsync("bob");
        await v.GivesAsync("cy");

        var preview = await v.Bot.SayAsync("claire> /commoners call coworking");
        Assert.StartsWith("For your eyes only: Coworking in Lons, 2 h by Tuesday 1 December.\n", preview, StringComparison.Ordinal);
        Assert.Contains("[1] Send: Paid  [2] Send: Expenses  [3] Send: Exchange  [4] Send: Voluntary  [5] Change", preview, StringComparison.Ordinal);
        Assert.Equal(0, await v.Bot.SeeAsync(db => db.Calls.CountAsync()));

        var opened = await v.Bot.DoAsync("claire> 1");
        Assert.StartsWith("C1 is open. I will gently ask the people who wished it; the card “I can help” is in the channel.\n", opened, StringComparison.Ordinal);
        Assert.Contains("→ #missions: Coworking in Lons: 2 h by Tuesday 1 December, paid.\n", opened, StringComparison.Ordinal);
        Assert.Contains(
            """
            → ana (private): Coworking in Lons: 2 h by Tuesday 1 December, paid. Would you like to help?
              claire (coordination) asks; nobody guarantees the mission yet.
              I thought of you because you have taken care of Coworking since 2019, you have 8 h left in December, and I have never asked anything of you.
              C1, Unisson: you can answer until Tuesday 1 December at 10:00. A no costs nothing and stays between us.
            """, opened, StringComparison.Ordinal);
        Assert.DoesNotContain("→ bob", opened, StringComparison.Ordinal);

        var no = await v.Bot.DoAsync("ana> no");
        Assert.StartsWith("Noted, and thank you for answering. This stays between us; I am looking elsewhere.\n", no, StringComparison.Ordinal);
        Assert.Contains("→ bob (private): Coworking in Lons", no, StringComparison.Ordinal);
        Assert.DoesNotContain("#missions", no, StringComparison.Ordinal);

        var silence = await v.Bot.WaitAsync(TimeSpan.FromDays(3));
        Assert.Contains("→ cy (private): Coworking in Lons", silence, StringComparison.Ordinal);
        Assert.DoesNotContain("→ bob", silence, StringComparison.Ordinal);

        var yes = await v.Bot.DoAsync("cy> yes");
        Assert.StartsWith("Thank you, the place is yours. Before you start, claire and you will write down", yes, StringComparison.Ordinal);
        Assert.Contains("→ claire (private): cy said yes for Coworking in Lons: 2 h by Tuesday 1 December.\n", yes, StringComparison.Ordinal);
        Assert.Contains("→ bob (private): The call for Coworking in Lons is filled, there is nothing left for you to do.\n  Thank you: knowing that you are there already counts.\n", yes, StringComparison.Ordinal);
        Assert.Contains("paid. Filled.\n", yes, StringComparison.Ordinal);
        Assert.Contains("  With cy.\n", yes, StringComparison.Ordinal);

        var call = await v.Bot.SeeAsync(db => db.Calls.Include(c => c.Asks).SingleAsync());
        Assert.Equal((CallState.Filled, null), (call.State, call.DueAt));
        Assert.Equal([AskState.Declined, AskState.Released, AskState.Accepted], call.Asks.OrderBy(a => a.Id).Select(a => a.State));
        Assert.Equal(Holding.Selected, await v.Bot.SeeAsync(db => db.RoleHolders.Where(h => h.Role == RoleKind.HelpingCommoner).Select(h => h.Holding).SingleAsync()));
        Assert.Equal("", await v.Bot.WaitAsync(TimeSpan.FromDays(10)));
    }

    [Fact]
    public async Task A_call_is_lived_in_French()
    {
        await using var v = await Village.StartAsync();
        await v.GivesAsync("ana", level: Level.Maintained, since: 2019, language: "fr");
        await v.GivesAsync("bob", level: Level.Founded, since: 2015, language: "fr");

        var preview = await v.Bot.SayAsync("claire> /appel lancer coworking heures:6h échéance:\"15 décembre\"");
        Assert.StartsWith("Pour toi seulement : Coworking in Lons, 6 h d’ici le mardi 15 décembre.\n", preview, StringComparison.Ordinal);
        Assert.Contains("On peut répondre jusqu’au mardi 15 décembre à 18 h.", preview, StringComparison.Ordinal);
        var opened = await v.Bot.DoAsync("claire> 1");
        Assert.StartsWith("C1 est ouvert. Je solliciterai doucement les personnes qui l’ont voulu ; la carte « Je peux aider » est dans le salon.\n", opened, StringComparison.Ordinal);
        Assert.Contains(
            """
            → ana (private): Coworking in Lons : 6 h d’ici le mardi 15 décembre, rémunérées. As-tu envie d’aider ?
              C’est claire (coordination) qui demande ; personne ne garantit encore la mission.
              Je pense à toi parce que tu prends soin du commun Coworking depuis 2019, qu’il te reste 8 h en décembre et que je ne t’ai encore rien demandé.
            """, opened, StringComparison.Ordinal);

        var pause = await v.Bot.DoAsync("ana> /appel répondre C1 \"me mettre en pause\"");
        Assert.StartsWith("Pause jusqu’au mardi 8 décembre. Je ne te demande plus rien et je ne dis à personne pourquoi.\n", pause, StringComparison.Ordinal);
        Assert.Contains("tu as fait naître le commun Coworking avec d’autres en 2015", pause, StringComparison.Ordinal);

        Assert.StartsWith("Merci, la place est à toi.", await v.Bot.DoAsync("bob> oui"), StringComparison.Ordinal);
        var back = await v.Bot.DoAsync("bob> /appel non C1");
        Assert.StartsWith("C’est noté : ta place est libre, et je cherche une relève.", back, StringComparison.Ordinal);
        Assert.Equal(CallState.Open, await v.Bot.SeeAsync(db => db.Calls.Select(c => c.State).SingleAsync()));

        var end = await v.Bot.WaitAsync(TimeSpan.FromDays(22));
        Assert.Contains("Expired.\n", end, StringComparison.Ordinal);
        Assert.Contains("→ claire (private): C1, pour Coworking in Lons, est terminé : 0 place prise sur 1.\n", end, StringComparison.Ordinal);
        Assert.StartsWith("→ ana (private): Ta pause s’achève aujourd’hui.", Assert.Single(end.Split('\n'), l => l.StartsWith("→ ana", StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_urgent_call_says_so_and_leaves_on_a_weekend_but_never_at_night()
    {
        await using var v = await Village.StartAsync(new DateTimeOffset(2026, 11, 27, 20, 30, 0, TimeSpan.Zero));
        await v.GivesAsync("ana");

        var night = await v.Bot.DoAsync("claire> /commoners call coworking mission:M1 hours:2h by:\"saturday 6pm\" terms:voluntary");
        Assert.DoesNotContain("→ ana", night, StringComparison.Ordinal);
        var ask = await v.Bot.SeeAsync(db => db.Asks.SingleAsync());
        Assert.Equal((AskState.Planned, null, 120), (ask.State, ask.SentAt, ask.Minutes));

        Assert.Equal("", await v.Bot.WaitAsync(new DateTimeOffset(2026, 11, 28, 6, 59, 59, TimeSpan.Zero) - v.Bot.Now));
        var morning = await v.Bot.WaitAsync(TimeSpan.FromSeconds(1));
        Assert.Contains("→ ana (private): Coworking in Lons: 2 h by Saturday 28 November at 18:00, voluntary.", morning, StringComparison.Ordinal);
        Assert.Contains("It is urgent (until Saturday 28 November at 18:00), so I ask a little more often than usual.\n", morning, StringComparison.Ordinal);
        Assert.Equal(v.Bot.Now, await v.Bot.SeeAsync(db => db.Asks.Select(a => a.SentAt).SingleAsync()));
    }
}
