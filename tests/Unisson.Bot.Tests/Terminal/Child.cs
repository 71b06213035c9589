using System.Diagnostics;
using System.Globalization;
using System.Text;
using Unisson.Bot.Tests.Harness;
using Xunit;

namespace Unisson.Bot.Tests.Terminal;

/// <summary>What the program said and how it ended.</summary>
internal sealed record Ended(int ExitCode, string Output, string Errors);

/// <summary>The real program in a process and a folder of its own.</summary>
internal sealed class Child : IDisposable
{
    public string Folder { get; } = Directory.CreateTempSubdirectory("unisson-child-").FullName;

    public string File => Path.Combine(Folder, "data", "unisson.db");

    /// <summary>Runs it to its end with this input; without <c>--data</c> the data file is <see cref="File"/>.</summary>
    public Task<Ended> RunAsync(string input, params string[] arguments) => RunAsync(Encoding.UTF8.GetBytes(input), arguments);

    public async Task<Ended> RunAsync(byte[] input, params string[] arguments)
    {
        using var process = Start(arguments);
        try
        {
            await process.StandardInput.BaseStream.WriteAsync(input, TestContext.Current.CancellationToken);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It ended before it had read everything: that is for the test to judge.
        }

        return await EndAsync(process);
    }

    /// <summary>Starts it and leaves its input open.</summary>
    public Process Start(params string[] arguments) => StartAs("dotnet", [Checkout.Program, .. arguments]);

    public Process StartAs(string command, params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(command)
        {
            WorkingDirectory = Folder,
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = new UTF8Encoding(false),
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        return Process.Start(start)!;
    }

    public static async Task<Ended> EndAsync(Process process)
    {
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return new Ended(process.ExitCode, await output, await errors);
    }

    /// <summary>Types a line into a running one and gives the block that answers it.</summary>
    public static async Task<string> SayAsync(Process process, string line)
    {
        await process.StandardInput.WriteAsync(line + "\n");
        await process.StandardInput.FlushAsync();
        var block = new StringBuilder();
        while (await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { Length: > 0 } read)
        {
            block.Append(CultureInfo.InvariantCulture, $"{read}\n");
        }

        return block.ToString();
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
