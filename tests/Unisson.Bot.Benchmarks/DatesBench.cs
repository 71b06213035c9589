using Unisson.Bot.Tests.Dates;

namespace Unisson.Bot.Benchmarks;

/// <summary>Answers a table of phrases (<c>id lang now phrase kind expected</c>) in the table's own form: whoever keeps the answers compares.</summary>
internal static class DatesBench
{
    /// <returns>The exit code: 64 where the file is no such table.</returns>
    public static int Run(Action<string> print, string file)
    {
        PhraseRow[] rows;
        try
        {
            rows = [.. File.ReadLines(file).Skip(1).Where(line => line.Length > 0).Select(PhraseRow.Parse)];
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or ArgumentException)
        {
            print($"The file {file} cannot be read.");
            return 64;
        }
        catch (FormatException failure)
        {
            print($"The file {file} is no table of id, lang, now, phrase, kind and expected: \"{failure.Message}\" is no such line.");
            return 64;
        }

        foreach (var row in rows)
        {
            print($"{row.Id}\t{Shown(row.Answer())}");
        }

        return 0;
    }

    private static string Shown(string answer) => PhraseRow.IsRefusal(answer) ? $"refuse {answer.Split(' ')[0]}" : answer;
}
