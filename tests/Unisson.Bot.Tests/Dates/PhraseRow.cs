using System.Globalization;
using NodaTime;
using NodaTime.Text;
using Unisson.Bot.Dates;
using Unisson.Bot.Kernel;

namespace Unisson.Bot.Tests.Dates;

/// <summary>A line of a table of phrases: <c>id lang now phrase kind expected</c>, parted by tabs; what is expected may be missing.</summary>
internal sealed record PhraseRow(string Id, Language Language, string Now, DateTimeZone Zone, string Phrase, string Kind, string Expected)
{
    private static readonly string[] Fields = ["instant", "date", "past", "repeat", "duration", "amount"];
    private static readonly string[] Reasons = [.. Enum.GetNames<Reason>().Select(name => name.ToLowerInvariant())];

    /// <summary>What the field asks for; where a refusal is expected, it says of which field.</summary>
    public string Field => Kind is "refuse" ? Expected.Split(' ')[0] : Kind;

    /// <exception cref="FormatException">A line that is no such row.</exception>
    public static PhraseRow Parse(string line)
    {
        if (line.Split('\t') is not [var id, var lang, var now, var phrase, var kind, .. var rest]
            || now.TrimEnd(']').Split('[') is not [var local, var zone]
            || DateTimeZoneProviders.Tzdb.GetZoneOrNull(zone) is not { } there
            || !Phrases.Written.Parse(local).Success)
        {
            throw new FormatException(line);
        }

        var row = new PhraseRow(id, lang is "fr" ? Language.French : Language.English, local, there, phrase, kind, rest.FirstOrDefault(""));
        return Fields.Contains(row.Field, StringComparer.Ordinal) ? row : throw new FormatException(line);
    }

    public string Answer() => Phrases.Answer(Field, Language, Phrase, Phrases.Local(Now, Zone), Zone);

    public static bool IsRefusal(string answer) => Reasons.Contains(answer.Split(' ')[0], StringComparer.Ordinal);

    /// <summary>Compared as the table says: a refusal by its reason, a length after its units are reckoned together, all else exactly.</summary>
    public bool Is(string answer) => Kind switch
    {
        "duration" => string.Equals(Normal(answer), Normal(Expected), StringComparison.Ordinal),
        "refuse" => string.Equals(answer.Split(' ')[0], Expected.Split(' ')[1], StringComparison.Ordinal),
        _ => string.Equals(answer, Expected, StringComparison.Ordinal),
    };

    private static string Normal(string iso) => PeriodPattern.Roundtrip.Parse(iso) is { Success: true, Value: var period }
        ? string.Create(
            CultureInfo.InvariantCulture,
            $"{(period.Years * 12) + period.Months}M{(period.Weeks * 7) + period.Days}DT{(period.Hours * 60) + period.Minutes}M")
        : iso;
}
