using System.Collections.Concurrent;
using System.Globalization;
using System.Resources;
using System.Text.RegularExpressions;
using Humanizer;
using NodaTime;
using Unisson.Bot.Kernel;

namespace Unisson.Bot.Languages;

/// <summary>
/// Speaks to one person: sentences of <c>Texts.resx</c> in their language, with dates in their zone. Placeholders take what the domain has:
/// instants (<c>{0}</c>, <c>{0:day}</c>, <c>{0:year}</c>), days, durations, money in cents, lists, <c>{0:#place|places}</c> for the plural of
/// a count, <c>{0:une}</c> for a count in words, and <c>{0:de}</c> for « de Bob », « d’Ana ».
/// </summary>
public sealed partial class Say : IFormatProvider, ICustomFormatter
{
    private static readonly ResourceManager Texts = new("Unisson.Bot.Texts", typeof(Say).Assembly);
    private static readonly Say[] Plain = [new(Language.English, DateTimeZone.Utc, default), new(Language.French, DateTimeZone.Utc, default)];
    private static readonly ConcurrentDictionary<(Language, string), string> Templates = new();

    /// <summary>Counts up to here are spelled out.</summary>
    private const int Dozen = 12;

    private readonly DateOnly _today;

    public Say(Language language, DateTimeZone zone, DateTimeOffset now)
    {
        (Language, Zone, Now) = (language, zone, now);
        Culture = CultureInfo.GetCultureInfo(language == Language.French ? "fr-FR" : "en-GB");
        _today = Day(now);
    }

    /// <summary>Stands for the name of somebody who asked to be forgotten; every reader sees it in words of their own language.</summary>
    public const string Nobody = "\u0001";

    public Language Language { get; }

    public DateTimeZone Zone { get; }

    public DateTimeOffset Now { get; }

    public CultureInfo Culture { get; }

    public string this[string key] => Template(key);

    /// <summary>There is such a text; for those that need not exist.</summary>
    public bool Has(string key) => Templates.ContainsKey((Language, key)) || Texts.GetString(key, CultureInfo.InvariantCulture) is not null;

    public string this[string key, params object?[] args]
    {
        get
        {
            var (template, text) = (Template(key), string.Format(this, Template(key), args));
            return args is [Nobody, ..] && template.StartsWith("{0", StringComparison.Ordinal) ? char.ToUpper(text[0], Culture) + text[1..] : text;
        }
    }

    /// <summary>For labels and words, which need neither zone nor now.</summary>
    public static Say In(Language language) => Plain[(int)language];

    /// <summary>The day it is there and then.</summary>
    public DateOnly Day(DateTimeOffset instant) => Instant.FromDateTimeOffset(instant).InZone(Zone).Date.ToDateOnly();

    public object? GetFormat(Type? formatType) => formatType == typeof(ICustomFormatter) ? this : Culture.GetFormat(formatType);

    public string Format(string? format, object? arg, IFormatProvider? formatProvider) => arg switch
    {
        null => "",
        Nobody => Format(format, this["person.forgotten"], formatProvider),
        string text when format == "de" => Of(text),
        string text => text,
        DateTimeOffset instant when format == "day" => Speak(Day(instant)),
        DateTimeOffset instant when format == "year" => Timestamp.Marked(instant, InYear(instant)),
        DateTimeOffset instant => Speak(instant),
        DateOnly day => Speak(day),
        TimeSpan duration => Speak(duration),
        Language language => this[$"choice.language.{(language == Language.French ? "fr" : "en")}"],
        Labelled label => this[label.Key],
        IEnumerable<Labelled> labels => List([.. labels.Select(l => this[l.Key])]),
        IEnumerable<string> list => List([.. list]),
        int count when format?.StartsWith('#') == true => Plural(count, format.AsSpan(1)),
        long count when format?.StartsWith('#') == true => Plural(count, format.AsSpan(1)),
        int count when format is "un" or "une" => InWords(count, format == "une" ? GrammaticalGender.Feminine : GrammaticalGender.Masculine),
        IFormattable value => value.ToString(format, Culture),
        _ => arg.ToString() ?? "",
    };

    /// <summary>« mardi 15 décembre », with its year when it is not this one.</summary>
    public string Speak(DateOnly day) => day.Year == _today.Year ? InAnyYear(day) : InYear(day);

