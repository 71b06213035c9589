using System.Globalization;
using System.Text.RegularExpressions;
using Unisson.Bot.Dates;
using Unisson.Bot.Kernel;

namespace Unisson.Bot.Experiences;

/// <summary>What can be said about one's experience of a common.</summary>
internal static partial class ExperienceFields
{
    private const int Earliest = 1900;

    public static readonly Option<string> Common = Options.Text("common", "commun", needed: true, picks: Picks.Common);
    public static readonly Option<Level> Level = Options.Choice("level", "niveau", ExperienceChoices.Level, needed: true);
    public static readonly Option<int> Since = new(("since", "depuis"), Year);
    public static readonly Option<string> Note = new(("note", "mot"), (text, _) => HasLink(text) ? new Refusal("experience.note-link") : text) { Longest = 200 };
    public static readonly Option<SeenBy> Visible = Options.Choice("visible", "visible-par", ExperienceChoices.SeenBy);

    /// <summary>A year, or whatever is said of a day gone by or of a length of time: 2019, mars 2019, three years.</summary>
    private static Result<int> Year(string text, Reading reading)
    {
        var thisYear = reading.Say.Day(reading.Say.Now).Year;
        var year = InYear().Match(text) is { Success: true } match ? int.Parse(match.Groups["year"].ValueSpan, CultureInfo.InvariantCulture)
            : TryDay(text, reading, out var day) ? day
            : TryLength(text, reading, thisYear, out var since) ? since
            : -1;

        return year >= Earliest && year <= thisYear ? year : new Refusal("experience.since", text, thisYear.ToString(CultureInfo.InvariantCulture));
    }

    private static bool TryDay(string text, Reading reading, out int year)
    {
        var read = DateReader.PastDay(text, reading.Language, reading.Say.Now, reading.Say.Zone);
        year = read.Refused is null ? read.Value.Year : 0;
        return read.Refused is null;
    }

    private static bool TryLength(string text, Reading reading, int thisYear, out int year)
    {
        var read = Durations.Read(text, reading.Language);
        year = read.Refused is null ? thisYear - read.Value.Years : 0;
        return read.Refused is null && read.Value.Years > 0;
    }

    /// <summary>2019 · mars 2019 · since 2019</summary>
    [GeneratedRegex(@"^([\p{L}. ]+ )?(?<year>[0-9]{4})$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex InYear();

    // A note goes before people's eyes beside a name: words only (rule 18).
    private static bool HasLink(string text) => text.Contains("://", StringComparison.Ordinal) || text.Contains("www.", StringComparison.OrdinalIgnoreCase);
}
