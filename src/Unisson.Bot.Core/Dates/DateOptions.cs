using System.Globalization;
using Unisson.Bot.Kernel;

namespace Unisson.Bot.Dates;

/// <summary>Makers of options that take dates, efforts and amounts as people say them.</summary>
public static class DateOptions
{
    /// <summary>A moment ahead, in the person's zone.</summary>
    public static Option<DateTimeOffset> Instant(string english, string french, bool needed = false) => new(
        (english, french),
        (text, reading) => Read(DateReader.Instant(text, reading.Language, reading.Say.Now, reading.Say.Zone), text, english, french, reading))
    {
        Needed = needed,
        IsGreedy = true,
    };

    /// <summary>A moment ahead, or a rhythm where some word says that it is one. Refusals: those of dates, else <c>repeat.ambiguous</c>, <c>repeat.several-hours</c>.</summary>
    public static Option<Wish> Wish(string english, string french, bool needed = false) => new(
        (english, french),
        (text, reading) =>
        {
            var moment = DateReader.Instant(text, reading.Language, reading.Say.Now, reading.Say.Zone);
            if (moment.Refused is not null && Rhythmic(text, reading) is { } rhythmic)
            {
                return rhythmic;
            }

            return Read(moment, text, english, french, reading).Refused(out var refusal, out var at) ? refusal : new Wish(at, null);
        })
    {
        Needed = needed,
        IsGreedy = true,
    };

    /// <summary>The words of a rhythm, which were read once to see that they are one; <see cref="Rhythm"/> reads them for good, and asks which one they are.</summary>
    public static Option<string> RhythmWords(string english, string french) => new(
        (english, french), (text, reading) => Rhythm(text, reading, null).Refused(out var refusal, out _) && !refusal.IsUnderstood ? refusal : text)
    {
        IsGreedy = true,
    };

    /// <summary>A rhythm in the person's zone. Refusals: <c>repeat.nonsense</c>, <c>repeat.ambiguous</c>, <c>repeat.several-hours</c>, <c>date.impossible</c>.</summary>
    /// <param name="start">Where it begins, if that was said beside it.</param>
    public static Result<Repeat> Rhythm(string text, Reading reading, DateTimeOffset? start)
    {
        var read = Repeats.Read(text, reading.Language, reading.Say.Now, reading.Say.Zone, start);
        return read.Refused switch
        {
            null => read.Value,
            Reason.Impossible or Reason.Contradiction => new Refusal("date.impossible", text),
            Reason.SeveralHours => new Refusal("repeat.several-hours", text) { IsUnderstood = true },
            Reason.Ambiguous when read.Readings is var (first, second) => new Refusal("repeat.ambiguous", text, Spoken.Of(first, reading.Say), Spoken.Of(second, reading.Say))
            {
                IsUnderstood = true,
                Readings = [(Spoken.Of(first, reading.Say), first.Rule), (Spoken.Of(second, reading.Say), second.Rule)],
            },
            _ => new Refusal("repeat.nonsense", text),
        };
    }

    /// <summary>A day ahead, or today.</summary>
    public static Option<DateOnly> Day(string english, string french, bool needed = false) => new(
        (english, french),
        (text, reading) => Read(DateReader.Day(text, reading.Language, reading.Say.Now, reading.Say.Zone), text, english, french, reading))
    {
        Needed = needed,
        IsGreedy = true,
    };

    /// <summary>A day ahead, or today, with its hour when one is said.</summary>
    public static Option<DayOrInstant> DayOrInstant(string english, string french) => new(
        (english, french),
        (text, reading) => Read(DateReader.DayOrInstant(text, reading.Language, reading.Say.Now, reading.Say.Zone), text, english, french, reading));

    /// <summary>A day gone by, or today.</summary>
    public static Option<DateOnly> PastDay(string english, string french) => new(
        (english, french),
        (text, reading) => Read(DateReader.PastDay(text, reading.Language, reading.Say.Now, reading.Say.Zone), text, english, french, reading))
    {
        IsGreedy = true,
    };

    /// <summary>Hours and minutes of work; a day is 7 hours, a bare number is hours.</summary>
    public static Option<TimeSpan> Effort(string english, string french, bool needed = false) => new(
        (english, french),
        (text, reading) => Amounts.Read(text.All(char.IsAsciiDigit) ? text + "h" : text, reading.Language) is { Refused: null, Value.Minutes: { } minutes }
            ? TimeSpan.FromMinutes(minutes)
            : new Refusal("effort.nonsense", In(reading, english, french), text))
    {
        Needed = needed,
        IsGreedy = true,
    };

    /// <summary>An effort or a sum in euros.</summary>
    public static Option<Amount> Amount(string english, string french, bool needed = false) => new(
        (english, french),
        (text, reading) => Amounts.Read(text, reading.Language) is var read && read.Refused is { } reason
            ? new Refusal(reason == Reason.OtherCurrency ? "amount.currency" : "amount.nonsense", text)
            : read.Value)
    {
        Needed = needed,
        IsGreedy = true,
    };

    /// <summary>Asks which of both fair readings is meant: <c>date.ambiguous</c>.</summary>
    internal static Refusal Ambiguous<T>(string text, Reading<T> read, Say say)
        where T : notnull
    {
        var (first, second) = read.Readings!.Value;
        return new Refusal("date.ambiguous", text, Said(first), Said(second)) { IsUnderstood = true, Readings = [Fair(first, say), Fair(second, say)] };
    }

    private static Result<T> Read<T>(Reading<T> read, string text, string english, string french, Reading reading)
        where T : notnull => read.Refused switch
        {
            null => read.Value,
            Reason.Past => new Refusal("date.past", text) { IsUnderstood = true },
            Reason.Ahead => new Refusal("date.ahead", text) { IsUnderstood = true },
            Reason.Impossible or Reason.Contradiction => new Refusal("date.impossible", text),
            Reason.Ambiguous => Ambiguous(text, read, reading.Say),
            _ => new Refusal("date.nonsense", text, In(reading, english, french)),
        };

    /// <summary>A phrase that is no moment, as a rhythm; null when it is none. "Tuesday" is a date, "every Tuesday" or "Tuesday and Friday" is not.</summary>
    private static Result<Wish>? Rhythmic(string text, Reading reading)
    {
        var isSaid = Repeats.IsSaid(text);
        if (Rhythm(text, reading, null).Refused(out var refusal, out var rhythm))
        {
            return refusal.IsUnderstood && isSaid ? refusal : default(Result<Wish>?);
        }

        return isSaid || rhythm.IsOnSeveralDays ? new Wish(rhythm.First, rhythm) : default(Result<Wish>?);
    }

    /// <summary>A reading in words, and as what reads in one way only.</summary>
    private static (string Label, string Value) Fair<T>(T value, Say say)
        where T : notnull => Said(value) switch
        {
            DateTimeOffset at => (Timestamp.Words(say.Speak(at)), NodaTime.Instant.FromDateTimeOffset(at).InZone(say.Zone).ToString("uuuu-MM-dd'T'HH:mm", CultureInfo.InvariantCulture)),
            DateOnly day => (say.Speak(day), day.ToString("O", CultureInfo.InvariantCulture)),
            var other => throw new InvalidOperationException($"No day or instant: {other}."),
        };

    private static object Said<T>(T value)
        where T : notnull => value is DayOrInstant either ? either.Instant is { } instant ? instant : either.Day : value;

    private static string In(Reading reading, string english, string french) => reading.Language == Language.French ? french : english;
}
