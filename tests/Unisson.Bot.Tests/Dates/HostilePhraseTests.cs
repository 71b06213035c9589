using System.Diagnostics;
using CsCheck;
using NodaTime;
using Unisson.Bot.Dates;
using Unisson.Bot.Kernel;
using Xunit;

namespace Unisson.Bot.Tests.Dates;

/// <summary>Whatever is typed: an answer or a refusal, never an exception, never a moment gone by, never a long wait.</summary>
public sealed class HostilePhraseTests
{
    private static readonly string[] Words =
    [
        .. "demain hier mardi prochain dernier le la de du et ou à dans fin mi mois semaine an jours h heures 0 1 9 15 24 31 99 2026 29 février décembre".Split(' '),
        .. "every each other mondays weekday week-end tous les chaque un sur deux lundis jours ouvrés quinze premier tomorrow next last friday the of and or at in by end mid month week a half quarter past to am pm noon midnight june 1st 25:00 06/05 2026-13-01".Split(' '),
        .. "€ $ , . : / - -3 1,5 12€50 k eur demi minuit soir tonight ce this huit en 99999999999999999999 \u00a0 \u202f ’ ½ \ud800 \u0301 é ❤ \0".Split(' '),
    ];

    private static readonly Gen<string> Phrase = Gen.OneOf(
        Pick(Words).Array[0, 14].Select(words => string.Join(' ', words)),
        Pick(Words).Array[0, 14].Select(string.Concat),
        Gen.Char.Array[0, 130].Select(characters => new string(characters)),
        Gen.Char[' ', 'ÿ'].Array[0, 130].Select(characters => new string(characters)));

    private static readonly Gen<DateTimeOffset> Now = Gen.Long[0, 2_500_000_000].Select(DateTimeOffset.FromUnixTimeSeconds);

    private static readonly Gen<DateTimeZone> Zone = Pick("Europe/Paris", "America/Guadeloupe", "Indian/Reunion", "America/New_York", "Pacific/Apia", "Australia/Lord_Howe")
        .Select(id => DateTimeZoneProviders.Tzdb[id]);

    private static readonly Gen<Language> AnyLanguage = Pick(Language.French, Language.English);

    private static Gen<T> Pick<T>(params T[] of) => Gen.Int[0, of.Length - 1].Select(i => of[i]);

    [Fact]
    public void Any_text_gives_an_answer_that_lies_where_the_field_looks() => Gen.Select(Phrase, AnyLanguage, Now, Zone).Sample(
        (phrase, language, now, zone) =>
        {
            var today = DateOnly.FromDateTime(Instant.FromDateTimeOffset(now).InZone(zone).LocalDateTime.ToDateTimeUnspecified());

            return (!DateReader.Instant(phrase, language, now, zone).Is(out var instant) || instant > now)
                && (!DateReader.Day(phrase, language, now, zone).Is(out var day) || day >= today)
                && (!DateReader.PastDay(phrase, language, now, zone).Is(out var past) || past <= today)
                && (!Repeats.Read(phrase, language, now, zone).Is(out var repeat) || (repeat.First > now && repeat.Occurrences(zone).Take(3).All(occurrence => occurrence >= repeat.First)))
                && (!Durations.Read(phrase, language).Is(out var period) || !period.Equals(Period.Zero))
                && (!Amounts.Read(phrase, language).Is(out var amount) || (amount.Minutes is > 0 and <= 600_000 ^ amount.Cents is > 0 and <= 10_000_000_000));
        },
        iter: 4_000);

    [Fact]
    public void Both_fair_readings_are_given_and_differ() => Gen.Select(Phrase, AnyLanguage, Now, Zone).Sample(
        (phrase, language, now, zone) => DateReader.Instant(phrase, language, now, zone) is var read
            && (read.Refused == Reason.Ambiguous) == read.Readings.HasValue
            && (read.Readings is not { } both || (both.First > now && both.Second > now && both.First != both.Second)),
        iter: 2_000);

    public static TheoryData<string> Walls() => new(
        new string('a', 100_000),
        new string(' ', 100_000),
        new string('9', 120),
        string.Concat(Enumerable.Repeat("1h", 60)),
        string.Concat(Enumerable.Repeat("lundi ", 20)),
        string.Concat(Enumerable.Repeat("et demie ", 13)),
        string.Concat(Enumerable.Repeat("le ", 40)),
        string.Concat(Enumerable.Repeat("(", 120)),
        string.Concat(Enumerable.Repeat("1 ", 60)),
        string.Concat(Enumerable.Repeat("1/2 ", 30)),
        "dans " + string.Concat(Enumerable.Repeat("vingt et ", 12)) + "une minutes",
        "31/12/9999",
        "9999-12-31T23:59",
        "dans 999999999 ans",
        "il y a 999999999 ans",
        "fin 9999");

    [Theory]
    [MemberData(nameof(Walls))]
    public void Hostile_text_is_refused_at_once(string phrase)
    {
        var now = Phrases.Local("2026-11-24T10:58", Phrases.Paris);
        foreach (var language in Enum.GetValues<Language>())
        {
            Assert.NotNull(DateReader.Instant(phrase, language, now, Phrases.Paris).Refused);
            var start = Stopwatch.GetTimestamp();
            for (var i = 0; i < 20; i++)
            {
                _ = DateReader.Instant(phrase, language, now, Phrases.Paris);
                _ = Amounts.Read(phrase, language);
                _ = Repeats.Read(phrase, language, now, Phrases.Paris);
            }

            // A hundred times what it takes here: this catches a reading that explodes, not a busy machine.
            Assert.InRange(Stopwatch.GetElapsedTime(start).TotalMilliseconds, 0, 4_000);
        }
    }
}
