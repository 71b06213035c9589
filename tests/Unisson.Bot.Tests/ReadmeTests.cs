using System.Text;
using System.Text.RegularExpressions;
using Unisson.Bot.Tests.Harness;
using Xunit;

namespace Unisson.Bot.Tests;

/// <summary>Types what the README says to type, and compares what it says comes back. <c>TEST_REWRITE=1</c> writes it anew.</summary>
public sealed partial class ReadmeTests
{
    private static readonly DateTimeOffset Start = new(2026, 12, 1, 8, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("README.md")]
    [InlineData("README.fr.md")]
    public async Task The_first_mission_goes_as_the_readme_says(string file)
    {
        var path = Path.Combine(Checkout.Folder, file);
        var readme = await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken);
        var written = Transcript().Match(readme).Groups["text"].Value;

        await using var bot = await TestBot.StartAsync(Start);
        var real = new StringBuilder();
        foreach (var line in written.Split('\n').Where(l => Typed().IsMatch(l)))
        {
            real.Append(real.Length == 0 ? "" : "\n").Append(line).Append('\n').Append((await bot.SayAsync(line)).TrimEnd('\n')).Append('\n');
        }

        if (Environment.GetEnvironmentVariable("TEST_REWRITE") == "1")
        {
            await File.WriteAllTextAsync(path, readme.Replace(written, real.ToString(), StringComparison.Ordinal), TestContext.Current.CancellationToken);
        }

        Assert.Equal(Link().Replace(written, "…"), Link().Replace(real.ToString(), "…"));
        Assert.DoesNotMatch(Code(), real.ToString());
    }

    [GeneratedRegex("```console\n(?<text>.*?)```", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Transcript();

    [GeneratedRegex(@"^\p{L}+> ", RegexOptions.None, 1000)]
    private static partial Regex Typed();

    // The chain holds a random salt, so its links differ from run to run.
    [GeneratedRegex("\\b[0-9a-f]{12}\\b", RegexOptions.None, 1000)]
    private static partial Regex Link();

    [GeneratedRegex(@"\[[a-z]+\.[a-z-]+\]", RegexOptions.None, 1000)]
    private static partial Regex Code();
}
