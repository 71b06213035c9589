namespace Unisson.Bot.Terminal;

/// <summary>The stopped clock of a practice file: it only moves when told to.</summary>
public sealed class PracticeClock(DateTimeOffset now) : TimeProvider
{
    private DateTimeOffset _now = now;

    public override DateTimeOffset GetUtcNow() => _now;

    public void Set(DateTimeOffset now) => _now = now.ToUniversalTime();
}
