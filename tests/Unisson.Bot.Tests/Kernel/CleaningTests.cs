using Unisson.Bot.Kernel;
using Xunit;

namespace Unisson.Bot.Tests.Kernel;

public sealed class CleaningTests
{
    [Theory]
    [InlineData("a\0b")]
    [InlineData("a\u200Bb")]
    [InlineData("a\u202Eb")]
    [InlineData("a\u2066b")]
    [InlineData("a\u001B[31mb")]
    [InlineData("a\uFFFDb")]
    [InlineData("a\uD800b")]
    [InlineData("a\uE000b")]
    [InlineData("a\uE024b")]
    [InlineData("a\u2028b")]
    [InlineData("a\u200Db")]
    public void A_sign_that_nobody_sees_is_refused_with_its_place(string text)
    {
        Assert.True(Cleaning.Clean(text).Refused(out var refusal, out _));
        Assert.Equal("line.invisible", refusal.Code);
        Assert.Equal(2, refusal.Args[1]);
    }

    [Theory]
    [InlineData("Crêpes à 18 h : « oui » ! 🥞")]
    [InlineData("👩‍🌾 et 🏳️‍🌈 au jardin")]
    [InlineData("naïve e\u0301tude")]
    public void What_people_write_stays(string text)
    {
        Assert.False(Cleaning.Clean(text).Refused(out _, out var clean));
        Assert.Equal(text.Normalize(), clean);
    }

    [Fact]
    public void A_line_longer_than_the_limit_is_refused_with_both_numbers()
    {
        Assert.True(Cleaning.Clean(new string('a', 1_000_000)).Refused(out var refusal, out _));
        Assert.Equal(("line.too-long", 4000, 1_000_000), (refusal.Code, refusal.Args[0], refusal.Args[1]));
    }
}
