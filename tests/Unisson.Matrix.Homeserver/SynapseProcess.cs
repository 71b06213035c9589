using System.Diagnostics;

namespace Unisson.Matrix.Homeservers;

/// <summary>One run of Synapse; it ends with the test process, however that one ends.</summary>
internal sealed class SynapseProcess : IAsyncDisposable
{
    /// <summary>
    /// The pipe to its input closes when the test process dies, even by SIGKILL, and then Synapse asks itself to stop.
    /// (A parent death signal would follow the thread that started it, and the thread pool lets threads go.)
    /// </summary>
    private const string Launch = """
        import os, runpy, signal, threading
        out = os.open(os.environ["OUT"], os.O_WRONLY | os.O_CREAT | os.O_APPEND)
        os.dup2(out, 1)
        os.dup2(out, 2)
        def follow():
            os.read(0, 1)
            os.kill(os.getpid(), signal.SIGTERM)
        threading.Thread(target=follow, daemon=True).start()
        runpy.run_module("synapse.app.homeserver", run_name="__main__", alter_sys=True)
        """;

    private static readonly TimeSpan Graceful = TimeSpan.FromSeconds(20);

    private readonly Process _process;

    public SynapseProcess(HomeserverFolder folder)
    {
        // chroot execs, so the process is Synapse itself.
        var start = new ProcessStartInfo("chroot", [SynapseRoot.Root, "python3", "-c", Launch, "-c", $"{folder.Inside}/hs.yaml"]) { UseShellExecute = false, RedirectStandardInput = true };
        start.Environment["OUT"] = $"{folder.Inside}/out.log";
        _process = Process.Start(start)!;
    }

    public int Id => _process.Id;

    public bool Ended => _process.HasExited;

    /// <summary>Lets Synapse finish what it is at: 1 to 2 s.</summary>
    public async Task StopAsync()
    {
        _process.StandardInput.Close();
        using var patience = new CancellationTokenSource(Graceful, TimeProvider.System);
        try
        {
            await _process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            await KillAsync();
        }
    }

    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!Ended)
        {
            await StopAsync();
        }

        _process.Dispose();
    }
}
