using Microsoft.Extensions.Logging;

namespace Unisson.Bot.Terminal;

/// <summary>
/// Warnings and worse, to stderr. Of an exception only its kind and place are written: its message may repeat what somebody wrote.
/// </summary>
internal sealed class StderrLog(TextWriter error) : ILoggerProvider, ILogger
{
    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull
        => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (!IsEnabled(logLevel))
        {
            return;
        }

        error.WriteLine($"{logLevel}: {formatter(state, exception)}");
        for (var at = exception; at is not null; at = at.InnerException)
        {
            error.WriteLine($"  {at.GetType()}{(at is Microsoft.Data.Sqlite.SqliteException sqlite ? ": " + sqlite.Message : "")}");
            error.WriteLine(at.StackTrace);
        }
    }

    public void Dispose()
    {
    }
}
