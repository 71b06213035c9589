using Unisson.Bot.Kernel;
using Xunit;

namespace Unisson.Bot.Tests.Dates;

/// <summary>Phrases with their answers, on Tuesday 24 November 2026 at 10:58 in Paris.</summary>
public sealed class PhraseTests
{
    public static TheoryData<string, string, string, string> Rows() => PhraseTable.Rows();

    [Theory]
    [MemberData(nameof(Rows))]
    public void Reads_as_its_answer(string kind, string language, string phrase, string answer)
    {
        var now = Phrases.Local("2026-11-24T10:58", Phrases.Paris);

        Assert.Equal(answer, Phrases.Answer(kind, language is "fr" ? Language.French : Language.English, phrase, now, Phrases.Paris));
    }

    [Theory]
    [InlineData("fr", "demain", "2026-11-25T00:40", "ambiguous 2026-11-25T09:00 2026-11-26T09:00")]
    [InlineData("fr", "demain", "2026-11-25T05:40", "2026-11-26T09:00")]
    [InlineData("en", "tonight at 2am", "2026-11-25T00:40", "2026-11-25T02:00")]
    [InlineData("fr", "ce soir", "2026-11-25T19:00", "past")]
    [InlineData("fr", "fin du mois", "2026-11-30T17:00", "2026-11-30T18:00")]
    [InlineData("fr", "fin novembre", "2026-11-30T19:00", "2027-11-30T18:00")]
    [InlineData("fr", "le 29 février", "2026-11-24T10:58", "2028-02-29T09:00")]
    [InlineData("fr", "le 29 février", "2096-03-01T10:58", "2104-02-29T09:00")]
    [InlineData("fr", "le 31", "2027-01-31T08:00", "2027-03-31T09:00")]
    [InlineData("fr", "le 31 à 9h", "2027-01-31T08:00", "2027-01-31T09:00")]
    [InlineData("en", "this weekend", "2026-11-29T10:00", "past")]
    [InlineData("en", "next Friday", "2026-11-28T10:00", "2026-12-04T09:00")]
    [InlineData("en", "next week", "2026-11-23T10:00", "2026-11-30T09:00")]
    [InlineData("en", "in a month", "2027-12-31T10:00", "2028-01-31T10:00")]
    [InlineData("en", "end of the week", "2026-11-28T10:00", "past")]
    public void Depends_on_the_moment(string language, string phrase, string local, string answer)
    {
        var now = Phrases.Local(local, Phrases.Paris);

        Assert.Equal(answer, Phrases.Answer("instant", language is "fr" ? Language.French : Language.English, phrase, now, Phrases.Paris));
    }

    [Theory]
    [InlineData("demain")]
    [InlineData("01/02/2027")]
    [InlineData("le 15 du mois prochain à 18h30")]
    public void Typing_does_not_matter(string phrase)
    {
        var now = Phrases.Local("2026-11-24T10:58", Phrases.Paris);
        var answer = Phrases.Answer("instant", Language.French, phrase, now, Phrases.Paris);

        foreach (var typed in new[] { phrase.ToUpperInvariant(), $"  {phrase} ", phrase.Replace(' ', '\u00a0'), phrase.Replace(" ", "  ", StringComparison.Ordinal), phrase.Replace("à", "a", StringComparison.Ordinal) + " !" })
        {
            Assert.Equal(answer, Phrases.Answer("instant", Language.French, typed, now, Phrases.Paris));
        }
    }
}
