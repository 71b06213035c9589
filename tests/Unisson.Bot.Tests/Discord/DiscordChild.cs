using System.Diagnostics;
using Unisson.Bot.Tests.Harness;
using Unisson.Discord.Stub;

namespace Unisson.Bot.Tests.Discord;

/// <summary>The real program in a process of its own, on a Discord of the test's own.</summary>
internal sealed class DiscordChild : IDisposable
{
    private readonly Process _process;

    private DiscordChild(Process process) => _process = process;

    /// <summary>Begins to start; it may be killed before it is heard of.</summary>
    public static DiscordChild Begin(StubDiscord discord, string folder)
    {
        var start = new ProcessStartInfo("dotnet") { UseShellExecute = false, RedirectStandardError = true };
        foreach (var argument in new[] { Checkout.Program, "--data", folder, $"--Discord:Token={discord.Token}", $"--Discord:ApiBaseUrl={discord.ApiBaseUrl}", "--Limits:CommandsPerMinute=0" })
        {
            start.ArgumentList.Add(argument);
        }

        var process = Process.Start(start)!;
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        return new DiscordChild(process);
    }

    /// <summary>Starts and is there when people can use it.</summary>
    public static async Task<DiscordChild> StartAsync(StubDiscord discord, string folder)
    {
        await discord.UntilAsync(() => discord.Gateway.Connected == 0, "the end of the life before");
        var child = Begin(discord, folder);
        await discord.ConnectedAsync();
        await discord.CommandsAsync();
        return child;
    }

    /// <summary>SIGKILL: nothing is flushed, nothing is said.</summary>
    public void Kill() => _process.Kill();

    /// <summary>Until it is dead: killed meanwhile, or after so long.</summary>
    public async Task KillAfterAsync(TimeSpan most)
    {
        using var patience = new CancellationTokenSource(most, TimeProvider.System);
        try
        {
            await _process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            Kill();
            await _process.WaitForExitAsync(CancellationToken.None);
        }
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            Kill();
        }

        _process.WaitForExit();
        _process.Dispose();
    }
}
