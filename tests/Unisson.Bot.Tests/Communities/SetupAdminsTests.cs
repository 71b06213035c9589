using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Communities;
using Unisson.Bot.Deliveries;
using Unisson.Bot.Tests.Harness;
using Unisson.Bot.Tests.Links;
using Xunit;

namespace Unisson.Bot.Tests.Communities;

/// <summary>Who looks after the space, and what was changed in it.</summary>
public sealed class SetupAdminsTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Somebody_is_named_learns_it_and_it_is_taken_back()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.DoAsync("/common list", "ana> /commun liste");

        var named = await bot.DoAsync("/setup admins ana");

        Assert.StartsWith("ana looks after the space now, at every door.\n", named, StringComparison.Ordinal);
        Assert.Contains("→ ana (private): me te confie aussi le soin de Unisson.", named, StringComparison.Ordinal);
        Assert.StartsWith("2 personnes prennent soin de l’espace.\n  me : ici depuis le début\n  ana : choix fait ici\n", await bot.DoAsync("ana> /espace admins"), StringComparison.Ordinal);
        Assert.Equal("admins.already", await bot.RefusedAsync("ana> /setup admins ana"));
        Assert.StartsWith("me looks after the space no more.", await bot.DoAsync("ana> /setup admins me remove:yes"), StringComparison.Ordinal);
        Assert.Equal("standing.admin", await bot.RefusedAsync("/setup admins"));
        Assert.Equal("admins.last", await bot.RefusedAsync("ana> /espace admins ana retirer:oui"));
        Assert.Equal("admins.not", await bot.RefusedAsync("ana> /setup admins me remove:yes"));
        Assert.Equal("person.unknown", await bot.RefusedAsync("ana> /setup admins nobody"));
        Assert.Equal(["setup admins", "setup admins"], await bot.SeeAsync(db => db.Audit.Select(a => a.Command).ToListAsync(Ct)));
    }

    [Fact]
    public async Task Who_is_named_stays_whatever_a_network_says_and_whom_it_made_admin_is_not_taken_back_here()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.DoAsync("/common list");
        Task<Answer> SayAsync(string who, string line, bool? manages) => bot.Host.Dispatcher.HandleAsync(
            new Incoming("discord", Guid.NewGuid().ToString("N"), who, who, null) { Text = line, IsNetwork = true, Manages = manages, Names = [new NamedAccount("11", "ana"), new NamedAccount("12", "bob")] }, 1, Ct);

        await SayAsync("12", "/common list", manages: true);
        var named = await SayAsync("12", "/setup admins 11", manages: true);
        Assert.Null(named.Reply.Refused);
        Assert.Null((await SayAsync("11", "/setup admins", manages: false)).Reply.Refused);
        Assert.Equal((true, Membership.NamedHere), await bot.SeeAsync(async db => await db.Memberships.SingleAsync(m => db.Accounts.Any(a => a.PersonId == m.PersonId && a.ExternalId == "11"), Ct) is var m ? (m.IsAdmin, m.AdminAt) : default));

        Assert.Equal("admins.network", (await SayAsync("11", "/setup admins 12 remove:yes", manages: false)).Reply.Refused);
        Assert.Equal("standing.admin", (await SayAsync("12", "/setup admins", manages: false)).Reply.Refused);
        Assert.Null((await SayAsync("11", "/setup admins 11 remove:yes", manages: false)).Reply.Refused);
        Assert.Equal("standing.admin", (await SayAsync("11", "/setup admins", manages: false)).Reply.Refused);
    }

    [Fact]
    public async Task Who_was_named_by_one_account_is_named_by_both_once_they_are_linked()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.DoAsync("/common list", "bob> /common list", "robert> /common list", "/setup admins robert");

        var code = Codes.In(await bot.SayAsync("bob> /my link"));
        await bot.DoAsync($"robert> /my link {code}", "bob> 1");

        Assert.Contains("  bob: named here\n", await bot.DoAsync("bob> /setup admins"), StringComparison.Ordinal);
        await bot.DoAsync("robert> /setup admins bob remove:yes");
        Assert.Equal("standing.admin", await bot.RefusedAsync("robert> /setup admins"));
    }

    [Fact]
    public async Task The_audit_says_who_what_and_when_newest_first_and_no_values()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.DoAsync("/setup settings name \"Secret plans\"", "claire> /common add coworking", "claire> /common edit coworking about:\"a secret\"", "claire> /availability set asks:2 hours:4h", "claire> /experience add coworking founded visible:private", "claire> /mission open Hidden visibility:private");
        await bot.WaitAsync(TimeSpan.FromDays(2));
        await bot.DoAsync("/setup channel calls #appels");

        var all = await bot.DoAsync("/espace journal");

        Assert.Equal(
            """
            Ce qui a changé dans l’espace, le plus récent d’abord :
              jeudi 26 novembre à 10 h : me, Donner son usage à un salon (/espace salon)
              mardi 24 novembre à 10 h : claire, Changer ce que l’annuaire dit d’un commun (/commun modifier)
              mardi 24 novembre à 10 h : me, Voir ou changer les réglages de la communauté (/espace réglages)
            """.ReplaceLineEndings("\n"),
            all.TrimEnd('\n'));
        Assert.Equal(2, (await bot.DoAsync("/setup audit since:yesterday")).TrimEnd('\n').Split('\n').Length);
        await bot.WaitAsync(TimeSpan.FromDays(1));
        Assert.StartsWith("Nothing was changed in the space in that time.", await bot.DoAsync("/setup audit since:today"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_audit_shows_twenty_and_counts_the_rest_and_names_nobody_who_was_forgotten()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.DoAsync("/common add coworking", "claire> /common add garden", "claire> /common edit garden about:x");
        for (var i = 0; i < 21; i++)
        {
            await bot.DoAsync("/setup settings language en");
        }

        Assert.EndsWith("… and 2 more.", (await bot.DoAsync("/setup audit")).TrimEnd('\n'), StringComparison.Ordinal);
        await bot.DoAsync("claire> /common edit garden about:y", "claire> /my forget all");
        Assert.DoesNotContain("claire", await bot.DoAsync("/setup audit"), StringComparison.Ordinal);
    }
}
