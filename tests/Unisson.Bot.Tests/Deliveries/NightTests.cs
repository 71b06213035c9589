using Unisson.Bot.Tests.Harness;
using Xunit;

namespace Unisson.Bot.Tests.Deliveries;

/// <summary>Whatever one person's gesture tells another waits for that other's day.</summary>
public sealed class NightTests
{
    /// <summary>A Tuesday, 23:00 in Paris.</summary>
    private static readonly DateTimeOffset Night = new(2026, 11, 24, 22, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task A_candidacy_in_the_night_reaches_the_coordination_in_the_morning()
    {
        await using var bot = await TestBot.StartAsync(Night);
        await bot.DoAsync("claire> /mission open Lons");

        Assert.DoesNotContain("→ claire", await bot.DoAsync("bob> /mission join M1 provider"), StringComparison.Ordinal);
        Assert.DoesNotContain("→ claire", await bot.WaitAsync(TimeSpan.FromHours(8.9)), StringComparison.Ordinal);
        Assert.Contains("→ claire (private): bob", await bot.WaitAsync(TimeSpan.FromHours(0.2)), StringComparison.Ordinal);
    }
}
