using System.Text.Json;
using System.Text.RegularExpressions;
using Unisson.Bot.Tests.Harness;
using Xunit;

namespace Unisson.Bot.Tests.Exporting;

/// <summary>Anybody takes away all that is known about them, as data and as a page, and others are in it without their names.</summary>
public sealed class MyExportTests
{
    [Fact]
    public async Task It_holds_what_the_person_did_and_said_and_names_nobody_else()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.DoAsync(
            "ana> /common add coworking name:Coworking", "ana> /experience add coworking contributed", "bob> /experience add coworking maintained since:2019 note:\"le four à bois\"", "ana> /experience confirm bob coworking",
            "bob> /availability set asks:4 hours:8h", "bob> /reminder add tomorrow 9am send the quote", "bob> /contribution log coworking 3h notes", "ana> /contribution confirm L1", "bob> /mission open Lons", "ana> /mission join M1 role:provider");

        var block = await bot.DoAsync("bob> /my export");

        var json = JsonDocument.Parse(File(block, "unisson-me.json")).RootElement;
        Assert.Equal("bob", json.GetProperty("person")[0].GetProperty("name").GetString());
        var experience = json.GetProperty("experiences")[0];
        Assert.Equal(("Coworking", "maintained", 2019, "le four à bois", "maintained"), (
            experience.GetProperty("common").GetString(), experience.GetProperty("level").GetString(), experience.GetProperty("since").GetInt32(), experience.GetProperty("note").GetString(), experience.GetProperty("confirmed").GetString()));
        Assert.Equal((4, 480L), (json.GetProperty("memberships")[0].GetProperty("asks_a_month").GetInt32(), json.GetProperty("person")[0].GetProperty("minutes_a_month").GetInt64()));
        Assert.Equal("send the quote", json.GetProperty("reminders")[0].GetProperty("what").GetString());
        Assert.Equal(("L1", 180), (json.GetProperty("lines")[0].GetProperty("line").GetString(), json.GetProperty("lines")[0].GetProperty("minutes").GetInt32()));
        Assert.Equal("Lons (M1)", json.GetProperty("roles")[0].GetProperty("mission").GetString());
        Assert.DoesNotMatch(new Regex("\\bana\\b", RegexOptions.IgnoreCase, TimeSpan.FromSeconds(1)), block[block.IndexOf("---", StringComparison.Ordinal)..]);
    }

    [Fact]
    public async Task The_page_is_in_the_readers_language_and_what_was_typed_is_text()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.DoAsync("ana> /commun ajouter coworking nom:Coworking", "ana> /moi réglages langue:français", "ana> /expérience ajouter coworking usage mot:\"<script>alert(1)</script>\"");

        var page = File(await bot.DoAsync("ana> /moi exporter"), "unisson-me.html");

        Assert.StartsWith("<!doctype html>\n<html lang=\"fr\">", page, StringComparison.Ordinal);
        Assert.Contains("<dt>Niveau</dt><dd>Je m’en sers</dd>", page, StringComparison.Ordinal);
        Assert.Contains("&lt;script&gt;alert(1)&lt;/script&gt;", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", page, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Somebody_of_whom_nothing_is_known_but_their_account_gets_that()
    {
        await using var bot = await TestBot.StartAsync();

        var json = JsonDocument.Parse(File(await bot.DoAsync("zoe> /my export"), "unisson-me.json")).RootElement;

        Assert.Equal((1, 0), (json.GetProperty("accounts").GetArrayLength(), json.GetProperty("lines").GetArrayLength()));
    }

    private static string File(string block, string name)
        => Regex.Match(block, $@"--- {Regex.Escape(name)}\n(?<text>.*?\n)---\n", RegexOptions.Singleline | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)).Groups["text"].Value;
}
