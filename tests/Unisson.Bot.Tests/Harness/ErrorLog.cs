using Microsoft.Extensions.Logging;

namespace Unisson.Bot.Tests.Harness;

/// <summary>Keeps the errors that a program logs, for a test that wants none.</summary>
internal sealed class ErrorLog(List<string> errors) : ILoggerProvider, ILogger
{
    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull
        => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Error;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (IsEnabled(logLevel))
        {
            lock (errors)
            {
                errors.Add($"{formatter(state, exception)} {exception}");
            }
        }
    }

    public void Dispose()
    {
    }
}
