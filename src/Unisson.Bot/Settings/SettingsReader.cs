using System.Globalization;
using Microsoft.Extensions.Configuration;
using Unisson.Bot.Kernel;

namespace Unisson.Bot.Settings;

/// <summary>
/// Reads all settings, or says everything that is wrong with them at once, each problem with its key and its cure. A value is repeated only
/// where the key is known and no secret.
/// </summary>
public sealed class SettingsReader
{
    private readonly IConfiguration _given;
    private readonly List<string> _problems;
    private readonly List<string> _known = [];

    private SettingsReader(IConfiguration given, List<string> problems) => (_given, _problems) = (given, problems);

    /// <summary>The settings; null when there are problems.</summary>
    public static AllSettings? Read(IConfiguration given, out IReadOnlyList<string> problems)
    {
        var found = new List<string>();
        problems = found;
        var reader = new SettingsReader(given, found);
        var all = new AllSettings(
            new StorageSettings(reader.Path("Storage:Path", "data/unisson.db"), reader.Number("Storage:MaxPages", 0, 0, int.MaxValue)),
            new CommunitySettings(reader.Language("Community:Language", Languages.Language.English), reader.Zone("Community:Zone", "Europe/Paris")),
            new OperatorSettings(reader.Text("Operator:Name", 100), reader.Text("Operator:Contact", 200)),
            new ReminderSettings(reader.Number("Reminders:ActivePerPerson", 20, 1, 1000)),
            new LimitSettings(reader.Number("Limits:CommandsPerMinute", 30, 0, 100_000)))
        {
            Discord = reader.Discord(),
            Matrix = reader.Matrix(),
        };
        reader.NameUnknown();
        return found.Count == 0 ? all : null;
    }

    private DiscordSettings? Discord()
    {
        var (token, url) = (Secret("Discord:Token"), Address("Discord:ApiBaseUrl", "https://discord.com/api/v10"));
        var (shards, hears) = (Number("Discord:Shards", 0, 0, 10_000), Truth("Discord:DirectMessages", true));
        return token is null ? null : new DiscordSettings { Token = token, ApiBaseUrl = url, Shards = shards, DirectMessages = hears };
    }

    private MatrixSettings? Matrix()
    {
        var (server, token, user, password) = (Value("Matrix:Homeserver"), Secret("Matrix:AccessToken"), Value("Matrix:User"), Secret("Matrix:Password"));
        var invitedBy = (Value("Matrix:InvitedBy") ?? "").Split([' ', ','], StringSplitOptions.RemoveEmptyEntries);
        if (server is null && token is null && user is null && password is null)
        {
            return null;
        }

        if (server is null || !(server.Contains("://", StringComparison.Ordinal) ? Uri.TryCreate(server, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" : Uri.TryCreate($"https://{server}", UriKind.Absolute, out _)))
        {
            _problems.Add($"Matrix:Homeserver is {(server is null ? "missing" : $"“{server}”")}: write the homeserver's whole address, or the name of its server, such as example.org.");
            return null;
        }

        if (token is null && (user is null || password is null))
        {
            _problems.Add("Matrix:AccessToken is missing, and so is Matrix:User or Matrix:Password: give the token of the bot's account, or both of the others.");
            return null;
        }

        return new MatrixSettings { Homeserver = server, AccessToken = token, User = user, Password = password, InvitedBy = invitedBy };
    }

    /// <summary>A secret, given itself or by the file that holds it. It is never repeated.</summary>
    private string? Secret(string key)
    {
        var (given, file) = (Value(key), Value(key + "File"));
        if (given is not null && file is not null)
        {
            _problems.Add($"{key} and {key}File are both given: leave one of them out.");
        }

        var secret = given;
        if (given is null && file is not null)
        {
            try
            {
                secret = File.ReadAllText(file).Trim();
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException)
            {
                _problems.Add($"{key}File is “{file}”, which cannot be read: {(error is FileNotFoundException or DirectoryNotFoundException ? "there is no such file" : "the program may not open it")}. Mend the path or its permissions.");
                return null;
            }
        }

        if (secret is { } s && (s.Length == 0 || s.Any(c => char.IsControl(c) || char.IsWhiteSpace(c))))
        {
            _problems.Add($"{key} (or its file) is empty or has blanks or several lines in it: put the token there and nothing else.");
            return null;
        }

        return secret;
    }

    private Uri Address(string key, string standard)
    {
        var text = Value(key) ?? standard;
        if (Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https")
        {
            return address;
        }

        _problems.Add($"{key} is “{text}”: write a whole address that begins with https://, or leave it out for {standard}.");
        return new Uri(standard);
    }

    private bool Truth(string key, bool standard)
    {
        switch (Value(key)?.ToLowerInvariant())
        {
            case null:
                return standard;
            case "true":
                return true;
            case "false":
                return false;
            case var other:
                _problems.Add($"{key} is “{other}”: write true or false.");
                return standard;
        }
    }

    private string? Value(string key)
    {
        _known.Add(key);
        return _given[key] is { } value && !string.IsNullOrWhiteSpace(value) ? value.Trim() : null;
    }

    private string Path(string key, string standard)
    {
        var path = Value(key) ?? standard;
        if (Directory.Exists(path) || path.EndsWith('/'))
        {
            _problems.Add($"{key} is “{path}”, which is a folder: name the file in it, such as {System.IO.Path.Combine(path, "unisson.db")} (--data DIR does that for you).");
        }

        return path;
    }

    private string? Text(string key, int longest)
    {
        var text = Value(key);
        if (text?.Length > longest || text?.Any(char.IsControl) == true)
        {
            _problems.Add($"{key} is too long or has more than one line: write at most {longest.ToString(CultureInfo.InvariantCulture)} characters on one line.");
        }

        return text;
    }

    private int Number(string key, int standard, int least, int most)
    {
        if (Value(key) is not { } text)
        {
            return standard;
        }

        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
        {
            return number;
        }

        _problems.Add(string.Create(CultureInfo.InvariantCulture, $"{key} is “{text}”: write a whole number from {least} to {most}, or leave it out for {standard}."));
        return standard;
    }

    private Language Language(string key, Language standard)
    {
        switch (Value(key)?.ToLowerInvariant())
        {
            case null:
                return standard;
            case "en":
                return Languages.Language.English;
            case "fr":
                return Languages.Language.French;
            case var other:
                _problems.Add($"{key} is “{other}”: write en or fr.");
                return standard;
        }
    }

    private string Zone(string key, string standard)
    {
        var zone = Value(key) ?? standard;
        // The zones are read only when one is named: the standard one is known to be good.
        if (zone != standard && !Zones.Exists(zone))
        {
            _problems.Add($"{key} is “{zone}”, which is no IANA time zone: perhaps {string.Join(", ", Zones.Near(zone, 3))}?");
        }

        return zone;
    }

    private void NameUnknown()
    {
        var known = new HashSet<string>(_known, StringComparer.OrdinalIgnoreCase);
        var sections = _known.Select(k => k.Split(':')[0]).Distinct(StringComparer.OrdinalIgnoreCase).ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var section in _given.GetChildren())
        {
            if (!sections.Contains(section.Key))
            {
                _problems.Add($"{section.Key} is not a section of this version: it has {string.Join(", ", sections)}. Mend the name, or remove it.");
                continue;
            }

            foreach (var (key, _) in section.AsEnumerable().Where(p => p.Value is not null && !known.Contains(p.Key)))
            {
                _problems.Add($"{key} is not a setting of this version: perhaps {Nearest.Of(key, _known, 1)[0]}? Mend the key, or remove it.");
            }
        }
    }
}
