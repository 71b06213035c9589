using Unisson.Bot.Languages;
using Unisson.Bot.Tests.Documents;
using Unisson.Bot.Tests.Harness;
using Xunit;

namespace Unisson.Bot.Tests.Kernel;

/// <summary>Names come in the order in which people look for them.</summary>
public sealed class InOrderTests
{
    private static readonly string[] Mixed = ["number 10", "Number 2", "Garden", "number 1", "École"];

    [Fact]
    public void Numbers_count_by_their_value_and_letters_whatever_their_case_and_accents()
        => Assert.Equal(["École", "Garden", "number 1", "Number 2", "number 10"], Mixed.Order(InOrder.Names));

    [Theory]
    [InlineData("kit")]
    [InlineData("report")]
    public async Task Commons_come_so_in_what_is_written(string what)
    {
        await using var bot = await TestBot.StartAsync();
        await bot.DoAsync("/common add n10 name:\"Room number 10\"", "/common add n2 name:\"Room number 2\"", "/mission open Lons kind:tender commons:n10,n2",
            "/contribution log n10 1h Keys mission:M1", "/contribution log n2 2h Keys mission:M1");

        var file = Answered.TextIn(await bot.DoAsync($"/mission {what} M1 format:md"));
        var sums = file[file.IndexOf("Room number", StringComparison.Ordinal)..];

        Assert.StartsWith("Room number 2", sums, StringComparison.Ordinal);
        Assert.Contains("Room number 10", sums, StringComparison.Ordinal);
    }
}
