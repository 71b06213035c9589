using System.Globalization;
using NodaTime;
using NodaTime.Text;
using Unisson.Bot.Kernel;
using Xunit;

namespace Unisson.Bot.Tests.Dates;

/// <summary>A table of phrases kept beside the checkout, by people who did not write the reader. Read where it lies; skipped where it does not.</summary>
public sealed class KnownPhrasesTests(ITestOutputHelper output)
{
    private static readonly string[] Supported = ["instant", "date", "duration", "amount", "repeat"];

    [Fact]
    public void Every_known_phrase_reads_as_its_answer()
    {
        var path = Find();
        Assert.SkipUnless(path is not null, "No ../shared/dates/known.tsv beside the checkout: known phrases not read.");

        var rows = File.ReadLines(path!).Skip(1).Select(line => line.Split('\t')).Where(row => Supported.Contains(Field(row), StringComparer.Ordinal)).ToArray();
        var wrong = rows.Select(row => (Row: row, Got: Answer(row))).Where(read => !Same(read.Row, read.Got)).ToArray();
        foreach (var kind in rows.GroupBy(row => row[4], StringComparer.Ordinal))
        {
            output.WriteLine($"{kind.Key}: {kind.Count(row => Array.TrueForAll(wrong, read => read.Row != row))} of {kind.Count()}");
        }

        Assert.True(wrong.Length == 0, string.Join('\n', wrong.Select(read => string.Join(" | ", read.Row) + " -> " + read.Got)));
    }

    private static string Field(string[] row) => row[4] is "refuse" ? row[5].Split(' ')[0] : row[4];

    private static string Answer(string[] row)
    {
        var parts = row[2].TrimEnd(']').Split('[');
        var zone = DateTimeZoneProviders.Tzdb[parts[1]];
        return Phrases.Answer(Field(row), row[1] is "fr" ? Language.French : Language.English, row[3], Phrases.Local(parts[0], zone), zone);
    }

    private static bool Same(string[] row, string got) => row[4] switch
    {
        "duration" => string.Equals(Normal(got), Normal(row[5]), StringComparison.Ordinal),
        "refuse" => string.Equals(got.Split(' ')[0], row[5].Split(' ')[1], StringComparison.Ordinal),
        _ => string.Equals(got, row[5], StringComparison.Ordinal),
    };

    private static string Normal(string iso) => PeriodPattern.Roundtrip.Parse(iso) is { Success: true, Value: var period }
        ? string.Create(
            CultureInfo.InvariantCulture,
            $"{(period.Years * 12) + period.Months}M{(period.Weeks * 7) + period.Days}DT{(period.Hours * 60) + period.Minutes}M")
        : iso;

    private static string? Find()
    {
        var top = new DirectoryInfo(AppContext.BaseDirectory);
        while (top is not null && !File.Exists(Path.Combine(top.FullName, "Unisson.Bot.sln")))
        {
            top = top.Parent;
        }

        for (var beside = top?.Parent; beside is not null; beside = beside.Parent)
        {
            var path = Path.Combine(beside.FullName, "shared", "dates", "known.tsv");
            if (File.Exists(path))
            {
                return path;
            }
        }

        return null;
    }
}
