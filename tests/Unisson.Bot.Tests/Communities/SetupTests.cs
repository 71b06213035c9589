using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Communities;
using Unisson.Bot.Tests.Harness;
using Xunit;

namespace Unisson.Bot.Tests.Communities;

/// <summary>The community's own space: who may set it up, what is kept, what is refused.</summary>
public sealed class SetupTests
{
    [Fact]
    public async Task Starting_names_the_community_and_offers_the_next_gestures()
    {
        await using var bot = await TestBot.StartAsync();

        var said = await bot.SayAsync("/espace installer Tiers-lieux du Jura langue:français fuseau:\"Indian/Reunion\" salon:#Général");

        Assert.StartsWith("Tiers-lieux du Jura : c’est en place. Personne ne recevra de demande sans l’avoir voulu.", said, StringComparison.Ordinal);
        Assert.Contains("[1] Ajouter un premier commun  [2] Poster la carte d’accueil", said, StringComparison.Ordinal);
        var community = await bot.SeeAsync(db => db.Communities.SingleAsync());
        Assert.Equal(("Tiers-lieux du Jura", Languages.Language.French, "Indian/Reunion", bot.Now), (community.Name, community.Language, community.Zone, community.StartedAt));
        Assert.Equal("#general", await bot.SeeAsync(db => db.Channels.Where(c => c.Use == ChannelUse.Missions).Select(c => c.ExternalId).SingleAsync()));
    }

    [Fact]
    public async Task What_is_not_named_stays_and_it_works_before()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.DoAsync("/common add coworking", "/setup start", "/setup start language:fr");

        var community = await bot.SeeAsync(db => db.Communities.SingleAsync());
        Assert.Equal(("Unisson", Languages.Language.French, "Europe/Paris"), (community.Name, community.Language, community.Zone));
        Assert.Equal(["#missions"], await bot.SeeAsync(db => db.Channels.Select(c => c.ExternalId).ToListAsync()));
    }

    [Theory]
    [InlineData("/setup settings name Lons", "Name: Lons")]
    [InlineData("/espace réglages nom \"Tiers-lieux du Jura\"", "Nom : Tiers-lieux du Jura")]
    [InlineData("/setup settings langue anglais", "Language: English")]
    [InlineData("/setup settings zone reunion", "Zone: Indian/Reunion")]
    [InlineData("/espace réglages fuseau America/Guadeloupe", "Fuseau : America/Guadeloupe")]
    [InlineData("/setup settings holidays none", "Holidays: None")]
    [InlineData("/setup settings holidays \"La Réunion\"", "Holidays: Réunion")]
    [InlineData("/setup settings holidays nouvelle-caledonie", "Holidays: New Caledonia")]
    [InlineData("/setup settings holidays \"french polynesia\"", "Holidays: French Polynesia")]
    [InlineData("/espace réglages jours fériés:x", "")]
    public async Task A_setting_takes_its_key_and_value_in_both_languages(string line, string contains)
    {
        await using var bot = await TestBot.StartAsync();

        var said = await bot.SayAsync(line);

        Assert.Equal(contains.Length == 0, said.Contains('[', StringComparison.Ordinal));
        Assert.Contains(contains, said, StringComparison.Ordinal);
        Assert.Contains(contains, await bot.SayAsync(line.StartsWith("/setup", StringComparison.Ordinal) ? "/setup settings" : "/espace réglages"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_channel_of_a_common_is_no_setting_of_the_space()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.DoAsync("/common add coworking channel:#coworking");

        Assert.DoesNotContain("#coworking", await bot.DoAsync("/setup settings"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/setup settings fuse x", "option.choice", "Zone")]
    [InlineData("/setup settings zone Europe/Pari", "zone.unknown", "Europe/Paris")]
    [InlineData("/setup settings zone", "command.missing", "value:…")]
    [InlineData("/setup settings language klingon", "option.choice", "English")]
    [InlineData("/setup settings value:x", "command.missing", "key:…")]
    [InlineData("/setup start zone:Mars/Olympus", "zone.unknown", "zone:…")]
    [InlineData("/setup start channel:\"two words\"", "channel.name", "channel:…")]
    [InlineData("/setup channel missions a/b", "channel.name", "/setup channel missions …")]
    [InlineData("/setup channel mission", "command.missing", "channel")]
    [InlineData("/setup channel fnord #x", "option.choice", "Nearest")]
    [InlineData("bob> /setup start Mine", "standing.admin", "")]
    [InlineData("bob> /setup settings", "standing.admin", "")]
    [InlineData("bob> /espace salon missions #x", "standing.admin", "")]
    public async Task A_refusal_gives_its_reason_and_the_line_and_stores_nothing(string line, string code, string contains)
    {
        await using var bot = await TestBot.StartAsync();
        await bot.DoAsync("/common add coworking");

        var said = await bot.SayAsync(line);

        Assert.Contains($"[{code}]", said, StringComparison.Ordinal);
        Assert.Contains(contains, said, StringComparison.Ordinal);
        Assert.Equal(("Unisson", 0, "#missions"), await bot.SeeAsync(async db =>
            (await db.Communities.Select(c => c.Name).SingleAsync(), await db.Audit.CountAsync(), await db.Channels.Select(c => c.ExternalId).SingleAsync())));
    }

    [Fact]
    public async Task Every_change_is_noted_without_its_values_and_a_look_is_not()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.DoAsync("/setup start Lons", "/setup settings", "/setup settings name Jura", "/setup channel ledger #registre");

        var notes = await bot.SeeAsync(db => db.Audit.OrderBy(a => a.Id).ToListAsync());
        Assert.Equal(["setup start", "setup settings", "setup channel"], notes.Select(n => n.Command));
        Assert.All(notes, n => Assert.Equal((1, bot.Now), (n.CommunityId, n.At)));
    }

    [Fact]
    public async Task Cards_go_to_the_channel_that_was_named_last()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.DoAsync("/common add coworking", "/setup channel missions #projets", "/espace salon missions #Chantiers");

        Assert.Contains("→ #chantiers: Lons (M1)", await bot.SayAsync("/mission open Lons commons:coworking"), StringComparison.Ordinal);
        Assert.Equal(1, await bot.SeeAsync(db => db.Channels.CountAsync()));
    }

    [Fact]
    public async Task The_welcome_card_is_posted_by_its_gesture_and_by_naming_its_channel()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.DoAsync("/setup start \"Jura third places\"");

        Assert.Contains("→ #missions: Unisson is here, for Jura third places.", await bot.SayAsync("2"), StringComparison.Ordinal);
        Assert.Contains("→ #accueil: Unisson is here", await bot.SayAsync("/espace salon accueil accueil"), StringComparison.Ordinal);
    }
}
