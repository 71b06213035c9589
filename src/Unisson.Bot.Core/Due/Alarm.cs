using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Quartz;
using Quartz.Extensibility;
using Unisson.Bot.Storage;

namespace Unisson.Bot.Due;

/// <summary>
/// Wakes the <see cref="DueClock"/>: one Quartz job, in memory, whose one trigger stands at the earliest due instant and moves when a commit
/// makes something due earlier; at most <see cref="Beat"/> ahead, so that its heartbeat shows that it lives. A run that fails is tried again
/// a minute later.
/// </summary>
public sealed partial class Alarm(DueClock due, Store store, TimeProvider time, ILoggerFactory logs) : IAsyncDisposable
{
    /// <summary>Longest time between two heartbeats.</summary>
    public static readonly TimeSpan Beat = TimeSpan.FromSeconds(30);

    // What is due and stays due (a message whose door is down) is looked at again with the next beat; commits that come in a crowd share a run.
    private static readonly TimeSpan Breath = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan AfterTrouble = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Seen = TimeSpan.FromMinutes(1);
    private static readonly JobKey Job = new("due");
    private static readonly TriggerKey Trigger = new("due");

    private readonly ILogger<Alarm> _logger = logs.CreateLogger<Alarm>();
    private readonly CancellationTokenSource _stopping = new();
    private StandaloneSchedulerFactory? _factory;
    private IScheduler? _scheduler;
    private ITimer? _watch;
    private long _armed = long.MaxValue;
    private long _ran;

    /// <summary>Lets the doors send what waits; called after each run.</summary>
    public Func<CancellationToken, Task>? Drain { get; set; }

    /// <summary>File touched with each beat, for containers to watch; null for none.</summary>
    public string? HeartbeatFile { get; set; }

    /// <summary>Where the trigger stands; null while a run is in hand.</summary>
    internal DateTimeOffset? StandsAt => Interlocked.Read(ref _armed) is var ticks && ticks == long.MaxValue ? null : new DateTimeOffset(ticks, TimeSpan.Zero);

    /// <summary>Starts to wake, and does at once what fell due before. Costs some hundred milliseconds: to be called once the doors are open.</summary>
    public async Task StartAsync(CancellationToken ct)
    {
        _factory = QuartzSchedulerBuilder.Create(q =>
        {
            q.UseTimeProvider(time);
            q.UseInMemoryStore();
            q.UseDefaultThreadPool(1);
            q.UseJobFactory(new Ringing(this));
        }).Build();
        _scheduler = await _factory.GetScheduler(ct);
        await _scheduler.AddJob(JobBuilder.Create<Ring>().WithIdentity(Job).StoreDurably().Build(), AddJobOptions.Replacing, ct);
        store.Writer.Committed += OnCommitted;
        await _scheduler.Start(ct);
        await ArmAsync(time.GetUtcNow(), TriggerConflict.Replace);
        _watch = time.CreateTimer(_ => Watch(), null, Beat, Beat);
    }

