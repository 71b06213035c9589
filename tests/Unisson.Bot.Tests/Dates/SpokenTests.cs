using Unisson.Bot.Dates;
using Unisson.Bot.Kernel;
using Unisson.Bot.Languages;
using Xunit;

namespace Unisson.Bot.Tests.Dates;

public sealed class SpokenTests
{
    [Theory]
    [InlineData("tous les jours", "tous les jours à 9 h", "every day at 9:00")]
    [InlineData("tous les 3 jours à 7h", "tous les 3 jours à 7 h", "every 3 days at 7:00")]
    [InlineData("les lundis et jeudis à 18h", "tous les lundis et jeudis à 18 h", "every Monday and Thursday at 18:00")]
    [InlineData("un mardi sur deux", "toutes les 2 semaines, le mardi à 9 h", "every 2 weeks on Tuesday at 9:00")]
    [InlineData("jours ouvrés", "les jours ouvrés, du lundi au vendredi, à 9 h", "every working day, Monday to Friday, at 9:00")]
    [InlineData("le dernier vendredi du mois à 17h", "le dernier vendredi de chaque mois à 17 h", "on the last Friday of each month at 17:00")]
    [InlineData("le premier et le troisième mardi du mois", "le premier mardi et le troisième mardi de chaque mois à 9 h", "on the first Tuesday and the third Tuesday of each month at 9:00")]
    [InlineData("le 1er de chaque mois", "le 1er de chaque mois à 9 h", "on the 1st of each month at 9:00")]
    [InlineData("le 22 du mois à midi", "le 22 de chaque mois à 12 h", "on the 22nd of each month at 12:00")]
    [InlineData("le 1er et le 15 du mois", "le 1er et le 15 de chaque mois à 9 h", "on the 1st and the 15th of each month at 9:00")]
    [InlineData("dernier jour du mois", "le dernier jour de chaque mois à 9 h", "on the last day of each month at 9:00")]
    [InlineData("tous les 3 mois le 13", "tous les 3 mois, le 13 à 9 h", "every 3 months on the 13th at 9:00")]
    [InlineData("chaque 1er janvier", "tous les ans le 1er janvier à 9 h", "every year on the 1st of January at 9:00")]
    [InlineData("toutes les heures", "toutes les heures", "every hour")]
    [InlineData("toutes les 2 heures", "toutes les 2 heures", "every 2 hours")]
    public void A_rhythm_is_said_in_words_that_read_as_the_same_rhythm(string phrase, string french, string english)
    {
        var now = Phrases.Local("2026-10-22T09:30", Phrases.Paris);
        var rhythm = Repeats.Read(phrase, Language.French, now, Phrases.Paris).Value;

        Assert.Equal((french, english), (Plain(Spoken.Of(rhythm, Say.In(Language.French))), Spoken.Of(rhythm, Say.In(Language.English))));
    }

    [Theory]
    [InlineData("chaque mardi", "2026-12-03T18:15", "2026-12-08T18:15", "FREQ=WEEKLY;BYDAY=TU;BYHOUR=18;BYMINUTE=15")]
    [InlineData("chaque jeudi", "2026-12-03T18:15", "2026-12-03T18:15", "FREQ=WEEKLY;BYDAY=TH;BYHOUR=18;BYMINUTE=15")]
    [InlineData("chaque jeudi à 8h", "2026-12-03T09:00", "2026-12-03T08:00", "FREQ=WEEKLY;BYDAY=TH;BYHOUR=8;BYMINUTE=0")]
    [InlineData("tous les 2 jours", "2026-12-03T00:00", "2026-12-03T00:00", "FREQ=DAILY;INTERVAL=2;BYHOUR=0;BYMINUTE=0")]
    [InlineData("tous les mois", "2026-12-03T09:00", "2026-12-03T09:00", "FREQ=MONTHLY;BYMONTHDAY=3;BYHOUR=9;BYMINUTE=0")]
    [InlineData("tous les ans", "2027-02-03T09:00", "2027-02-03T09:00", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=3;BYHOUR=9;BYMINUTE=0")]
    [InlineData("toutes les 4 heures", "2026-12-03T10:20", "2026-12-03T10:20", "FREQ=HOURLY;INTERVAL=4")]
    [InlineData("chaque jour à 7h", "2026-10-22T12:00", "2026-10-23T07:00", "FREQ=DAILY;BYHOUR=7;BYMINUTE=0")]
    public void A_moment_beside_it_gives_the_hour_and_where_it_begins(string phrase, string start, string first, string rule)
    {
        var now = Phrases.Local("2026-10-22T09:30", Phrases.Paris);

        var rhythm = Repeats.Read(phrase, Language.French, now, Phrases.Paris, Phrases.Local(start, Phrases.Paris)).Value;

        Assert.Equal((rule, Phrases.Local(first, Phrases.Paris)), (rhythm.Rule, rhythm.First));
    }

    [Theory]
    [InlineData("chaque mardi 9h", true)]
    [InlineData("every other Friday", true)]
    [InlineData("les mardis", true)]
    [InlineData("un lundi sur deux", true)]
    [InlineData("jours ouvrés", true)]
    [InlineData("mardi 9h", false)]
    [InlineData("le 15", false)]
    [InlineData("", false)]
    public void Some_word_tells_a_rhythm_from_a_date(string phrase, bool isSaid) => Assert.Equal(isSaid, Repeats.IsSaid(phrase));

    private static string Plain(string text) => text.Replace('\u00A0', ' ').Replace('\u202F', ' ');
}
