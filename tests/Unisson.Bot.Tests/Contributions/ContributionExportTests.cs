using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Contributions;
using Unisson.Bot.Tests.Harness;
using Xunit;

namespace Unisson.Bot.Tests.Contributions;

/// <summary>The ledger as a file: whole, readable by spreadsheets and programs, and with names only of who agreed to it.</summary>
public sealed class ContributionExportTests
{
    [Fact]
    public async Task Every_line_is_in_it_with_what_stands_in_the_ledger()
    {
        await using var bot = await WithLinesAsync();

        var block = await bot.DoAsync("ana> /contribution export");
        var rows = Exported.Rows(Exported.FileIn(block));

        Assert.StartsWith("The file has 6 lines of the ledger.\n  1 name is left out: outside the community, people are named only if they agreed to it.\n", block, StringComparison.Ordinal);
        Assert.Equal(["line", "line", "correction", "witness", "withdrawal", "line"], rows.Select(r => r["kind of line"]));
        Assert.Equal(["", "", "1", "1", "2", ""], rows.Select(r => r["about line"]));
        Assert.Equal(["180", "", "-60", "", "", "30"], rows.Select(r => r["minutes"]));
        Assert.Equal(["", "120.50", "", "", "-120.50", ""], rows.Select(r => r["euros"]));
        Assert.Equal(("2026-11-20", "2026-11-24 09:00:00", "coworking", "Coworking", "M1", "Lons", "Time"), Cells(rows[0], "day given", "written (UTC)", "common", "name of the common", "mission", "title of the mission", "contribution"));
        Assert.Equal(await bot.SeeAsync(db => db.Ledger.OrderBy(l => l.Number).Select(l => l.Hash).ToListAsync()), rows.Select(r => Convert.FromHexString(r["hash"])));
    }

    [Fact]
    public async Task A_spreadsheet_of_each_language_opens_it_by_itself()
    {
        await using var bot = await WithLinesAsync();

        var english = Exported.FileIn(await bot.DoAsync("ana> /contribution export"));
        var french = Exported.FileIn(await bot.DoAsync("ana> /contribution exporter"));

        Assert.StartsWith("\uFEFFline,kind of line,about line,written (UTC),day given,", english, StringComparison.Ordinal);
        Assert.StartsWith("\uFEFFligne;genre de ligne;à propos de la ligne;écrit (UTC);donné le;", french, StringComparison.Ordinal);
        Assert.Contains(";-120,50;", french, StringComparison.Ordinal);
        Assert.All(new[] { english, french }, file => Assert.Equal(7, file.Split("\r\n").Length - 1));
        Assert.All(new[] { english, french }, file => Assert.Equal(7, file.Split('\n').Length - 1));
    }

    [Fact]
    public async Task People_are_named_who_agreed_and_nobody_beside_money()
    {
        await using var bot = await WithLinesAsync();

        Assert.Equal(["", "", "", "", "", "ana"], (await Exported.CsvAsync(bot, "ana> /contribution export")).Select(r => r["person"]));
        await bot.Host.Store.Writer.WriteAsync(scope => scope.Db.Memberships.ExecuteUpdateAsync(u => u.SetProperty(m => m.IsNamedOutside, true)));

        var block = await bot.DoAsync("cleo> /contribution export");

        Assert.Equal(["bob", "", "bob", "bob", "", "ana"], Exported.Rows(Exported.FileIn(block)).Select(r => r["person"]));
        Assert.Contains("\n  Everybody in it without money agreed to be named outside the community.\n", block, StringComparison.Ordinal);
        Assert.DoesNotContain("Menuiserie", await bot.DoAsync("ana> /contribution log coworking 1h boards name:\"Menuiserie Jura\"") is { } ? Exported.FileIn(await bot.DoAsync("ana> /contribution export format:json")) : "", StringComparison.Ordinal);
    }

    [Fact]
    public async Task Words_and_witnesses_of_a_line_with_money_name_nobody_either()
    {
        await using var bot = await ContributionLogTests.WithCommonAsync();
        await bot.DoAsync("bob> /contribution log coworking 80€ Code kind:code", "bob> /contribution correct L1 what:\"More code\"", "ana> /contribution confirm L1", "bob> /contribution log coworking Room kind:place", "bob> /contribution correct L4 50€");

        Assert.Equal(["", "", "", "", ""], (await Exported.CsvAsync(bot, "bob> /contribution export")).Select(r => r["person"]));
    }

