using System.Text;
using System.Text.Json;
using CsCheck;
using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Tests.Harness;
using Xunit;

namespace Unisson.Bot.Tests.Moving;

/// <summary>What goes out of one community comes into another as it was, whatever people typed.</summary>
public sealed class RoundTripTests
{
    private static readonly string[] Odd =
    [
        "Été à Dôle, œuvre", "« clés » et 'apostrophes'", "\\\"quoted\\\" twice", "=1+1", "+33 6", "-2; @SUM(A1)", "a;b,c|d", "עברית وعربية", "'=already", "ends with '", "🌾 👩‍🌾", "%00 \\ /", "a\nb\n=c", ", =x",
    ];

    private static readonly string[] Kinds = ["commons", "contributions", "people"];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/setup export", "/setup import")]
    [InlineData("/espace exporter", "/espace importer")]
    public async Task Out_and_in_and_out_again_is_the_same_file(string export, string import)
    {
        await using var from = await FullAsync();
        await using var to = await TestBot.StartAsync();
        await to.DoAsync("/setup start Elsewhere");
        foreach (var what in Kinds)
        {
            var first = await Files.TakeAsync(from, $"{export} {what}");
            var done = await Files.GiveAsync(to, $"{import} {what} dry-run:no", first);
            Assert.True(done.Refused is null, $"{done.First}\n{string.Join('\n', done.Lines)}");

            Assert.Equal(Encoding.UTF8.GetString(first), Encoding.UTF8.GetString(await Files.TakeAsync(to, $"{export} {what}")));
            Assert.Contains("file.csv", (await Files.GiveAsync(from, $"{import} {what} dry-run:no", first)).First, StringComparison.Ordinal);
        }

        Assert.Equal(await from.SeeAsync(db => db.Commons.OrderBy(c => c.Id).Select(c => c.About).ToListAsync(Ct)), await to.SeeAsync(db => db.Commons.OrderBy(c => c.Id).Select(c => c.About).ToListAsync(Ct)));
        Assert.Equal(Odd.Length + 1, Rows(await Files.TakeAsync(to, "/setup export contributions format:json")));
    }

    [Fact]
    public async Task A_mission_comes_in_as_text_and_a_contribution_as_it_stands()
    {
        await using var from = await TestBot.StartAsync();
        await from.DoAsync("/common add coworking", "/mission open Lons commons:coworking", "/mission open Secret visibility:private commons:coworking");
        var secret = (await from.SeeAsync(db => db.Missions.SingleAsync(m => m.IsApart, Ct))).Label;
        await from.DoAsync(
            "/contribution log coworking 3h Recipe mission:M1", $"/contribution log coworking 1h Hidden mission:{secret}", "/contribution log coworking 2h Gone", "/contribution correct L1 2h30 what:\"Short recipe\"", "/contribution withdraw L3");
        await using var to = await TestBot.StartAsync();
        await to.DoAsync("/common add coworking");
        var file = await Files.TakeAsync(from, "/setup export contributions");

        Assert.Null((await Files.GiveAsync(to, "/setup import contributions dry-run:no", file)).Refused);

        Assert.DoesNotContain("Secret", Encoding.UTF8.GetString(file), StringComparison.Ordinal);
        Assert.Equal([("Short recipe (M1 Lons)", 150L), ("Hidden", 60L)], (await to.SeeAsync(db => db.Ledger.Include(l => l.Text).OrderBy(l => l.Number).ToListAsync(Ct))).Select(l => (l.Text!.What, l.Minutes!.Value)));
        Assert.Equal("file.csv brings nothing new: 2 rows are here already. Nothing was changed.", (await Files.GiveAsync(to, "/setup import contributions dry-run:no", file)).First);
    }

    [Fact]
    public async Task Names_leave_by_consent_and_never_beside_money_and_nothing_of_anybodys_time_does()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.DoAsync(
            "/common add coworking", "ana> /availability set asks:4 hours:12h", "bob> /experience add coworking founded visible:private", "ana> /my settings visibility:public",
            "ana> /contribution log coworking 2h Notes", "ana> /contribution log coworking 20€ Paper", "bob> /contribution log coworking 1h Tea");

        var all = string.Concat(await Task.WhenAll(Kinds.Select(async what => Encoding.UTF8.GetString(await Files.TakeAsync(bot, $"/setup export {what}")))));

