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
            new ReminderSettings(reader.Number("Reminders:ActivePerPerson", 20, 1, 1000)));
        reader.NameUnknown();
        return found.Count == 0 ? all : null;
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
