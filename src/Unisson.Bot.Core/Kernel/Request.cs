using System.Diagnostics.CodeAnalysis;
using Unisson.Bot.Storage;

namespace Unisson.Bot.Kernel;

/// <summary>One command being run: who, when, with which values, on which unit of work.</summary>
public sealed class Request(Catalogue catalogue, CommandSpec spec, CommandLine line, Caller caller, BotDb db, DateTimeOffset now)
{
    private readonly Dictionary<Option, object> _values = [];

    public Catalogue Catalogue { get; } = catalogue;

    public CommandSpec Spec { get; } = spec;

    public CommandLine Line { get; } = line;

    public Caller Caller { get; } = caller;

    public BotDb Db { get; } = db;

    public DateTimeOffset Now { get; } = now;

    public HostSettings Settings { get; init; } = HostSettings.Default;

    /// <summary>Opens a context that only reads and outlives this request, for a file that is written later.</summary>
    public Func<BotDb> Read { get; init; } = () => db;

    /// <summary>What the door lacks, in the network's own words, before it can post in a channel; empty where it can, or where nobody knows.</summary>
    public Func<string, IReadOnlyList<string>> LackedIn { get; init; } = _ => [];

    /// <summary>Speaks to the caller.</summary>
    public Say Say { get; } = new(caller.Language, caller.Zone, now);

    /// <summary>The value of an option that is needed, or that the command knows to be there.</summary>
    public T Get<T>(Option<T> option)
        where T : notnull
        => (T)_values[option];

    public bool Given<T>(Option<T> option, [MaybeNullWhen(false)] out T value)
        where T : notnull
    {
        value = _values.TryGetValue(option, out var boxed) ? (T)boxed : default;
        return boxed is not null;
    }

    public bool Given(Option option) => _values.ContainsKey(option);

    /// <summary>The text of an option, or null when it was left out.</summary>
    public string? Text(Option<string> option) => Given(option, out var text) ? text : null;

    /// <summary>The value of an option, or null when it was left out.</summary>
    public T? Value<T>(Option<T> option)
        where T : struct
        => Given(option, out var value) ? value : null;

    /// <summary>Reads every value that was given, then looks for what is missing. The first thing wrong is said, the rest is kept.</summary>
    public Refusal? ReadOptions()
    {
        var reading = new Reading(Say);
        foreach (var option in Spec.Options)
        {
            if (!Line.Values.TryGetValue(option.Name.English, out var text))
            {
                continue;
            }

            if (option.ReadObject(text, reading).Refused(out var refusal, out var value))
            {
                return refusal with { Mend = refusal.Mend ?? Line.With(option.Name.English, CommandLine.Blank) };
            }

            _values[option] = value;
        }

        var missing = Spec.Options.Where(o => o.Needed && !_values.ContainsKey(o)).ToList();
        return missing.Count == 0 ? null : Missing(missing);
    }

    /// <summary>Refuses with what is missing, and the line to complete.</summary>
    public Refusal Missing(IEnumerable<Option> missing)
    {
        var all = missing.ToList();
        var line = all.Aggregate(Line, (l, o) => l.With(o.Name.English, CommandLine.Blank));
        return new Refusal("command.missing", all.Select(Asked)) { Mend = line };
    }

    /// <summary>The option's label, with what can be chosen.</summary>
    private string Asked(Option option) => Spec.Label(option, Say)
        + (option.Choices is { } choices ? $" ({string.Join(", ", choices.Values.Select(v => choices.Label(v, Say)))})" : "");
}
