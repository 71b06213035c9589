using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace Unisson.Bot.Verbs;

/// <summary>Reads the program's own command line; settings in it (<c>--Section:Key=value</c>) are taken out before.</summary>
public static class CommandLineReader
{
    private static readonly string[] Instants = ["yyyy-MM-dd'T'HH:mmzzz", "yyyy-MM-dd'T'HH:mm:sszzz", "yyyy-MM-dd'T'HH:mm'Z'", "yyyy-MM-dd'T'HH:mm:ss'Z'"];

    /// <summary>What was asked for; null when it was only to be said (help, version) or cannot be read.</summary>
    public static Arguments? Read(string[] args, TextWriter output, TextWriter errors, out int exitCode)
    {
        exitCode = 0;
        var (own, overrides) = Split(args);
        var data = new Option<string?>("--data") { Description = "Folder of the data file; short for --Storage:Path=DIR/unisson.db", HelpName = "DIR", Recursive = true };
        var at = new Option<DateTimeOffset?>("--at")
        {
            Description = "On a fresh data file: practice with the clock fixed there, such as 2026-12-01T09:00+01:00",
            HelpName = "INSTANT",
            CustomParser = ReadInstant,
        };
        var strict = new Option<bool>("--strict") { Description = "End with 1 if a line was refused" };
        var terminal = new Option<bool>("--terminal") { Description = "Open the terminal door beside a network door; alone it is always open" };
        var check = new Command("check", "Look at the settings, the data file, the ledgers' chains, the clock and the network doors, and say what was found");
        var made = new Argument<string>("FILE") { Description = "The backup to make; there must be no such file yet" };
        var backup = new Command("backup", "Make a copy of the data file, also while the program runs, and prove that it is whole") { made };
        var put = new Argument<string>("FILE") { Description = "The backup to put back" };
        var restore = new Command("restore", "Put a backup in the place of the data file, which is kept beside it; the program must be stopped") { put };
        var root = new RootCommand("A bot for communities that share the work on their commons. Settings: --Section:Key=value, as in --Storage:Path=unisson.db.") { data, at, strict, terminal, check, backup, restore };
        var verbs = new Dictionary<Command, Verb> { [root] = Verb.Run, [check] = Verb.Check, [backup] = Verb.Backup, [restore] = Verb.Restore };
        foreach (var command in verbs.Keys)
        {
            command.SetAction(_ => 0);
        }


        var parsed = root.Parse(own);
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors)
            {
                errors.WriteLine(error.Message);
            }

            errors.WriteLine("Nothing was started. --help shows what can be said here.");
            exitCode = ExitCodes.BadSettings;
            return null;
        }

        if (!verbs.Keys.Any(command => command.Action == parsed.Action))
        {
            exitCode = parsed.Invoke(new InvocationConfiguration { Output = output, Error = errors });
            return null;
        }

        if (parsed.GetValue(data) is { } folder)
        {
            overrides.Insert(0, new("Storage:Path", Path.Combine(folder, "unisson.db")));
        }

        var said = parsed.CommandResult.Command;
        return new Arguments(verbs[said], parsed.GetValue(at), parsed.GetValue(strict), parsed.GetValue(terminal), overrides)
        {
            File = said == backup ? parsed.GetValue(made) : said == restore ? parsed.GetValue(put) : null,
        };
    }

    private static (List<string> Own, List<KeyValuePair<string, string?>> Overrides) Split(string[] args)
    {
        var own = new List<string>();
        var overrides = new List<KeyValuePair<string, string?>>();
        for (var i = 0; i < args.Length; i++)
        {
            var name = args[i].Split('=')[0];
            if (!name.StartsWith("--", StringComparison.Ordinal) || !name.Contains(':', StringComparison.Ordinal))
            {
                own.Add(args[i]);
            }
            else if (name.Length < args[i].Length)
            {
                overrides.Add(new(name[2..], args[i][(name.Length + 1)..]));
            }
            else
            {
                overrides.Add(new(name[2..], ++i < args.Length ? args[i] : null));
            }
        }

        return (own, overrides);
    }

    private static DateTimeOffset? ReadInstant(ArgumentResult result)
    {
        var text = result.Tokens.Count == 1 ? result.Tokens[0].Value : "";
        if (DateTimeOffset.TryParseExact(text, Instants, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant))
        {
            return instant;
        }

        result.AddError($"--at takes an instant with its offset, such as 2026-12-01T09:00+01:00; I could not read “{text}”.");
        return null;
    }
}
