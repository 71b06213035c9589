using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Unisson.Bot.Matrix;
using Unisson.Bot.Settings;
using Unisson.Bot.Storage;
using Unisson.Matrix.Stub;
using Xunit;

namespace Unisson.Bot.Tests.Matrix;

/// <summary>Rooms that nobody used, over a week of a clock of our own.</summary>
public sealed class UnusedTests : IAsyncLifetime
{
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 12, 1, 9, 0, 0, TimeSpan.Zero));
    private readonly string _folder = Directory.CreateTempSubdirectory("unisson-unused-").FullName;
    private readonly CancellationTokenSource _stopping = new();
    private StubMatrix _matrix = null!;
    private StubPerson _claire = null!;
    private BotHost _host = null!;
    private MatrixDoor _door = null!;
    private Task _running = null!;

    public async ValueTask InitializeAsync()
    {
        _matrix = await StubMatrix.StartAsync(new() { Time = _time });
        _claire = _matrix.AddPerson("claire", "Claire");
        var file = Path.Combine(_folder, "unisson.db");
        var given = new Dictionary<string, string?> { ["Matrix:Homeserver"] = _matrix.BaseUrl.ToString(), ["Matrix:AccessToken"] = _matrix.Token, ["Storage:Path"] = file };
        var settings = SettingsReader.Read(Sources.Read("nowhere.json", given, out _), out _)!;
        _host = new BotHost(Store.Open(file), _time, NullLoggerFactory.Instance, settings.ForCommands());
        _door = new MatrixDoor(_host, settings, NullLoggerFactory.Instance, TextWriter.Null);
        _running = _door.RunAsync(_stopping.Token);
        await _matrix.SyncingAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _running);
        _door.Dispose();
        _stopping.Dispose();
        await _host.DisposeAsync();
        await _matrix.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task A_room_where_nobody_set_the_bot_up_is_left_after_a_week_and_no_other()
    {
        // Young is looked at before Forgotten: its room is older, but the bot came later.
        var (village, young, forgotten) = (_claire.CreateRoom("Village"), _claire.CreateRoom("Young"), _claire.CreateRoom("Forgotten"));
        await InviteAsync(village);
        await InviteAsync(forgotten);
        _claire.Say(village, "!setup start Village language:en zone:Europe/Paris");
        await PassUntilAsync(() => village.Messages.Any(m => m.Sender == _matrix.Bot.Id && m.Shown["body"]!.GetValue<string>().Contains("all set", StringComparison.Ordinal)), TimeSpan.FromSeconds(1));
        _time.Advance(TimeSpan.FromDays(4));
        await InviteAsync(young);
        Assert.Equal("join", forgotten.Membership(_matrix.Bot.Id));

        _time.Advance(TimeSpan.FromDays(4));

        await PassUntilAsync(() => forgotten.Membership(_matrix.Bot.Id) == "leave", TimeSpan.FromMinutes(10));
        Assert.Equal("join", village.Membership(_matrix.Bot.Id));
        Assert.Equal("join", young.Membership(_matrix.Bot.Id));
    }

    private Task InviteAsync(StubRoom room)
    {
        _claire.Invite(room, _matrix.Bot);
        return PassUntilAsync(() => room.Membership(_matrix.Bot.Id) == "join", TimeSpan.FromSeconds(1));
    }

    /// <summary>Lets the bot's time pass by steps, since a request that hung over a jump is tried again after a pause.</summary>
    private async Task PassUntilAsync(Func<bool> so, TimeSpan step)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(TimeSpan.FromSeconds(20));
        while (!so())
        {
            _time.Advance(step);
            await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System, patience.Token);
        }
    }
}
