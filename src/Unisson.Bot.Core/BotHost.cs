using Microsoft.Extensions.Logging;
using Unisson.Bot.Communities;
using Unisson.Bot.Deliveries;
using Unisson.Bot.Due;
using Unisson.Bot.Kernel;
using Unisson.Bot.Storage;

namespace Unisson.Bot;

/// <summary>The parts that every door works with, put together over one store.</summary>
public sealed class BotHost(Store store, TimeProvider time, ILoggerFactory logs, HostSettings? settings = null) : IAsyncDisposable
{
    public Store Store { get; } = store;

    public TimeProvider Time { get; } = time;

    public Catalogue Catalogue { get; } = new(Commands.All, Commands.Actions);

    public Dispatcher Dispatcher => field ??= new Dispatcher(Store, Catalogue, Time, settings ?? HostSettings.Default, logs.CreateLogger<Dispatcher>());

    public DueClock Due { get; } = new(store, DueKinds.All, logs.CreateLogger<DueClock>());

    /// <summary>Wakes <see cref="Due"/> by itself; not for practice, whose clock stands still.</summary>
    public Alarm NewAlarm() => new(Due, Store, Time, logs);

    /// <summary>Makes the local community that the terminal door speaks for, where it does not exist yet.</summary>
    public async Task EnsureLocalAsync(long id, Language language, string zone, CancellationToken ct)
    {
        if (!Store.Knows(id))
        {
            await Store.Writer.WriteAsync(async scope =>
            {
                scope.Db.Communities.Add(new Community { Id = id, Name = "Unisson", Language = language, Zone = zone });
                scope.Db.Channels.Add(new Channel { CommunityId = id, Use = ChannelUse.Missions, Door = "terminal", ExternalId = "#missions" });
                await scope.Db.SaveChangesAsync(ct);
            });
        }
    }

    public ValueTask DisposeAsync()
    {
        Due.Dispose();
        return Store.DisposeAsync();
    }
}