    /// <summary>Takes nothing new, finishes the batch in hand and returns.</summary>
    public async Task StopAsync()
    {
        await _stopping.CancelAsync();
        store.Writer.Committed -= OnCommitted;
        _watch?.Dispose();
        if (_scheduler is not null)
        {
            await _scheduler.Shutdown(waitForJobsToComplete: true, CancellationToken.None);
            await _factory!.DisposeAsync();
            _scheduler = null;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _stopping.Dispose();
    }

    private void OnCommitted(DateTimeOffset? at)
    {
        if (at is { } instant && instant.UtcTicks < Interlocked.Read(ref _armed))
        {
            _ = ArmAsync(instant, TriggerConflict.KeepEarlier);
        }
    }

    /// <summary>The system's clock was set back: the trigger would stand where the old time was.</summary>
    private void Watch()
    {
        if (time.GetUtcNow().UtcTicks < Interlocked.Read(ref _ran))
        {
            Interlocked.Exchange(ref _ran, 0);
            _ = ArmAsync(time.GetUtcNow(), TriggerConflict.Replace);
        }
    }

    private async Task ArmAsync(DateTimeOffset at, TriggerConflict conflict)
    {
        try
        {
            var soonest = new DateTimeOffset(Interlocked.Read(ref _ran), TimeSpan.Zero) + Breath;
            at = at < soonest ? soonest : at;
            Stand(at, conflict);
            var trigger = TriggerBuilder.Create(time).WithIdentity(Trigger).ForJob(Job).StartAt(at).Build();
            await _scheduler!.ScheduleTrigger(trigger, conflict, CancellationToken.None);
        }
        catch (Exception error) when (error is SchedulerException or NullReferenceException && _stopping.IsCancellationRequested)
        {
            // A commit of the last moment: the next start does what it made due.
        }
        catch (Exception error)
        {
            LogFailed(error);
        }
    }

    private void Stand(DateTimeOffset at, TriggerConflict conflict)
    {
        var armed = Interlocked.Read(ref _armed);
        while (conflict == TriggerConflict.Replace || at.UtcTicks < armed)
        {
            var was = Interlocked.CompareExchange(ref _armed, at.UtcTicks, armed);
            if (was == armed)
            {
                return;
            }

            armed = was;
        }
    }

    private async Task RingAsync()
    {
        var now = time.GetUtcNow();
        Interlocked.Exchange(ref _armed, long.MaxValue);
        Interlocked.Exchange(ref _ran, now.UtcTicks);
        DateTimeOffset next;
        try
        {
            await due.RunDueAsync(now, _stopping.Token);
            await (Drain?.Invoke(_stopping.Token) ?? Task.CompletedTask);
            await BeatAsync(now);
            next = await due.NextAsync(CancellationToken.None) is { } at && at < now + Beat && at > now ? at : now + Beat;
        }
        catch (OperationCanceledException) when (_stopping.IsCancellationRequested)
        {
            return;
        }
        catch (Exception error)
        {
            LogFailed(error);
            next = now + AfterTrouble;
        }

        if (!_stopping.IsCancellationRequested)
        {
            await ArmAsync(next, TriggerConflict.KeepEarlier);
        }
    }

    /// <summary>Shows that it lives: to the container at each beat, to the next start once a minute.</summary>
    private async Task BeatAsync(DateTimeOffset now)
    {
        if (HeartbeatFile is { } file)
        {
            await File.WriteAllTextAsync(file + ".new", now.ToString("O"), CancellationToken.None);
            File.Move(file + ".new", file, overwrite: true);
        }

        await using var db = store.Read();
        var seen = await db.Instances.Where(i => i.Id == Instance.TheOne).Select(i => i.LastSeenAt).FirstOrDefaultAsync(CancellationToken.None);
        if (seen is null || now - seen >= Seen || now < seen)
        {
            await store.Writer.WriteAsync(async scope =>
            {
                (await scope.Db.InstanceAsync(CancellationToken.None)).LastSeenAt = now;
                await scope.Db.SaveChangesAsync(CancellationToken.None);
            });
        }
    }

    [LoggerMessage(LogLevel.Error, "The alarm could not do what is due; it tries again in a minute")]
    private partial void LogFailed(Exception error);

    /// <summary>The one job.</summary>
    [DisallowConcurrentExecution]
    private sealed class Ring(Alarm alarm) : IJob
    {
        public ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) => new(alarm.RingAsync());
    }

    private sealed class Ringing(Alarm alarm) : IJobFactory
    {
        public ValueTask<JobScope> CreateJob(TriggerFiredBundle bundle, IScheduler scheduler, CancellationToken cancellationToken = default)
            => new(new JobScope(new Ring(alarm)));

        public ValueTask ReturnJob(JobScope scope, CancellationToken cancellationToken = default) => default;
    }
}
