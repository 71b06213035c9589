using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Deliveries;
using Unisson.Bot.Languages;
using Unisson.Bot.Tests.Harness;
using Xunit;

namespace Unisson.Bot.Tests.Commoners;

/// <summary>Nobody passes for somebody else by a name that looks the same (rule 18).</summary>
public sealed class NamingTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("Claire", "claire")]
    [InlineData("Claire", "CIaire")]
    [InlineData("Claire", "C1aire")]
    [InlineData("Claire", "Сlаirе")]
    [InlineData("Claire", "𝐂𝐥𝐚𝐢𝐫𝐞")]
    [InlineData("Claire", "Cla\u0131re")]
    [InlineData("Claire", "C l a i r e")]
    [InlineData("Zoé", "zoe_")]
    [InlineData("Marnie", "Mamie")]
    [InlineData("Ольга", "Ольга ")]
    public void Names_that_look_the_same(string one, string other) => Assert.Equal(Looks.Of(one), Looks.Of(other));

    [Theory]
    [InlineData("Claire", "Clara")]
    [InlineData("Bob", "Rob")]
    [InlineData("Ana", "Anna")]
    [InlineData("小明", "小红")]
    [InlineData("👩‍🌾", "👨‍🔧")]
    public void Names_that_do_not(string one, string other) => Assert.NotEqual(Looks.Of(one), Looks.Of(other));

    [Fact]
    public async Task Who_comes_with_a_name_that_somebody_has_is_called_by_it_and_their_account()
    {
        await using var bot = await TestBot.StartAsync();
        await SayAsync(bot, "81", "claire.d", "Claire", "/common add coworking");
        await SayAsync(bot, "82", "scam", "Сlаire", "/experience add coworking used");
        await SayAsync(bot, "83", "bob", "Bob", "/experience add coworking used");
        await SayAsync(bot, "84", "оlga", "Oльга", "/experience add coworking used");

        var found = await SayAsync(bot, "83", "bob", "Bob", "/commoners find coworking");
        Assert.Contains("Сlаire (@scam): ", found, StringComparison.Ordinal);
        Assert.Contains("Oльга (@оlga): ", found, StringComparison.Ordinal);
        Assert.Contains("\nBob: ", found, StringComparison.Ordinal);
        Assert.Equal("Claire", await bot.SeeAsync(db => db.People.OrderBy(p => p.Id).Where(p => p.Name.StartsWith("Cl")).Select(p => p.Name).SingleAsync(Ct)));
    }

    private static Task<string> SayAsync(TestBot bot, string account, string handle, string name, string line)
        => bot.ReadAsync(new Incoming("discord", Guid.NewGuid().ToString("N"), account, name, null) { Text = line, Handle = handle, IsNetwork = true });
}
