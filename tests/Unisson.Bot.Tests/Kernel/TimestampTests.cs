using NodaTime;
using Unisson.Bot.Languages;
using Unisson.Bot.Tests.Harness;
using Xunit;

namespace Unisson.Bot.Tests.Kernel;

public sealed class TimestampTests
{
    [Theory]
    [InlineData(Language.French, "On peut répondre jusqu’au mardi 24 novembre à 10 h.")]
    [InlineData(Language.English, "People can answer until Tuesday 24 November at 10:00.")]
    public void A_moment_in_a_sentence_has_its_words(Language language, string words)
    {
        var say = new Say(language, DateTimeZoneProviders.Tzdb["Europe/Paris"], TestBot.Start);
        Assert.Equal(words, Timestamp.Words(say["call.until", TestBot.Start]).Replace('\u00A0', ' '));
    }

    [Theory]
    [InlineData("a\uE024b", "ab")]
    [InlineData("\uE0241\uE024only two", "1only two")]
    [InlineData("\uE024no number\uE024words\uE024", "no numberwords")]
    [InlineData("\uE0241\uE024one\uE024, \uE0242\uE024two\uE024", "one, two")]
    public void No_mark_is_ever_read(string text, string words) => Assert.Equal(words, Timestamp.Words(text));

    [Fact]
    public async Task At_the_terminal_a_moment_is_its_words_with_the_zone()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.DoAsync("/reminder add when:\"tomorrow 9am\" what:bread");
        var listed = await bot.DoAsync("/reminder list");
        Assert.Contains("R1 · Wednesday 25 November at 9:00 · bread", listed, StringComparison.Ordinal);
        Assert.DoesNotContain(Timestamp.Mark, listed);
    }
}
