using System.Globalization;
using NodaTime;
using Unisson.Bot.Dates;
using Unisson.Bot.Languages;
using Unisson.Bot.Tests.Harness;
using Xunit;

namespace Unisson.Bot.Tests.Dates;

public sealed class DayOrInstantTests
{
    /// <summary>From Tuesday 24 November 2026, 10:00 in Paris.</summary>
    [Theory]
    [InlineData("15 décembre", "2026-12-15", null)]
    [InlineData("15 décembre à midi", "2026-12-15", "2026-12-15T11:00:00Z")]
    [InlineData("jeudi 18h", "2026-11-26", "2026-11-26T17:00:00Z")]
    [InlineData("vendredi matin", "2026-11-27", "2026-11-27T08:00:00Z")]
    [InlineData("dans 3 jours", "2026-11-27", null)]
    [InlineData("dans 3 heures", "2026-11-24", "2026-11-24T12:00:00Z")]
    [InlineData("aujourd'hui", "2026-11-24", null)]
    [InlineData("fin du mois", "2026-11-30", null)]
    public void An_hour_is_kept_only_when_one_was_said(string phrase, string day, string? instant)
    {
        var read = DateReader.DayOrInstant(phrase, Language.French, TestBot.Start, DateTimeZoneProviders.Tzdb["Europe/Paris"]);

        Assert.Null(read.Refused);
        Assert.Equal(
            (DateOnly.Parse(day, CultureInfo.InvariantCulture), instant is null ? null : DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture)), (read.Value.Day, read.Value.Instant));
    }

    [Theory]
    [InlineData("hier", Reason.Past)]
    [InlineData("aujourd'hui à 8h", Reason.Past)]
    [InlineData("31 février", Reason.Impossible)]
    [InlineData("plus tard", Reason.Vague)]
    [InlineData("à Lons", Reason.Nonsense)]
    public void What_is_gone_or_no_date_is_refused(string phrase, Reason reason)
        => Assert.Equal(reason, DateReader.DayOrInstant(phrase, Language.French, TestBot.Start, DateTimeZoneProviders.Tzdb["Europe/Paris"]).Refused);
}
