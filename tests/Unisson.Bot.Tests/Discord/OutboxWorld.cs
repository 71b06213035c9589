using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Unisson.Bot.Communities;
using Unisson.Bot.Deliveries;
using Unisson.Bot.Discord;
using Unisson.Bot.Doors;
using Unisson.Bot.Kernel;
using Unisson.Bot.Storage;
using Unisson.Bot.Tests.Harness;
using Unisson.Discord;
using Unisson.Discord.Stub;
using Xunit;

namespace Unisson.Bot.Tests.Discord;

/// <summary>A community on a Discord of the test's own, the real data file, and the outbox between them.</summary>
internal sealed class OutboxWorld : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("unisson-outbox-").FullName;
    private CancellationTokenSource? _stopping;
    private Task _running = Task.CompletedTask;
    private DoorOutbox? _outbox;

    private OutboxWorld(StubDiscord discord, TimeProvider time, TimeProvider wire, int aSecond)
    {
        (Discord, Time) = (discord, time);
        Rest = new DiscordRest(new DiscordOptions { Token = discord.Token, ApiBaseUrl = discord.ApiBaseUrl, LongestWait = TimeSpan.FromSeconds(5), GlobalLimit = aSecond }, null, wire);
        Host = new BotHost(Store.Open(Path.Combine(_folder, "unisson.db")), time, NullLoggerFactory.Instance);
        Guild = discord.AddGuild("Jura");
        Missions = Guild.AddChannel("missions");
    }

    public StubDiscord Discord { get; }

    public TimeProvider Time { get; }

    public FakeTimeProvider Clock => (FakeTimeProvider)Time;

    public DiscordRest Rest { get; }

    public BotHost Host { get; }

    public StubGuild Guild { get; }

    /// <summary>The community's channel for missions.</summary>
    public StubChannel Missions { get; }

    public DateTimeOffset Now => Time.GetUtcNow();

    /// <summary>Commits so far.</summary>
    public int Commits { get; private set; }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <param name="time">Null is a clock that stands still on a Tuesday at 10:00 in Paris.</param>
    /// <param name="wireStands">Whether the wire goes by that clock too; else its short waits pass by themselves.</param>
    public static async Task<OutboxWorld> StartAsync(TimeProvider? time = null, bool wireStands = false, int aSecond = 50)
    {
        time ??= new FakeTimeProvider(TestBot.Start);
        var world = new OutboxWorld(await StubDiscord.StartAsync(new() { Time = time, Patience = TimeSpan.FromSeconds(20) }), time, wireStands ? time : TimeProvider.System, aSecond);
        await world.ChangeAsync(async db =>
        {
            db.Communities.Add(new Community { Id = 1, Name = "Jura", Language = Language.English, Zone = "Europe/Paris" });
            await db.SaveChangesAsync(Ct);
            db.Installations.Add(new Installation { Door = "discord", ExternalId = world.Guild.Id, CommunityId = 1 });
            db.Channels.Add(new Bot.Communities.Channel { CommunityId = 1, Use = ChannelUse.Missions, Door = "discord", ExternalId = world.Missions.Id });
        });
        world.Host.Store.Writer.Committed += _ => world.Commits++;
        return world;
    }

    /// <summary>Begins to send, as after a start of the program.</summary>
    public void Run()
    {
        _stopping = new CancellationTokenSource();
        var errand = new Errand(Host.Store, new Pump(Host.Store, Host.Catalogue, DiscordDoor.Name), Rest, Time, NullLogger.Instance);
        _outbox = new DoorOutbox(Host.Store, Host.Catalogue, DiscordDoor.Name, errand.RunAsync, Time, NullLogger<DoorOutbox>.Instance, Rest.Refused);
        _running = _outbox.RunAsync(_stopping.Token);
    }

    /// <summary>Ends; what was in hand is stored.</summary>
    public async Task StopAsync()
    {
        if (_stopping is not null)
        {
            await _stopping.CancelAsync();
            await _running;
            _stopping.Dispose();
            _outbox!.Dispose();
            _stopping = null;
        }
    }

    /// <summary>Ends when the outbox itself does.</summary>
    public Task EndedAsync() => _running.WaitAsync(TimeSpan.FromSeconds(20), TimeProvider.System, Ct);

    /// <summary>Lets time pass.</summary>
    public void Pass(TimeSpan time)
    {
        Clock.Advance(time);
        _outbox?.Wake();
    }

    /// <summary>Somebody in the server who opened the private conversation themselves.</summary>
    public async Task<StubUser> PersonAsync(string name)
    {
        var user = Discord.AddUser(name).In(Guild);
        await DoAsync(user, "/call list");
        Assert.True(await new PrivateChannels(Host.Store, Rest, Time).OpenAsync(user.Id, 1, _ => Task.CompletedTask, Ct));
        return user;
    }

    /// <summary>What a person types in the server.</summary>
    public Task<Reply> DoAsync(StubUser user, string line) => HandleAsync(By(user) with { Text = line });

    /// <summary>A button, by its code.</summary>
    public Task<Reply> TapAsync(StubUser user, string code) => HandleAsync(By(user) with { Action = code });

    public Task<long> IdOfAsync(StubUser user) => SeeAsync(db => db.Accounts.Where(a => a.ExternalId == user.Id).Select(a => a.PersonId).SingleAsync(Ct));

    /// <summary>A message to the channel for missions.</summary>
    public Task ToMissionsAsync(string subject, Reply reply)
        => ChangeAsync(db => Bot.Deliveries.Outbox.ToChannelAsync(db, 1, ChannelUse.Missions, subject, reply, Now, Ct));

    /// <summary>A message to somebody in private.</summary>
    public async Task ToAsync(StubUser user, string subject, Reply reply)
    {
        var id = await IdOfAsync(user);
        await ChangeAsync(db => Bot.Deliveries.Outbox.ToPersonAsync(db, 1, id, subject, reply, Now, Now, null, Ct));
    }

    public Task ChangeAsync(Func<BotDb, Task> change) => Host.Store.Writer.WriteAsync(async scope =>
    {
        await change(scope.Db);
        await scope.Db.SaveChangesAsync(Ct);
    });

    public async Task<T> SeeAsync<T>(Func<BotDb, Task<T>> look)
    {
        await using var db = Host.Store.Read();
        return await look(db);
    }

    /// <summary>Looks after each commit until it is so.</summary>
    public async Task UntilAsync(Func<IQueryable<OutboxRow>, Task<bool>> so)
    {
        using var committed = new SemaphoreSlim(0);
        Action<DateTimeOffset?> heard = _ => committed.Release();
        Host.Store.Writer.Committed += heard;
        while (!await SeeAsync(db => so(db.Outbox.OrderBy(o => o.Id))))
        {
            Assert.True(await committed.WaitAsync(TimeSpan.FromSeconds(20), Ct), "It never came to be.");
        }

        Host.Store.Writer.Committed -= heard;
    }

    /// <summary>Until nothing waits but what was set aside.</summary>
    public Task SentAsync() => UntilAsync(async rows => !await rows.AnyAsync(o => o.SentAt == null && o.Parked == null, Ct));

    private Incoming By(StubUser user) => new("discord", Guid.NewGuid().ToString("N"), user.Id, user.Name, Missions.Id);

    private async Task<Reply> HandleAsync(Incoming incoming)
    {
        var answer = await Host.Dispatcher.HandleAsync(incoming, 1, Ct);
        Assert.Null(answer.Reply.Refused);
        return answer.Reply;
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        Rest.Dispose();
        await Host.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
        await Discord.DisposeAsync();
    }
}
