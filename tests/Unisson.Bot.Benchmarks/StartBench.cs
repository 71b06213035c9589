using System.Diagnostics;
using System.Globalization;

namespace Unisson.Bot.Benchmarks;

/// <summary>From nothing to the first answer and out again: the published program as whole processes, on a file that exists.</summary>
internal static class StartBench
{
    private static readonly string[] Lines = ["/about", "/contribution log coworking 1h \"Fiche pratique\""];

    /// <param name="program">The published Unisson.Bot (docker/publish.sh makes it).</param>
    public static async Task RunAsync(Action<string> print, string program, int rounds)
    {
        var folder = Directory.CreateTempSubdirectory("unisson-bench-").FullName;
        try
        {
            await OneAsync(program, folder, "/common add coworking name:Coworking");
            print($"## Start of {program}, first answer and end, {rounds} times each");
            print("| line | least ms | median ms | most ms |");
            print("|---|---|---|---|");
            foreach (var line in Lines)
            {
                var took = new List<double>();
                for (var round = 0; round < rounds; round++)
                {
                    took.Add(await OneAsync(program, folder, line));
                }

                took.Sort();
                print(string.Create(CultureInfo.InvariantCulture, $"| `{line}` | {took[0]:N0} | {took[rounds / 2]:N0} | {took[^1]:N0} |"));
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<double> OneAsync(string program, string folder, string line)
    {
        var begun = Stopwatch.GetTimestamp();
        using var process = Process.Start(new ProcessStartInfo(program, ["--data", folder]) { UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true })!;
        await process.StandardInput.WriteLineAsync(line);
        process.StandardInput.Close();
        var answer = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return answer.Length > 0 && process.ExitCode == 0
            ? Stopwatch.GetElapsedTime(begun).TotalMilliseconds
            : throw new InvalidOperationException($"{line} was not answered (exit {process.ExitCode.ToString(CultureInfo.InvariantCulture)}).");
    }
}
