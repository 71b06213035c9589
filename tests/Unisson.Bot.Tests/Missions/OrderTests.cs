using CsCheck;
using Unisson.Bot.Missions;
using Xunit;

namespace Unisson.Bot.Tests.Missions;

/// <summary>What is read as the same order, and what is not.</summary>
public sealed class OrderTests
{
    private static readonly string[] Words = ["coworking", "territoire", "repair", "workshop", "numérique", "mobilité", "compost", "library", "jardin", "énergie"];

    private static readonly Gen<string[]> Titles = Gen.Shuffle(Words).Select(w => w[..4]);

    [Theory]
    [InlineData("2026-AO-007", "2026 ao 007")]
    [InlineData("2026-AO-007", "Réf. : 2026/AO/7")]
    [InlineData("AO n°12-2026", "ao n° 12.2026")]
    [InlineData("VL-12", "vl 12")]
    [InlineData("LEADER-2026-3", "LAEDER 2026 3")]
    [InlineData("Manifestation d’intérêt", "MANIFESTATION D'INTERET")]
    public void One_reference_is_written_in_many_ways(string one, string other)
        => Assert.Equal(Likeness.Reference, Both(new("A", null, null, one), new("B", null, null, other)));

    [Theory]
    [InlineData("2026-AO-007", "2026-AO-008")]
    [InlineData("2026-AO-007", "2026-MO-007")]
    [InlineData("LEADER-2026-3", "LEADER-2026-4")]
    [InlineData("aucune", "Aucune")]
    [InlineData("n/a", "N/A")]
    [InlineData("-", "-")]
    [InlineData("7", "7")]
    public void The_next_reference_is_the_next_order(string one, string other)
        => Assert.Null(Both(new("A", null, null, one), new("B", null, null, other)));

    [Fact]
    public void A_short_reference_says_nothing_where_two_bodies_number_alike()
    {
        Assert.Null(Both(new("A", "Ville de Dole", null, "2026-01"), new("B", "Ville de Lons", null, "2026-01")));
        Assert.Equal(Likeness.Reference, Both(new("A", "Ville de Lons", null, "2026-01"), new("B", "Mairie de Lons", null, "2026-01")));
        Assert.Equal(Likeness.Reference, Both(new("A", "CC Bresse", null, "2026-AO-0042"), new("B", "Communauté d’ici", null, "2026-AO-0042")));
    }

    [Theory]
    [InlineData("CC Bresse Haute Seille", "Communauté de communes Bresse Haute-Seille")]
    [InlineData("Ville de Lons", "mairie de LONS")]
    [InlineData("Région Bourgogne-Franche-Comté", "Bourgogne Franche Comté")]
    [InlineData("Hidden Council", "the hidden council")]
    [InlineData("Agence de l’eau", "Agense de l'eau")]
    public void One_sponsor_is_written_in_many_ways(string one, string other)
        => Assert.Equal(Likeness.Sponsor, Both(new("Coworking study", one, Day(10), null), new("Coworking study", other, Day(12), null)));

    [Theory]
    [InlineData("Conseil départemental du Jura", "Conseil départemental de l’Ain")]
    [InlineData("Ville de Lons", "Ville de Dole")]
    [InlineData("CC Bresse", "CC Bresse Haute Seille")]
    public void Two_bodies_of_one_kind_are_two(string one, string other)
        => Assert.Null(Both(new("Coworking study", one, Day(10), null), new("Coworking study", other, Day(10), null)));

    [Theory]
    [InlineData("Étude coworking à Lons", "Etude sur le coworking de Lons")]
    [InlineData("Étude coworking", "Étude d’opportunité pour un coworking à Lons")]
    [InlineData("Réparer ensemble", "Réparations, ensemble !")]
    [InlineData("Workshops on sharing", "A sharing workshop")]
    [InlineData("Animation du tiers-lieu, lot 1", "Animation tiers lieux lot 01")]
    [InlineData("Coworking study", "Coworkign study")]
    public void A_like_title_for_the_same_sponsor_and_time_is_the_same_order(string one, string other)
        => Assert.Equal(Likeness.Sponsor, Both(new(one, "Lons", Day(10), null), new(other, "Lons", Day(20), null)));

    [Theory]
    [InlineData("Étude coworking", "Jardin partagé")]
    [InlineData("Animation du tiers-lieu, lot 1", "Animation du tiers-lieu, lot 2")]
    [InlineData("Plan mobilité 2026", "Plan mobilité 2027")]
    [InlineData("A study of compost", "The study of libraries and gardens")]
    public void Another_title_is_another_order(string one, string other)
        => Assert.Null(Both(new(one, "Lons", Day(10), null), new(other, "Lons", Day(10), null)));

    [Theory]
    [InlineData(14, true)]
    [InlineData(15, false)]
    public void Deadlines_are_near_within_two_weeks(int days, bool isLike)
        => Assert.Equal(isLike, Both(new("Coworking study", "Lons", Day(1), null), new("Coworking study", "Lons", Day(1).AddDays(days), null)) is not null);

    [Fact]
    public void What_is_not_said_yet_asks_for_more_of_what_is()
    {
        Assert.Equal(Likeness.Sponsor, Both(new("Coworking study", "Lons", null, null), new("Coworking study", "Lons", Day(1), null)));
        Assert.Equal(Likeness.Title, Both(new("Étude coworking Lons", null, Day(1), null), new("Etude coworking à Lons", "Lons", Day(2), null)));
        Assert.Null(Both(new("Étude coworking Lons", null, Day(1), null), new("Étude coworking", "Lons", Day(2), null)));
        Assert.Null(Both(new("Étude", null, Day(1), null), new("Étude", null, Day(1), null)));
        Assert.Null(Both(new("Étude coworking", null, null, null), new("Étude coworking", null, null, null)));
    }

    [Fact]
    public void A_slip_in_a_word_hides_no_likeness()
        => Gen.Select(Titles, Gen.Int[0, 3], Gen.Int[0, 20]).Sample((words, word, letter) =>
        {
            var at = letter % (words[word].Length - 1);
            var slipped = words.Select((w, i) => i == word && w.Length >= 5 ? w[..at] + w[at + 1] + w[at] + w[(at + 2)..] : w);
            return Both(new(string.Join(' ', words), "Lons", Day(1), null), new(string.Join(' ', slipped.Reverse()), "Lons", Day(9), null)) == Likeness.Sponsor;
        });

    [Fact]
    public void Titles_without_a_word_in_common_are_never_alike()
        => Gen.Shuffle(Words).Sample(w => Both(new(string.Join(' ', w[..5]), "Lons", Day(1), null), new(string.Join(' ', w[5..]), "Lons", Day(1), null)) is null);

    private static DateOnly Day(int day) => new(2026, 12, day);

    /// <summary>The same from both sides.</summary>
    private static Likeness? Both(Order one, Order other)
    {
        var how = one.To(other);
        Assert.Equal(how, other.To(one));
        return how;
    }
}
