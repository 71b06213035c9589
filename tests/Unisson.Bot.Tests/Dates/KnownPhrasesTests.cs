using Xunit;

namespace Unisson.Bot.Tests.Dates;

/// <summary>A table of phrases kept beside the checkout, by people who did not write the reader. Read where it lies; skipped where it does not.</summary>
public sealed class KnownPhrasesTests(ITestOutputHelper output)
{
    [Fact]
    public void Every_known_phrase_reads_as_its_answer()
    {
        var path = Find();
        Assert.SkipUnless(path is not null, "No ../shared/dates/known.tsv beside the checkout: known phrases not read.");

        var rows = File.ReadLines(path!).Skip(1).Select(PhraseRow.Parse).ToArray();
        var wrong = rows.Select(row => (Row: row, Got: row.Answer())).Where(read => !read.Row.Is(read.Got)).ToArray();
        foreach (var kind in rows.GroupBy(row => row.Kind, StringComparer.Ordinal))
        {
            output.WriteLine($"{kind.Key}: {kind.Count(row => Array.TrueForAll(wrong, read => read.Row != row))} of {kind.Count()}");
        }

        Assert.True(wrong.Length == 0, string.Join('\n', wrong.Select(read => read.Row + " -> " + read.Got)));
    }

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
