using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Unisson.Bot.Due;
using Unisson.Bot.Storage;
using Unisson.Bot.Tests.Harness;
using Xunit;

namespace Unisson.Bot.Tests.Due;

public sealed class DueClockTests
{
    [Fact]
    public async Task A_kind_that_fails_waits_a_minute_and_holds_up_no_other()
    {
        await using var bot = await TestBot.StartAsync();
        var (fails, ran, tried) = (true, 0, 0);
        var bad = new DueKind("bad", (_, _) => Task.FromResult<DateTimeOffset?>(bot.Now.AddHours(-1)), (_, _, _) =>
        {
            tried++;
            return fails ? throw new InvalidOperationException("broken") : Task.FromResult(false);
        });
        var good = new DueKind("good", (_, _) => Task.FromResult<DateTimeOffset?>(bot.Now), (_, _, _) =>
        {
            ran++;
            return Task.FromResult(false);
        });
        using var logs = new Logged();
        using var clock = new DueClock(bot.Host.Store, [bad, good], logs.CreateLogger<DueClock>());

        await clock.RunDueAsync(bot.Now, TestContext.Current.CancellationToken);
        await clock.RunDueAsync(bot.Now, TestContext.Current.CancellationToken);

        Assert.Equal((1, 2, 1), (tried, ran, logs.Errors.Count));
        using var alone = new DueClock(bot.Host.Store, [bad], logs.CreateLogger<DueClock>());
        await alone.RunDueAsync(bot.Now, TestContext.Current.CancellationToken);
        Assert.Equal(bot.Now.AddMinutes(1), await alone.NextAsync(TestContext.Current.CancellationToken));

        fails = false;
        await alone.RunDueAsync(bot.Now.AddMinutes(1), TestContext.Current.CancellationToken);
        Assert.Equal(bot.Now.AddHours(-1), await alone.NextAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task What_a_failed_batch_had_changed_is_undone()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.DoAsync("claire> /aide");
        var bad = new DueKind("bad", (_, _) => Task.FromResult<DateTimeOffset?>(bot.Now), async (db, _, ct) =>
        {
            await db.People.ExecuteUpdateAsync(u => u.SetProperty(p => p.Name, "x"), ct);
            throw new InvalidOperationException("broken");
        });
        using var logs = new Logged();
        using var clock = new DueClock(bot.Host.Store, [bad], logs.CreateLogger<DueClock>());

        await clock.RunDueAsync(bot.Now, TestContext.Current.CancellationToken);

        Assert.Equal("claire", await bot.SeeAsync(db => db.People.Select(p => p.Name).SingleAsync()));
    }

    [Fact]
    public async Task Once_told_to_stop_it_finishes_its_batch_and_begins_no_other()
    {
        await using var bot = await TestBot.StartAsync();
        using var stop = new CancellationTokenSource();
        var batches = 0;
        var endless = new DueKind("endless", (_, _) => Task.FromResult<DateTimeOffset?>(bot.Now), async (db, _, ct) =>
        {
            batches++;
            await stop.CancelAsync();
            (await db.InstanceAsync(ct)).HousekeptAt = bot.Now;
            return true;
        });
        using var logs = new Logged();
        using var clock = new DueClock(bot.Host.Store, [endless, endless with { Name = "next" }], logs.CreateLogger<DueClock>());

        await clock.RunDueAsync(bot.Now, stop.Token);

        Assert.Equal(1, batches);
        Assert.Equal(bot.Now, await bot.SeeAsync(db => db.Instances.Select(i => i.HousekeptAt).SingleAsync()));
    }

    [Fact]
    public async Task Nothing_due_writes_nothing()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.DoAsync("claire> /rappel ajouter demain pain");
        var commits = 0;
        bot.Host.Store.Writer.Committed += _ => commits++;

        await bot.Host.Due.RunDueAsync(bot.Now, TestContext.Current.CancellationToken);

        Assert.Equal(0, commits);
    }
}

/// <summary>Keeps the errors that were logged.</summary>
internal sealed class Logged : ILoggerFactory, ILogger
{
    public List<string> Errors { get; } = [];

    public ILogger CreateLogger(string categoryName) => this;

    public void AddProvider(ILoggerProvider provider)
    {
    }

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull
        => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Error;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (IsEnabled(logLevel))
        {
            lock (Errors)
            {
                Errors.Add($"{formatter(state, exception)} {exception}");
            }
        }
    }

    public void Dispose()
    {
    }
}
