using RadLine;

namespace Unisson.Bot.Terminal;

/// <summary>The keyboard, and a bell: a key that nobody has, pressed when something came by itself, so that one flow alone draws the screen.</summary>
internal sealed class Keys : IInputSource
{
    /// <summary>The key that the bell presses.</summary>
    public const ConsoleKey Bell = ConsoleKey.F24;

    private int _rung;

    public bool ByPassProcessing => false;

    public void Ring() => Interlocked.Exchange(ref _rung, 1);

    public bool IsKeyAvailable() => Volatile.Read(ref _rung) == 1 || Screen.IsKeyWaiting;

    public ConsoleKeyInfo ReadKey() => Interlocked.Exchange(ref _rung, 0) == 1 ? new ConsoleKeyInfo('\0', Bell, false, false, false) : Screen.ReadKey();
}
