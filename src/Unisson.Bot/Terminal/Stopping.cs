using System.Runtime.InteropServices;

namespace Unisson.Bot.Terminal;

/// <summary>SIGTERM, Ctrl+C and a closed terminal: stop taking, finish what is in hand, leave.</summary>
internal sealed class Stopping : IDisposable
{
    /// <summary>Who does not finish by then is left behind: supervisors kill after about as long.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(4);

    private readonly CancellationTokenSource _source = new();
    private readonly List<PosixSignalRegistration> _signals;

    public Stopping() => _signals =
    [
        PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop),
        PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop),
        PosixSignalRegistration.Create(PosixSignal.SIGHUP, Stop),
    ];

    public CancellationToken Token => _source.Token;

    public void Dispose()
    {
        _signals.ForEach(s => s.Dispose());
        _source.Dispose();
    }

    private void Stop(PosixSignalContext context)
    {
        context.Cancel = true;
        _source.Cancel();
    }
}
