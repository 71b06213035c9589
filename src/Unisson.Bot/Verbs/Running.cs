using Microsoft.Extensions.Logging;
using Unisson.Bot.Forgetting;
using Unisson.Bot.Help;
using Unisson.Bot.Settings;
using Unisson.Bot.Storage;
using Unisson.Bot.Terminal;

namespace Unisson.Bot.Verbs;

/// <summary>The program without a verb: opens the data file and the doors, and stays until the input ends or it is told to stop.</summary>
internal static class Running
{
    private static readonly TimeSpan Moment = TimeSpan.FromSeconds(1);

    public static async Task<int> RunAsync(Arguments arguments, AllSettings settings)
    {
        using var stopping = new Stopping();
        var pipe = Screen.IsInteractive ? null : new PipeDoor(Screen.Input(), Screen.Out);
        pipe?.Start();
        if (pipe?.HasEnded == true)
        {
            return NobodySpeaks();
        }

        var store = Store.Open(settings.Storage.Path, arguments.At, settings.Storage.MaxPages);
        if (arguments.At is not null && store.PracticeNow is null)
        {
            await store.DisposeAsync();
            await Screen.Error.WriteLineAsync($"The data file {settings.Storage.Path} was used for real, and --at makes only fresh files into practice files. Nothing was changed. Name another folder (--data DIR), or leave --at out.");
            return ExitCodes.BadSettings;
        }

        TimeProvider time = store.PracticeNow is { } practice ? new PracticeClock(practice) : TimeProvider.System;
        await ForgetAgainAsync(store, time);
        using var logs = new LoggerFactory([new StderrLog(Screen.Error)]);
        var bot = new BotHost(store, time, logs, settings.ForCommands());
        var serving = ServeAsync(bot, pipe, settings, stopping.Token);
        if (await Task.WhenAny(serving, OutOfPatienceAsync(stopping.Token)) != serving)
        {
            await Screen.Error.WriteLineAsync("What was in hand did not finish in time; what was answered is stored.");
            return 0;
        }

        try
        {
            return await serving switch
            {
                Ended.NobodySpoke => NobodySpeaks(),
                Ended.WithRefusals when arguments.Strict => ExitCodes.Refused,
                _ => 0,
            };
        }
        finally
        {
            // Stores which answers were seen.
            await bot.DisposeAsync();
        }
    }

    /// <summary>An older file that was put back may know people who have asked to be forgotten since.</summary>
    public static async Task ForgetAgainAsync(Store store, TimeProvider time)
    {
        if (await Forgetter.AgainAsync(store, time.GetUtcNow(), CancellationToken.None) is > 0 and var again)
        {
            await Screen.Error.WriteLineAsync($"The data file was an older one: people in it who had asked to be forgotten since ({again}) are forgotten again.");
        }
    }

    /// <summary>The terminal door beside a network door: it sees its own community only, and the other door goes on when its input ends.</summary>
    public static async Task BesideAsync(BotHost bot, CancellationToken stop)
    {
        var conversation = new Conversation(bot.Store, bot.Catalogue, bot.Dispatcher, bot.Due, bot.Time);
        try
        {
            if (Screen.IsInteractive)
            {
                await PromptAsync(new PromptDoor(conversation, new Completion(bot.Catalogue), Screen.Out), conversation, stop);
                return;
            }

            var pipe = new PipeDoor(Screen.Input(), Screen.Out);
            pipe.Start();
            await pipe.RunAsync(conversation, stop);
        }
        catch (Exception error) when (error is IOException || (error is OperationCanceledException && stop.IsCancellationRequested))
        {
            // The terminal was closed, or the program is told to stop.
        }
    }

    private enum Ended
    {
        Well,
        WithRefusals,
        NobodySpoke,
    }

    private static async Task<Ended> ServeAsync(BotHost bot, PipeDoor? pipe, AllSettings settings, CancellationToken stop)
    {
        await bot.EnsureLocalAsync(Conversation.Local, settings.Community.Language, settings.Community.Zone, CancellationToken.None);
        var conversation = new Conversation(bot.Store, bot.Catalogue, bot.Dispatcher, bot.Due, bot.Time);
        var prompt = pipe is null ? new PromptDoor(conversation, new Completion(bot.Catalogue), Screen.Out) : null;
        using var leaving = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var awake = AwakeAsync(bot, prompt, leaving.Token);
        try
        {
            return await (pipe is null ? PromptAsync(prompt!, conversation, stop) : pipe.RunAsync(conversation, stop)) switch
            {
                null => Ended.NobodySpoke,
                true => Ended.WithRefusals,
                false => Ended.Well,
            };
        }
        catch (IOException)
        {
            // Nobody is there to read any more: the terminal was closed. What happened to the data file comes as its own trouble.
            return Ended.Well;
        }
        finally
        {
            await leaving.CancelAsync();
            await awake;
        }
    }

    private static async Task<bool?> PromptAsync(PromptDoor prompt, Conversation conversation, CancellationToken stop)
    {
        if (await prompt.RunAsync(stop) is { } refused)
        {
            return refused;
        }

        var plain = new PipeDoor(Screen.Input(), Screen.Out);
        plain.Start();
        return await plain.RunAsync(conversation, stop) ?? false;
    }

    /// <summary>
    /// Does what falls due by itself, once the door has been open for a moment: a few lines from a pipe are answered before it costs anything. What
    /// it has to say is printed above the prompt; from a pipe it comes with the next block.
    /// </summary>
    private static async Task AwakeAsync(BotHost bot, PromptDoor? prompt, CancellationToken until)
    {
        if (bot.Time is PracticeClock)
        {
            return;
        }

        try
        {
            await Task.Delay(Moment, bot.Time, until);
            await using var alarm = bot.NewAlarm();
            alarm.HeartbeatFile = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(bot.Store.Path))!, "heartbeat");
            alarm.Drain = _ =>
            {
                prompt?.Ring();
                return Task.CompletedTask;
            };
            await alarm.StartAsync(until);
            await Task.Delay(Timeout.InfiniteTimeSpan, bot.Time, until);
        }
        catch (OperationCanceledException) when (until.IsCancellationRequested)
        {
        }
    }

    private static async Task OutOfPatienceAsync(CancellationToken stop)
    {
        var told = new TaskCompletionSource();
        using var _ = stop.Register(told.SetResult);
        await told.Task;
        await Task.Delay(Stopping.Patience, TimeProvider.System, CancellationToken.None);
    }

    private static int NobodySpeaks()
    {
        Screen.Error.WriteLine("Nothing is configured and there is nobody to talk to: the input ended before its first line. Give the program a terminal (docker run -it) or lines to read.");
        return ExitCodes.BadSettings;
    }
}
