using Unisson.Bot.Storage;

namespace Unisson.Bot.Terminal;

/// <summary>Rings when the earliest instant that anything is due has come. In practice nothing comes by itself.</summary>
internal sealed class Watch : IDisposable
{
    /// <summary>Longest sleep: a machine that slept, or a clock that was set, is noticed within it.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    /// <summary>Shortest: what cannot leave yet must not keep the screen busy.</summary>
    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(1);

    private readonly BotHost _bot;
    private readonly Action _ring;
    private readonly ITimer? _timer;
    private readonly Lock _lock = new();
    private DateTimeOffset _at;

    public Watch(BotHost bot, Action ring)
    {
        (_bot, _ring) = (bot, ring);
        if (bot.Time is not PracticeClock)
        {
            _timer = bot.Time.CreateTimer(_ => Look(), null, Shortest, Timeout.InfiniteTimeSpan);
            _at = bot.Time.GetUtcNow() + Shortest;
            bot.Store.Writer.Committed = due => Plan(due, sooner: true);
        }
    }

    public void Dispose()
    {
        _bot.Store.Writer.Committed = null;
        _timer?.Dispose();
    }

    private void Look()
    {
        try
        {
            var next = _bot.Due.NextAsync(CancellationToken.None).GetAwaiter().GetResult();
            if (next <= _bot.Time.GetUtcNow())
            {
                _ring();
            }

            Plan(next, sooner: false);
        }
        catch (Exception error) when (StorageException.From(error, "") is not null || error is ObjectDisposedException)
        {
            // The file's trouble is said where the person is: at the next line or the next thing that comes.
            _ring();
        }
    }

    private void Plan(DateTimeOffset? due, bool sooner)
    {
        lock (_lock)
        {
            var now = _bot.Time.GetUtcNow();
            var wait = due - now is { } left && left < Longest ? left : Longest;
            wait = wait < Shortest ? Shortest : wait;
            if (!sooner || now + wait < _at)
            {
                _at = now + wait;
                _timer!.Change(wait, Timeout.InfiniteTimeSpan);
            }
        }
    }
}