        Assert.Contains("2h,Notes,ana,", all, StringComparison.Ordinal);
        Assert.Contains("20.00 €,Paper,,", all, StringComparison.Ordinal);
        Assert.Contains("1h,Tea,,", all, StringComparison.Ordinal);
        Assert.Contains("name,remove\r\nana,\r\n", all, StringComparison.Ordinal);
        Assert.DoesNotContain("bob", all, StringComparison.Ordinal);
        Assert.DoesNotContain("founded", all, StringComparison.OrdinalIgnoreCase);
        await using var to = await TestBot.StartAsync();
        await to.DoAsync("/common add coworking");
        Assert.Null((await Files.GiveAsync(to, "/setup import contributions dry-run:no", await Files.TakeAsync(bot, "/setup export contributions"))).Refused);
        Assert.Equal(["ana", "a person", "a person"], await to.SeeAsync(db => db.LedgerTexts.OrderBy(t => t.LineId).Select(t => t.Name).ToListAsync(Ct)));
    }

    [Fact]
    public async Task Any_bytes_at_all_store_all_or_nothing()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.DoAsync("/common add coworking");
        var cell = Gen.OneOf(Gen.OneOf("coworking", "2026-03-15", "3h", "=1", "\"", "\"\"", "'", "oui", ";", ",", "\t", "\r", "\n", "\u202E", "\0", "\uFEFF", "| | x", "recette | | a", "1 200 €"), Gen.String[Gen.Char, 0, 20]);
        var heads = Gen.OneOf("name;remove", "date;common;amount;what;name;kind;link;mission", "slug,name,about,resources,state", "nom", "sep=;\nnom;retirer", "");
        var files = Gen.OneOf(
            Gen.Byte.Array[0, 200],
            Gen.Select(heads, Gen.Select(cell, Gen.OneOf(";", ",", "\t", "\n", "\r\n", "")).Select((c, s) => c + s).Array[0, 40], Gen.Int[0, 2]).Select((h, cells, e) =>
                (e switch { 0 => Encoding.UTF8, 1 => Encoding.Unicode, _ => Encoding.Latin1 }).GetBytes($"{h}\n{string.Concat(cells)}")));
        await Gen.Select(files, Gen.OneOf("people", "commons", "contributions")).SampleAsync(
            async (bytes, what) =>
            {
                var before = await CountAsync(bot);
                var reply = await Files.GiveAsync(bot, $"/setup import {what} dry-run:no", bytes);
                Assert.Empty(bot.Unexpected);
                var stored = await CountAsync(bot) - before;
                Assert.True(reply.Refused is null || stored == 0, reply.First);
            },
            iter: 300,
            threads: 1);
    }

    private static Task<int> CountAsync(TestBot bot)
        => bot.SeeAsync(async db => await db.Ledger.CountAsync(Ct) + await db.Commons.CountAsync(Ct) + await db.Resources.CountAsync(Ct) + await db.Proposals.CountAsync(Ct) + await db.Memberships.CountAsync(Ct) + await db.Audit.CountAsync(Ct));

    private static int Rows(byte[] json)
    {
        using var read = JsonDocument.Parse(json);
        Assert.Equal("unisson-community-1", read.RootElement.GetProperty("format").GetString());
        return read.RootElement.GetProperty("rows").GetArrayLength();
    }

    private static async Task<TestBot> FullAsync()
    {
        var bot = await TestBot.StartAsync();
        for (var i = 0; i < Odd.Length; i++)
        {
            var odd = Odd[i];
            await bot.DoAsync(
                $"/common add common-{i} name:\"{odd.Replace('\n', ' ')}\" aliases:\"{odd.Replace('\n', ' ')}\" about:\"{odd}\" licence:\"{odd.Replace('\n', ' ')}\" links:https://exemple.fr/?q={i} state:\"{(i % 2 == 0 ? "asleep" : "to build")}\"",
                $"/common resource common-{i} \"{odd.Replace('\n', ' ')}\" kind:document link:https://exemple.fr/{i}",
                $"/common resource common-{i} \"Title {i}\" kind:recipe",
                $"/contribution log common-{i} {(i % 3 == 0 ? "45 min" : i % 3 == 1 ? "3h05" : "\"1 200,50 €\"")} \"{odd.Replace('\n', ' ')}\" on:2026-0{1 + (i % 9)}-15");
        }

        await bot.DoAsync("ana> /my settings visibility:public", "bob> /common list");
        await Files.GiveAsync(bot, "/setup import people dry-run:no", "name\nMenuiserie Jura\n\"=Élise, «é»\"\n");
        await bot.DoAsync("/contribution log common-0 kind:place what:\"A room\" link:https://exemple.fr/x");
        return bot;
    }
}