    [Fact]
    public async Task A_file_about_one_person_has_no_money_in_it()
    {
        await using var bot = await WithLinesAsync();

        var block = await bot.DoAsync("ana> /contribution export person:bob");

        Assert.Equal(["1", "3", "4"], Exported.Rows(Exported.FileIn(block)).Select(r => r["line"]));
        Assert.Contains("\n  The file is about one person, so there is no money in it.\n", block, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("common:garden", "6")]
    [InlineData("mission:M1", "1 3 4")]
    [InlineData("since:2026-11-21", "2 5 6")]
    public async Task Filters_narrow_it(string filters, string numbers)
    {
        await using var bot = await WithLinesAsync();

        Assert.Equal(numbers, string.Join(' ', (await Exported.JsonAsync(bot, $"cleo> /contribution export {filters} format:json")).Select(l => l.GetProperty("number").GetInt32())));
    }

    [Fact]
    public async Task A_private_mission_has_neither_number_nor_title_in_it_for_its_team_neither()
    {
        await using var bot = await WithLinesAsync();
        var opened = await bot.DoAsync("bob> /mission open Vineyard visibility:private commons:coworking");
        await bot.DoAsync($"bob> /contribution log 2h notes mission:{opened[..opened.IndexOf(' ', StringComparison.Ordinal)]}");

        var last = (await Exported.JsonAsync(bot, "bob> /contribution export format:data"))[^1];

        Assert.Equal("notes", last.GetProperty("what").GetString());
        Assert.All(["mission", "mission_title"], key => Assert.Equal(JsonValueKind.Null, last.GetProperty(key).ValueKind));
    }

    [Fact]
    public async Task What_was_forgotten_is_a_line_without_words_or_name()
    {
        await using var bot = await ContributionLogTests.WithCommonAsync();
        await bot.DoAsync("bob> /contribution log coworking 3h leaflet", "bob> /contribution correct L1 2h", "ana> /contribution confirm L1", "ana> /contribution log coworking 1h walk", "bob> /my forget account:all");

        var lines = await Exported.JsonAsync(bot, "ana> /contribution export format:json");

        // Who confirmed it is still known: that line is theirs.
        Assert.Equal([true, true, false, false], lines.Select(l => l.GetProperty("forgotten").GetBoolean()));
        Assert.All(lines.Where(l => l.GetProperty("forgotten").GetBoolean()), l => Assert.All(["what", "link", "name"], key => Assert.Equal(JsonValueKind.Null, l.GetProperty(key).ValueKind)));
        Assert.Contains("Everybody in it", await bot.DoAsync("ana> /contribution export"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_data_is_what_its_schema_says()
    {
        await using var bot = await WithLinesAsync();
        using var schema = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(Checkout.Folder, "docs", "ledger-export.schema.json"), TestContext.Current.CancellationToken));
        var line = schema.RootElement.GetProperty("$defs").GetProperty("line");
        var properties = line.GetProperty("properties").EnumerateObject().ToDictionary(p => p.Name, p => p.Value.GetProperty("type"), StringComparer.Ordinal);

        foreach (var exported in await Exported.JsonAsync(bot, "ana> /contribution export format:json"))
        {
            Assert.Equal(properties.Keys, exported.EnumerateObject().Select(p => p.Name));
            Assert.All(exported.EnumerateObject(), p => Assert.Contains(TypeOf(p.Value), TypesOf(properties[p.Name])));
        }

        Assert.Equal(properties.Keys, line.GetProperty("required").EnumerateArray().Select(r => r.GetString()!));
        Assert.Equal(Enum.GetNames<LineKind>().Select(n => n.ToLowerInvariant()), line.GetProperty("properties").GetProperty("kind").GetProperty("enum").EnumerateArray().Select(v => v.GetString()!));
        Assert.Equal(Enum.GetNames<ContributionKind>().Select(n => n.ToLowerInvariant()), line.GetProperty("properties").GetProperty("contribution").GetProperty("enum").EnumerateArray().Select(v => v.GetString()!));
    }

    [Fact]
    public async Task An_empty_ledger_makes_no_file()
    {
        await using var bot = await ContributionLogTests.WithCommonAsync();

        Assert.Equal("There is no such line in the ledger yet.\n", await bot.DoAsync("ana> /contribution export"));
    }

    private static IEnumerable<string> TypesOf(JsonElement type) => type.ValueKind == JsonValueKind.Array ? type.EnumerateArray().Select(t => t.GetString()!) : [type.GetString()!];

    private static string TypeOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Number => "integer",
        JsonValueKind.True or JsonValueKind.False => "boolean",
        var kind => kind.ToString().ToLowerInvariant(),
    };

    private static (string, string, string, string, string, string, string) Cells(Dictionary<string, string> row, string a, string b, string c, string d, string e, string f, string g) => (row[a], row[b], row[c], row[d], row[e], row[f], row[g]);

    /// <summary>L1 and L2 by bob, time and money; L3 corrects L1, L4 is ana's witness of it, L5 withdraws L2; L6 is ana's.</summary>
    private static async Task<TestBot> WithLinesAsync()
    {
        var bot = await ContributionLogTests.WithCommonAsync();
        await bot.DoAsync(
            "ana> /common add garden name:Garden", "bob> /mission open Lons commons:coworking", "bob> /contribution log coworking 3h Leaflet mission:M1 on:\"20 November\"", "bob> /contribution log coworking 120,50€ Heating",
            "bob> /contribution correct L1 2h", "ana> /contribution confirm L1", "bob> /contribution withdraw L2", "ana> /contribution log garden 30min seeds");
        return bot;
    }
}
