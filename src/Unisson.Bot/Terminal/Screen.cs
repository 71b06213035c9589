#pragma warning disable RS0030 // The terminal door is the one place that talks to the console, and this file is where it does.
using System.Text;
using Spectre.Console;

namespace Unisson.Bot.Terminal;

/// <summary>The streams of the process, and what they are connected to.</summary>
internal static class Screen
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    public static TextWriter Out { get; } = new StreamWriter(Console.OpenStandardOutput(), Utf8) { NewLine = "\n" };

    public static TextWriter Error { get; } = TextWriter.Synchronized(new StreamWriter(Console.OpenStandardError(), Utf8) { NewLine = "\n", AutoFlush = true });

    /// <summary>A person sits at both ends, at a terminal that can do more than print.</summary>
    public static bool IsInteractive => !Console.IsInputRedirected && !Console.IsOutputRedirected && Environment.GetEnvironmentVariable("TERM") is not (null or "" or "dumb");

    public static Stream Input() => Console.OpenStandardInput();

    public static IAnsiConsole Ansi() => AnsiConsole.Console;

    public static bool IsKeyWaiting => Console.KeyAvailable;

    public static ConsoleKeyInfo ReadKey() => Console.ReadKey(intercept: true);
}
