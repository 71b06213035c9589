using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Tests.Availability;
using Unisson.Bot.Tests.Harness;
using Xunit;

namespace Unisson.Bot.Tests.Digests;

/// <summary>The week of a community, where it wants to read it.</summary>
public sealed class ChannelDigestTests
{
    private static readonly TimeSpan Week = TimeSpan.FromDays(7);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task On_monday_the_channel_reads_what_began_what_is_due_and_what_was_given()
    {
        await using var bot = await GivenChannelAsync();
        await bot.DoAsync(
            "claire> /mission open Lons kind:tender deadline:2026-12-02 commons:coworking",
            "claire> /mission open \"Étude secrète\" kind:tender deadline:2026-12-03 visibility:private",
            "bob> /contribution log coworking 3h \"un atelier\"",
            "bob> /contribution log coworking \"120 €\" \"la location\"");

        var told = Gestures.Plain(await bot.WaitAsync(Week));

        Assert.Contains(
            "→ #recap: Unisson, cette semaine : une mission ouverte, une remise et deux contributions au registre.\n  Remise mercredi 2 décembre : Lons (M1)\n  Nouvelle mission : Lons (M1), remise mercredi 2 décembre\n  Donné aux communs : 3 h et 120 €",
            told, StringComparison.Ordinal);
        Assert.DoesNotContain("secrète", told.Split("→ #recap")[1].Split('→')[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_week_in_which_nothing_happened_is_left_in_peace()
    {
        await using var bot = await GivenChannelAsync();
        await bot.DoAsync("bob> /contribution log coworking 3h \"un atelier\"");
        Assert.Contains("→ #recap: Unisson, cette semaine : une contribution au registre.\n", Gestures.Plain(await bot.WaitAsync(Week)), StringComparison.Ordinal);

        await bot.RestartAsync();

        Assert.DoesNotContain("#recap", await bot.WaitAsync(Week * 4), StringComparison.Ordinal);
        Assert.Single(await bot.SeeAsync(db => db.Outbox.Where(o => o.Channel == "#recap").ToListAsync(Ct)));
    }

    private static async Task<TestBot> GivenChannelAsync()
    {
        var bot = await TestBot.StartAsync();
        await bot.DoAsync("claire> /espace installer langue:fr", "claire> /commun ajouter coworking", "bob> /contribution log coworking 1h \"avant\"", "claire> /espace salon récap #recap");
        return bot;
    }
}
