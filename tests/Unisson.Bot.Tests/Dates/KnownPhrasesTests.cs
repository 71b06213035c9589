using System.Globalization;
using NodaTime;
using NodaTime.Text;
using Unisson.Bot.Dates;
using Unisson.Bot.Kernel;
using Xunit;

namespace Unisson.Bot.Tests.Dates;

/// <summary>A table of phrases kept beside the checkout, by people who did not write the reader. Read where it lies; skipped where it does not.</summary>
public sealed class KnownPhrasesTests(ITestOutputHelper output)
{
    private static readonly string[] Supported = ["instant", "date", "duration", "amount"];

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
        var language = row[1] is "fr" ? Language.French : Language.English;
        var parts = row[2].TrimEnd(']').Split('[');
        var zone = DateTimeZoneProviders.Tzdb[parts[1]];
        var now = zone.AtLeniently(LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm").Parse(parts[0]).Value).ToDateTimeOffset();
        return Field(row) switch
        {
            "instant" => Show(DateReader.Instant(row[3], language, now, zone), instant => Local(instant, zone)),
            "date" => Show(DateReader.Day(row[3], language, now, zone), day => day.ToString("O", CultureInfo.InvariantCulture)),
            "duration" => Show(Durations.Read(row[3], language), period => Normal(PeriodPattern.Roundtrip.Format(period))),
            _ => Show(Amounts.Read(row[3], language), Money),
        };
    }

    private static string Show<T>(Reading<T> reading, Func<T, string> show)
        where T : notnull => reading.Is(out var value) ? show(value) : reading.Refused!.Value.ToString().ToLowerInvariant();

    private static string Local(DateTimeOffset instant, DateTimeZone zone)
    {
        var there = Instant.FromDateTimeOffset(instant).InZone(zone);
        var twice = zone.MapLocal(there.LocalDateTime).Count == 2;
        var text = there.LocalDateTime.ToString("uuuu-MM-dd'T'HH:mm", CultureInfo.InvariantCulture);
        return twice ? text + there.Offset.ToString("m", CultureInfo.InvariantCulture) : text;
    }

    private static string Money(Amount amount)
    {
        var sum = amount.Cents!.Value % 100 == 0
            ? (amount.Cents.Value / 100).ToString(CultureInfo.InvariantCulture)
            : (amount.Cents.Value / 100m).ToString("0.00", CultureInfo.InvariantCulture);
        return $"{sum} EUR{(amount.Per is { } per ? "/" + PeriodPattern.Roundtrip.Format(per) : string.Empty)}";
    }

    private static bool Same(string[] row, string got) => row[4] switch
    {
        "duration" => string.Equals(got, Normal(row[5]), StringComparison.Ordinal),
        "refuse" => string.Equals(got, row[5].Split(' ')[1], StringComparison.Ordinal),
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
