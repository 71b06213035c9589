using Microsoft.Extensions.Logging;
using Unisson.Bot.Discord;
using Unisson.Bot.Doors;
using Unisson.Bot.Matrix;
using Unisson.Bot.Settings;
using Unisson.Bot.Storage;
using Unisson.Bot.Terminal;
using Unisson.Discord;
using Unisson.Matrix;

namespace Unisson.Bot.Verbs;

/// <summary>The program with network doors: opens the data file and the doors, and stays until it is told to stop, or no network lets it in any more.</summary>
internal static class Serving
{
    public static async Task<int> RunAsync(Arguments arguments, AllSettings settings)
    {
        using var stopping = new Stopping();
        var store = Store.Open(settings.Storage.Path, maxPages: settings.Storage.MaxPages);
        if (store.PracticeNow is not null || arguments.At is not null)
        {
            await store.DisposeAsync();
            await Screen.Error.WriteLineAsync($"The data file {settings.Storage.Path} is for practice, with a clock of its own, and no network door opens it. Nothing was changed. Name another folder (--data DIR), or leave the token out.");
            return ExitCodes.BadSettings;
        }

        await Running.ForgetAgainAsync(store, TimeProvider.System);
        using var logs = new LoggerFactory([new StderrLog(Screen.Error)]);
        await using var bot = new BotHost(store, TimeProvider.System, logs, settings.ForCommands());

        // The terminal's community keeps its place, so that it never becomes a server's.
        await bot.EnsureLocalAsync(Conversation.Local, settings.Community.Language, settings.Community.Zone, CancellationToken.None);
        return await ServeAsync(bot, settings, logs, arguments.Terminal, stopping.Token);
    }

    /// <summary>All doors side by side: one that ends for good does not stop the other.</summary>
    private static async Task<int> ServeAsync(BotHost bot, AllSettings settings, LoggerFactory logs, bool terminal, CancellationToken stop)
    {
        using var leaving = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var doors = new List<INetworkDoor>();
        try
        {
            if (settings.Discord is not null)
            {
                doors.Add(new DiscordDoor(bot, settings, logs, Screen.Error));
            }

            if (settings.Matrix is not null)
            {
                doors.Add(new MatrixDoor(bot, settings, logs, Screen.Error));
            }

            var awake = AwakeAsync(bot, doors, leaving.Token);
            var beside = terminal ? Running.BesideAsync(bot, leaving.Token) : Task.CompletedTask;
            var ended = await Task.WhenAll(doors.Select(d => EndedAsync(d, stop)));
            await leaving.CancelAsync();
            await awake;
            await beside;
            return ended.Max();
        }
        finally
        {
            doors.ForEach(d => d.Dispose());
        }
    }

    /// <summary>Runs a door to its end; the exit code.</summary>
    private static async Task<int> EndedAsync(INetworkDoor door, CancellationToken stop)
    {
        try
        {
            await door.RunAsync(stop);
            return 0;
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return 0;
        }
        catch (DiscordUnauthorizedException)
        {
            await Screen.Error.WriteLineAsync("Discord refused the token: it was reset, or is not a bot's. Nothing was lost; what waits to leave stays stored. Take a new one (Developer Portal, Bot, Reset Token), put it into Discord:Token or Discord:TokenFile, then start again.");
            return ExitCodes.BadSettings;
        }
        catch (GatewayClosedException closed)
        {
            await Screen.Error.WriteLineAsync($"Discord closed the connection for good: {closed.Message} Nothing was lost. Mend the settings named, then start again.");
            return ExitCodes.BadSettings;
        }
        catch (MatrixUnauthorizedException)
        {
            await Screen.Error.WriteLineAsync("The homeserver accepts neither the session nor the token or password of the settings. Nothing was lost; what waits to leave stays stored. Put a new token into Matrix:AccessToken or Matrix:AccessTokenFile, or mend Matrix:User and Matrix:Password, then start again.");
            return ExitCodes.BadSettings;
        }
    }

    /// <summary>Does what falls due by itself, once the door had a moment to open.</summary>
    private static async Task AwakeAsync(BotHost bot, List<INetworkDoor> doors, CancellationToken until)
    {
        try
        {
            await Task.Delay(TimeSpan.FromSeconds(1), bot.Time, until);
            await using var alarm = bot.NewAlarm();
            alarm.HeartbeatFile = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(bot.Store.Path))!, "heartbeat");
            alarm.Drain = _ =>
            {
                doors.ForEach(d => d.Wake());
                return Task.CompletedTask;
            };
            await alarm.StartAsync(until);
            await Task.Delay(Timeout.InfiniteTimeSpan, bot.Time, until);
        }
        catch (OperationCanceledException) when (until.IsCancellationRequested)
        {
        }
    }
}
