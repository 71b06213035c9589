using System.Threading.Channels;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;
using Unisson.Bot.Due;
using Unisson.Bot.Reminders;
using Unisson.Bot.Storage;
using Unisson.Bot.Terminal;
using Unisson.Bot.Tests.Harness;
using Xunit;

namespace Unisson.Bot.Tests.Due;

/// <summary>The real Quartz on a clock that the test moves.</summary>
public sealed class AlarmTests : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("unisson-alarm-").FullName;
    private readonly Shifted _time = new(new FakeTimeProvider(TestBot.Start));
    private readonly Logged _logs = new();
    private readonly Channel<DateTimeOffset> _runs = Channel.CreateUnbounded<DateTimeOffset>();
    private readonly BotHost _host;
    private readonly Alarm _alarm;

    public AlarmTests()
    {
        _host = new BotHost(Store.Open(Path.Combine(_folder, "unisson.db")), _time, _logs);
        _alarm = _host.NewAlarm();
        _alarm.HeartbeatFile = Path.Combine(_folder, "heartbeat");
        _alarm.Drain = ct => _runs.Writer.WriteAsync(_time.GetUtcNow(), ct).AsTask();
    }

    public async ValueTask DisposeAsync()
    {
        await _alarm.DisposeAsync();
        await _host.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
        _logs.Dispose();
    }

    [Fact]
    public async Task A_reminder_comes_at_its_minute_and_an_earlier_one_moves_the_alarm()
    {
        await StartAsync();
        await SayAsync("/reminder add \"in 10 minutes\" late");
        await SayAsync("/reminder add \"in 20 seconds\" early");

        Assert.Equal([], await SentAsync());
        await UntilAsync(async () => (await SentAsync()).Contains("early"));
        Assert.InRange(_time.GetUtcNow(), TestBot.Start.AddSeconds(20), TestBot.Start.AddSeconds(21));
        await UntilAsync(async () => (await SentAsync()).Contains("late"));
        Assert.InRange(_time.GetUtcNow(), TestBot.Start.AddMinutes(10), TestBot.Start.AddMinutes(10.5));
        Assert.Equal(2, await SeeAsync(db => db.Outbox.CountAsync()));
        Assert.Empty(_logs.Errors);
    }

    [Fact]
    public async Task What_fell_due_before_the_start_is_done_at_once()
    {
        await OpenAsync();
        await SayAsync("/reminder add \"in 3 hours\" bread");
        _time.Fake.Advance(TimeSpan.FromHours(5));

        await _alarm.StartAsync(TestContext.Current.CancellationToken);

        await _runs.Reader.ReadAsync(TestContext.Current.CancellationToken);
        Assert.Equal(["bread"], await SentAsync());
    }

    [Fact]
    public async Task It_beats_for_the_container_and_for_the_next_start()
    {
        await StartAsync();

        await UntilAsync(async () => await SeeAsync(db => db.Instances.Select(i => i.LastSeenAt).SingleOrDefaultAsync()) >= TestBot.Start.AddMinutes(2));

        var beat = DateTimeOffset.Parse(await File.ReadAllTextAsync(_alarm.HeartbeatFile!, TestContext.Current.CancellationToken), System.Globalization.CultureInfo.InvariantCulture);
        Assert.InRange(beat, TestBot.Start.AddMinutes(1.5), _time.GetUtcNow());
        Assert.InRange(_runs.Reader.Count, 4, 6);
    }

    [Fact]
    public async Task A_door_that_cannot_send_is_logged_and_tried_again_a_minute_later()
    {
        var tries = new List<DateTimeOffset>();
        _alarm.Drain = _ =>
        {
            tries.Add(_time.GetUtcNow());
            return tries.Count == 1 ? throw new HttpRequestException("no network") : Task.CompletedTask;
        };
        await StartAsync(waits: false);

        await UntilAsync(() => Task.FromResult(tries.Count >= 2));

        Assert.InRange(tries[1] - tries[0], TimeSpan.FromSeconds(60), TimeSpan.FromSeconds(61));
        Assert.Single(_logs.Errors);
    }

    [Fact]
    public async Task Told_to_stop_it_finishes_what_is_in_hand()
    {
        var (began, may) = (new TaskCompletionSource(), new TaskCompletionSource());
        var done = false;
        _alarm.Drain = async _ =>
        {
            began.TrySetResult();
            await may.Task;
            done = true;
        };
        await StartAsync(waits: false);
        await began.Task.WaitAsync(TestContext.Current.CancellationToken);

        var stopping = _alarm.StopAsync();
        Assert.False(stopping.IsCompleted);
        may.SetResult();
        await stopping;

        Assert.True(done);
        await SayAsync("/reminder add \"in 20 seconds\" bread");
        _time.Fake.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal([], await SentAsync());
        Assert.Empty(_logs.Errors);
    }

    [Fact]
    public async Task A_clock_set_back_by_a_day_does_not_put_it_to_sleep()
    {
        await StartAsync();
        await SayAsync("/reminder add \"in 20 seconds\" one");
        await UntilAsync(async () => (await SentAsync()).Count == 1);

        _time.Back = TimeSpan.FromDays(1);
        await SayAsync("/reminder add \"in 10 minutes\" two");

        await UntilAsync(async () => (await SentAsync()).Contains("two"));
        Assert.InRange(_time.GetUtcNow(), TestBot.Start.AddDays(-1).AddMinutes(10), TestBot.Start.AddDays(-1).AddMinutes(11.5));
        Assert.Equal(2, await SeeAsync(db => db.Outbox.CountAsync()));
    }

    private async Task OpenAsync() => await _host.EnsureLocalAsync(Conversation.Local, Language.English, "Europe/Paris", TestContext.Current.CancellationToken);

    private async Task StartAsync(bool waits = true)
    {
        await OpenAsync();
        await _alarm.StartAsync(TestContext.Current.CancellationToken);
        if (waits)
        {
            await _runs.Reader.ReadAsync(TestContext.Current.CancellationToken);
        }
    }

    private async Task SayAsync(string line)
    {
        var incoming = new Unisson.Bot.Deliveries.Incoming("terminal", Guid.NewGuid().ToString(), "claire", "claire", null) { Text = line };
        Assert.Null((await _host.Dispatcher.HandleAsync(incoming, Conversation.Local, TestContext.Current.CancellationToken)).Reply.Refused);
    }

    /// <summary>Moves the clock from where the alarm stands to where it stands next, until it is so.</summary>
    private async Task UntilAsync(Func<Task<bool>> so)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (!await so())
        {
            patience.Token.ThrowIfCancellationRequested();
            if (_alarm.StandsAt - _time.GetUtcNow() is { } left && left > TimeSpan.Zero)
            {
                _time.Fake.Advance(left < Alarm.Beat ? left : Alarm.Beat);
            }

            await Task.Yield();
        }
    }

    private Task<List<string>> SentAsync() => SeeAsync(db => db.Reminders.Where(r => r.State == ReminderState.Sent).Select(r => r.What!).ToListAsync());

    private async Task<T> SeeAsync<T>(Func<BotDb, Task<T>> look)
    {
        await using var db = _host.Store.Read();
        return await look(db);
    }

    /// <summary>A fake clock whose wall can be set back while its timers go on, as a system's clock is.</summary>
    private sealed class Shifted(FakeTimeProvider fake) : TimeProvider
    {
        public FakeTimeProvider Fake { get; } = fake;

        public TimeSpan Back { get; set; }

        public override DateTimeOffset GetUtcNow() => Fake.GetUtcNow() - Back;

        public override long TimestampFrequency => Fake.TimestampFrequency;

        public override long GetTimestamp() => Fake.GetTimestamp();

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) => Fake.CreateTimer(callback, state, dueTime, period);
    }
}
