using System.Diagnostics;
using System.Text;
using Unisson.Bot.Tests.Harness;

namespace Unisson.Bot.Tests.Crash;

/// <summary>The real program in a process of its own, spoken to through a pipe, which can be killed at any moment.</summary>
internal sealed class ChildBot : IDisposable
{
    private readonly Process _process;
    private readonly List<string> _heard;

    private ChildBot(Process process, List<string> heard) => (_process, _heard) = (process, heard);

    /// <param name="heard">Takes every line that it prints, whole block or not.</param>
    public static ChildBot Start(string folder, List<string> heard, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = new UTF8Encoding(false),
            StandardOutputEncoding = Encoding.UTF8,
        };
        start.ArgumentList.Add(Checkout.Program);
        start.ArgumentList.Add("--data");
        start.ArgumentList.Add(folder);
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        var process = Process.Start(start)!;
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        return new ChildBot(process, heard);
    }

    /// <summary>Types a line and waits for the whole block; null when the process died first.</summary>
    public async Task<string?> SayAsync(string line)
    {
        try
        {
            await _process.StandardInput.WriteAsync(line + "\n");
            await _process.StandardInput.FlushAsync();
        }
        catch (IOException)
        {
            // What it printed before it died is still in the pipe.
        }

        var block = new StringBuilder();
        while (await _process.StandardOutput.ReadLineAsync() is { } read)
        {
            if (read.Length == 0)
            {
                return block.ToString();
            }

            _heard.Add(read);
            block.Append(read).Append('\n');
        }

        return null;
    }

    /// <summary>SIGKILL after so long: nothing is flushed, nothing is said.</summary>
    public async Task KillAfterAsync(int milliseconds)
    {
        await Task.Delay(TimeSpan.FromMilliseconds(milliseconds), TimeProvider.System);
        _process.Kill();
    }

    /// <summary>Ends the input and waits for the program to leave.</summary>
    public async Task<int> EndAsync()
    {
        _process.StandardInput.Close();
        await _process.StandardOutput.ReadToEndAsync();
        await _process.WaitForExitAsync();
        return _process.ExitCode;
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        _process.WaitForExit();
        _process.Dispose();
    }
}
