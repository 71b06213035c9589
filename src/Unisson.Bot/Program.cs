using Unisson.Bot;
using Unisson.Bot.Settings;
using Unisson.Bot.Storage;
using Unisson.Bot.Terminal;
using Unisson.Bot.Verbs;

try
{
    if (CommandLineReader.Read(args, Screen.Out, Screen.Error, out var exitCode) is not { } arguments)
    {
        return exitCode;
    }

    var given = Sources.Read(Path.Combine(AppContext.BaseDirectory, "appsettings.json"), arguments.Overrides, out var unreadable);
    if (SettingsReader.Read(given, out var problems) is not { } settings || unreadable is not null)
    {
        foreach (var problem in problems.Append(unreadable).OfType<string>())
        {
            await Screen.Error.WriteLineAsync(problem);
        }

        return ExitCodes.BadSettings;
    }

    return arguments.Verb switch
    {
        Verb.Check => await new Check(settings.Storage, settings.Discord, settings.Matrix, TimeProvider.System, Screen.Out).RunAsync(CancellationToken.None),
        Verb.Backup => await new Copying(settings.Storage.Path, TimeProvider.System, Screen.Out).BackupAsync(arguments.File!, CancellationToken.None),
        Verb.Restore => await new Copying(settings.Storage.Path, TimeProvider.System, Screen.Out).RestoreAsync(arguments.File!, CancellationToken.None),
        _ => settings is { Discord: null, Matrix: null } ? await Running.RunAsync(arguments, settings) : await Serving.RunAsync(arguments, settings),
    };
}
catch (StorageException trouble)
{
    await Screen.Error.WriteLineAsync(trouble.Message);
    return ExitCodes.Storage;
}
finally
{
    await Screen.Out.FlushAsync();
}
