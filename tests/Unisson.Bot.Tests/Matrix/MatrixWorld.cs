using Microsoft.Extensions.Logging;
using Unisson.Bot.Discord;
using Unisson.Bot.Matrix;
using Unisson.Bot.Settings;
using Unisson.Bot.Storage;
using Unisson.Bot.Tests.Harness;
using Unisson.Discord.Stub;
using Unisson.Matrix.Homeservers;
using Xunit;

namespace Unisson.Bot.Tests.Matrix;

/// <summary>
/// The whole door and its data file, on a real homeserver and so by the real clock: calls are for today, because only what is urgent leaves on a
/// day off.
/// </summary>
internal sealed class MatrixWorld : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("unisson-matrix-").FullName;
    private readonly Homeserver _homeserver;
    private readonly List<string> _errors = [];
    private CancellationTokenSource _stopping = new();
    private MatrixDoor? _door;
    private DiscordDoor? _onDiscord;
    private Task _running = Task.CompletedTask;

    private MatrixWorld(Homeserver homeserver, MatrixPerson bot) => (_homeserver, Bot) = (homeserver, bot);

    /// <summary>The bot's own account.</summary>
    public MatrixPerson Bot { get; }

    public BotHost Host { get; private set; } = null!;

    /// <summary>The other network that the same bot is on; null where it is on Matrix alone.</summary>
    public StubDiscord? Discord { get; init; }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <param name="before">Done with the bot's account before it ever started.</param>
    public static async Task<MatrixWorld> StartAsync(Homeserver homeserver, string invitedBy = "", StubDiscord? discord = null, Func<MatrixPerson, Task>? before = null)
    {
        var world = new MatrixWorld(homeserver, await homeserver.RegisterAsync("unisson")) { Discord = discord };
        await (before?.Invoke(world.Bot) ?? Task.CompletedTask);
        await world.OpenAsync(invitedBy);
        return world;
    }

    /// <summary>Starts the bot on the file as it is.</summary>
    public async Task OpenAsync(string invitedBy = "")
    {
        var file = Path.Combine(_folder, "unisson.db");
        var given = new Dictionary<string, string?>
        {
            ["Matrix:Homeserver"] = _homeserver.Url.ToString(),
            ["Matrix:AccessToken"] = Bot.Token,
            ["Matrix:InvitedBy"] = invitedBy,
            ["Discord:Token"] = Discord?.Token,
            ["Discord:ApiBaseUrl"] = Discord?.ApiBaseUrl.ToString(),
            ["Storage:Path"] = file,
        };
        var settings = SettingsReader.Read(Sources.Read("nowhere.json", given, out _), out var problems);
        Assert.Empty(problems);
        var logs = new LoggerFactory([new ErrorLog(_errors)]);
        Host = new BotHost(Store.Open(file), TimeProvider.System, logs, settings!.ForCommands());
        await Host.EnsureLocalAsync(1, Languages.Language.English, "Europe/Paris", Ct);
        _stopping = new CancellationTokenSource();
        _door = new MatrixDoor(Host, settings, logs, TextWriter.Null);
        _running = _door.RunAsync(_stopping.Token);
        if (Discord is not null)
        {
            _onDiscord = new DiscordDoor(Host, settings, logs, TextWriter.Null);
            _running = Task.WhenAll(_running, _onDiscord.RunAsync(_stopping.Token));
            await Discord.ConnectedAsync();
            await Discord.CommandsAsync();
        }
    }

    /// <summary>A room with these people, set up, as Claire looks after it.</summary>
    public async Task<string> VillageAsync(MatrixPerson claire, string name, string setUp, string? version = null, params MatrixPerson[] others)
    {
        var room = await claire.CreatePublicRoomAsync(name, version);
        await claire.InviteAsync(room, Bot.UserId);
        await CameAsync(claire, room);
        foreach (var other in others)
        {
            await other.JoinAsync(room);
        }

        await SayAsync(claire, room, setUp);
        return room;
    }

    /// <summary>Says a line, and gives the bot's next message in the same room.</summary>
    public async Task<MatrixEvent> SayAsync(MatrixPerson person, string room, string line)
    {
        var said = await person.SendAsync(room, line);
        return await person.WaitForAsync(e => e.RoomId == room && e.Sender == Bot.UserId && e.Type == "m.room.message" && Answers(e) == said);
    }

    /// <summary>The bot's next message in a room, whatever it answers.</summary>
    public Task<MatrixEvent> HearAsync(MatrixPerson person, string room) => person.WaitForAsync(e => e.RoomId == room && e.Sender == Bot.UserId && e.Type == "m.room.message");

    /// <summary>The bot came into a room: what is said from now on is heard.</summary>
    public Task CameAsync(MatrixPerson person, string room) => CameAsync(person, room, Bot);

    public static Task CameAsync(MatrixPerson person, string room, MatrixPerson bot)
        => person.WaitForAsync(e => e.RoomId == room && e.Type == "m.room.member" && e.StateKey == bot.UserId && e.Content.GetProperty("membership").GetString() == "join");

    /// <summary>A room for two, begun by the person.</summary>
    public async Task<string> AloneAsync(MatrixPerson person)
    {
        var room = await person.CreateDmAsync(Bot.UserId);
        await CameAsync(person, room);
        return room;
    }

    /// <summary>Does what is due by now, and lets it leave.</summary>
    public async Task DueAsync()
    {
        await Host.Due.RunDueAsync(TimeProvider.System.GetUtcNow(), Ct);
        _door!.Wake();
        _onDiscord?.Wake();
    }

    public async Task<T> SeeAsync<T>(Func<BotDb, Task<T>> look)
    {
        await using var db = Host.Store.Read();
        return await look(db);
    }

    /// <summary>Stops the bot; the file stays.</summary>
    public async Task StopAsync()
    {
        await _stopping.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _running.WaitAsync(TimeSpan.FromSeconds(10), TimeProvider.System, CancellationToken.None));
        _door?.Dispose();
        _onDiscord?.Dispose();
        _stopping.Dispose();
        await Host.DisposeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        Directory.Delete(_folder, recursive: true);
        Assert.True(_errors.Count == 0, string.Join('\n', _errors));
    }

    public static string? Answers(MatrixEvent e)
        => e.Content.TryGetProperty("m.relates_to", out var relates) && relates.TryGetProperty("m.in_reply_to", out var to) ? to.GetProperty("event_id").GetString() : null;
}