    /// <summary>« mardi 15 décembre 2026 », for what is said back so that it can be checked.</summary>
    public string InYear(DateOnly day) => InAnyYear(day) + day.ToString(" yyyy", Culture);

    /// <summary>« mardi 15 décembre 2026 à 9 h », in the person's zone.</summary>
    public string InYear(DateTimeOffset instant) => this["time.at", InYear(Day(instant)), Clock(TimeOf(instant))];

    /// <summary>« mardi 15 décembre à 9 h », in the person's zone, marked as the <see cref="Timestamp"/> that it is.</summary>
    public string Speak(DateTimeOffset instant) => Timestamp.Marked(instant, this["time.at", Day(instant), Clock(TimeOf(instant))]);

    /// <summary>« 9 h 30 » or "9:30".</summary>
    public string Clock(TimeOnly time) => Language == Language.English
        ? time.ToString("H:mm", Culture)
        : time.Minute == 0 ? $"{time.Hour.ToString(Culture)}\u00A0h" : $"{time.Hour.ToString(Culture)}\u00A0h\u00A0{time.ToString("mm", Culture)}";

    /// <summary>The clock at an instant, in the person's zone.</summary>
    public string ClockOf(DateTimeOffset instant) => Clock(TimeOf(instant));

    /// <summary>« 6 h », « 3 h 30 », « 45 min »: effort, in hours and minutes.</summary>
    public string Speak(TimeSpan duration)
    {
        var (hours, minutes) = ((long)duration.TotalHours, duration.Minutes);
        return (hours, minutes) switch
        {
            (0, _) => $"{minutes.ToString(Culture)}\u00A0min",
            (_, 0) => $"{hours.ToString("N0", Culture)}\u00A0h",
            _ => $"{hours.ToString("N0", Culture)}\u00A0h\u00A0{minutes.ToString("00", Culture)}",
        };
    }

    /// <summary>« 1 200,50 € » or "€1,200.50"; whole sums without cents.</summary>
    public string Money(long cents)
    {
        var number = (cents / 100m).ToString(cents % 100 == 0 ? "N0" : "N2", Culture);
        return Language == Language.French ? $"{number}\u00A0€" : $"€{number}";
    }

    /// <summary>"Ana, Bo and Cy".</summary>
    public string List(IReadOnlyList<string> items) => items switch
    {
        [] => "",
        [var one] => one,
        _ => $"{string.Join(", ", items.Take(items.Count - 1))} {this["list.and"]} {items[^1]}",
    };

    private string InAnyYear(DateOnly day)
    {
        var number = Language == Language.French && day.Day == 1 ? "1er" : day.Day.ToString(Culture);
        return $"{day.ToString("dddd", Culture)} {number} {day.ToString("MMMM", Culture)}";
    }

    /// <summary>« d’Ana », « de Bob »: French only.</summary>
    private static string Of(string name) => Fold.Of(name) is ['a' or 'e' or 'i' or 'o' or 'u' or 'y', ..] ? $"d’{name}" : $"de {name}";

    private TimeOnly TimeOf(DateTimeOffset instant) => Instant.FromDateTimeOffset(instant).InZone(Zone).TimeOfDay.ToTimeOnly();

    /// <summary>« une », « deux », « douze », « 13 ».</summary>
    private string InWords(int count, GrammaticalGender gender) => count <= Dozen ? count.ToWords(gender, Culture) : count.ToString(Culture);

    private string Plural(long count, ReadOnlySpan<char> forms)
    {
        var bar = forms.IndexOf('|');
        var one = Language == Language.French ? count is 0 or 1 : count == 1;
        return (one ? forms[..bar] : forms[(bar + 1)..]).ToString();
    }

    private string Template(string key) => Templates.GetOrAdd((Language, key), static k =>
    {
        var culture = k.Item1 == Language.French ? CultureInfo.GetCultureInfo("fr") : CultureInfo.InvariantCulture;
        var text = Texts.GetString(k.Item2, culture) ?? throw new MissingManifestResourceException($"No text for {k.Item2}");
        return k.Item1 == Language.French ? BeforeSign().Replace(AfterQuote().Replace(text, "«\u202F"), "\u202F${sign}") : text;
    });

    // French typography: writers of texts type plain blanks, readers get narrow no-break ones.
    [GeneratedRegex(" (?<sign>[:;!?»])", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex BeforeSign();

    [GeneratedRegex("« ", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex AfterQuote();
}
