using Xunit;

namespace Unisson.Bot.Tests.Discord;

/// <summary>Lines that are typed to the bot in private: Discord's own app keeps those with a slash for its form.</summary>
public sealed class PrivateLinesTests
{
    [Theory]
    [InlineData("!contribution noter coworking 1h soupe")]
    [InlineData(" !contribution log coworking 1h soupe")]
    public async Task A_line_may_begin_with_an_exclamation_mark(string line)
    {
        await using var village = await Village.StartAsync();
        await village.WritesAsync(village.Bob);
        var before = village.Bob.Dms.Count;

        village.Bob.Dm(line);
        await village.Discord.UntilAsync(() => village.Bob.Dms.Count == before + 2, "an answer in private");

        Assert.Equal(["soupe"], await village.LedgerAsync());
    }
}
