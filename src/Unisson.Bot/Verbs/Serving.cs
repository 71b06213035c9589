using Microsoft.Extensions.Logging;
using Unisson.Bot.Discord;
using Unisson.Bot.Settings;
using Unisson.Bot.Storage;
using Unisson.Bot.Terminal;
using Unisson.Discord;

namespace Unisson.Bot.Verbs;

/// <summary>The program with a network door: opens the data file and the door, and stays until it is told to stop, or Discord wants it no more.</summary>
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

        using var logs = new LoggerFactory([new StderrLog(Screen.Error)]);
        await using var bot = new BotHost(store, TimeProvider.System, logs, settings.ForCommands());

        // The terminal's community keeps its place, so that it never becomes a server's.
        await bot.EnsureLocalAsync(Conversation.Local, settings.Community.Language, settings.Community.Zone, CancellationToken.None);
        return await ServeAsync(bot, settings, logs, arguments.Terminal, stopping.Token);
    }

    private static async Task<int> ServeAsync(BotHost bot, AllSettings settings, LoggerFactory logs, bool terminal, CancellationToken stop)
    {
        using var door = new DiscordDoor(bot, settings, logs, Screen.Error);
        using var leaving = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var awake = AwakeAsync(bot, door, leaving.Token);
        var beside = terminal ? Running.BesideAsync(bot, leaving.Token) : Task.CompletedTask;
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
        finally
        {
            await leaving.CancelAsync();
            await awake;
            await beside;
        }
    }

    /// <summary>Does what falls due by itself, once the door had a moment to open.</summary>
    private static async Task AwakeAsync(BotHost bot, DiscordDoor door, CancellationToken until)
    {
        try
        {
            await Task.Delay(TimeSpan.FromSeconds(1), bot.Time, until);
            await using var alarm = bot.NewAlarm();
            alarm.HeartbeatFile = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(bot.Store.Path))!, "heartbeat");
            alarm.Drain = _ =>
            {
                door.Wake();
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
