using System.Text.RegularExpressions;
using Unisson.Bot.Tests.Harness;
using Xunit;

namespace Unisson.Bot.Tests.Method;

/// <summary>The table of the rules names code and tests that are there, and every rule once.</summary>
public sealed class RulesTableTests
{
    [Fact]
    public async Task Every_rule_has_its_code_and_its_tests()
    {
        var ct = TestContext.Current.CancellationToken;
        var rules = Numbers(await File.ReadAllTextAsync(Path.Combine(Checkout.Folder, "docs", "rules.md"), ct), @"^\*\*(?<number>[0-9]+)\.");
        var table = await File.ReadAllTextAsync(Path.Combine(Checkout.Folder, "docs", "method.md"), ct);
        Assert.Equal(rules, Numbers(table, @"^\| (?<number>[0-9]+)\."));

        foreach (var row in table.Split('\n').Where(l => l.StartsWith("| ", StringComparison.Ordinal) && char.IsDigit(l[2])))
        {
            var cells = row.Split('|');
            Assert.All(Named(cells[2]), name => Assert.True(Exists("src/Unisson.Bot.Core", name), name));
            Assert.All(Named(cells[3]), name => Assert.True(Exists("tests/Unisson.Bot.Tests", name), name));
            Assert.NotEmpty(Named(cells[3]));
        }
    }

    private static List<int> Numbers(string text, string pattern)
        => [.. Regex.Matches(text, pattern, RegexOptions.Multiline | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)).Select(m => int.Parse(m.Groups["number"].Value, System.Globalization.CultureInfo.InvariantCulture))];

    private static List<string> Named(string cell) => [.. Regex.Matches(cell, "`(?<name>[^`]+)`", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)).Select(m => m.Groups["name"].Value)];

    private static bool Exists(string folder, string name)
    {
        var path = Path.Combine(Checkout.Folder, folder, name);
        return Directory.Exists(path) || File.Exists(path + ".cs");
    }
}
