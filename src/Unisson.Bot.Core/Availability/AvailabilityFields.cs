using System.Globalization;
using Unisson.Bot.Commoners;
using Unisson.Bot.Dates;
using Unisson.Bot.Kernel;

namespace Unisson.Bot.Availability;

/// <summary>What can be said about the time one gives.</summary>
internal static class AvailabilityFields
{
    /// <summary>Nobody is asked more often than every day.</summary>
    public const int MostAsks = 31;

    private const int MostHours = 300;

    public static readonly Option<int> Asks = Options.Number("asks", "demandes", 0, MostAsks);
    public static readonly Option<TimeSpan> Hours = new(("hours", "heures"), ReadHours);
    public static readonly Option<Moments> Days = CommonerChoices.OrAny(Options.Flags("days", "jours", CommonerChoices.Moments));
    public static readonly Option<QuietTimes> Quiet = new(("quiet", "calme"), (text, reading) => QuietTimes.Read(text, reading));
    public static readonly Option<Terms> Terms = CommonerChoices.OrAny(Options.Flags("terms", "contreparties", CommonerChoices.Terms));
    public static readonly Option<string> Near = Options.Text("near", "près-de", 80);
    public static readonly Option<DateOnly> Until = new(("until", "jusque"), ReadUntil) { IsGreedy = true };
    public static readonly Option<OfferKind> Offer = Options.Choice("offer", "offre", OfferChoices.Kind, needed: true);
    public static readonly Option<string> Common = Options.Text("common", "commun", picks: Picks.Common);

    public static IReadOnlyList<Option> All { get; } = [Hours, Asks, Days, Quiet, Terms, Near];

    /// <summary>Hours a month: 8, 8h, 1 jour, 8h par mois; 0 is a good answer. Another rate is refused rather than turned into one.</summary>
    private static Result<TimeSpan> ReadHours(string text, Reading reading)
    {
        if (decimal.TryParse(text.TrimEnd('h', 'H', ' '), NumberStyles.None, CultureInfo.InvariantCulture, out var plain))
        {
            return plain <= MostHours ? TimeSpan.FromHours((double)plain) : new Refusal("availability.hours", text, MostHours);
        }

        return Amounts.Read(text, reading.Language) is { Refused: null, Value: { Minutes: { } minutes } amount } && minutes <= MostHours * 60 && IsMonthly(amount.Per)
            ? TimeSpan.FromMinutes(minutes)
            : new Refusal("availability.hours", text, MostHours);
    }

    private static bool IsMonthly(NodaTime.Period? per) => per is null || per.Equals(NodaTime.Period.FromMonths(1));

    /// <summary>A day after today, or a length of time from today on.</summary>
    private static Result<DateOnly> ReadUntil(string text, Reading reading)
    {
        var (say, today) = (reading.Say, reading.Say.Day(reading.Say.Now));
        var length = Durations.Read(text, reading.Language);
        if (length.Refused is null)
        {
            var end = (NodaTime.LocalDate.FromDateOnly(today).AtMidnight() + length.Value).Date.ToDateOnly();
            return end > today ? end : new Refusal("availability.today");
        }

        var read = DateReader.Day(text, reading.Language, say.Now, say.Zone);
        return read.Refused switch
        {
            null when read.Value <= today => new Refusal("availability.today"),
            null => read.Value,
            Reason.Past => new Refusal("date.past", text),
            Reason.Ambiguous => DateOptions.Ambiguous(text, read, say),
            _ => new Refusal("availability.until", text),
        };
    }
}
