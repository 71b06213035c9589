using Unisson.Bot.Tests.Harness;
using Xunit;

namespace Unisson.Bot.Tests.Dates;

/// <summary>
/// Phrases whose answers were written down before the reader saw them, on other days and in other zones than <see cref="PhraseTable"/>:
/// month ends, leap days, both clock changes.
/// </summary>
public sealed class FurtherPhrasesTests
{
    public static TheoryData<string> Rows() => [.. File.ReadLines(Path.Combine(Checkout.Folder, "tests/Unisson.Bot.Tests/Dates/further.tsv")).Skip(1)];

    [Theory]
    [MemberData(nameof(Rows))]
    public void Reads_as_its_answer(string line)
    {
        var row = PhraseRow.Parse(line);

        var answer = row.Answer();

        // The table knows every currency; the ledger is kept in euros and says so.
        Assert.True(OtherCurrency(row) ? answer is "othercurrency" : row.Is(answer), $"{row.Phrase}: {row.Expected} expected, {answer} read");
    }

    private static bool OtherCurrency(PhraseRow row) => row.Kind is "amount" && !row.Expected.Contains(" EUR", StringComparison.Ordinal);
}
