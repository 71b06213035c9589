using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Commons;
using Unisson.Bot.Tests.Harness;
using Xunit;

namespace Unisson.Bot.Tests.Commons;

public sealed class CommonResourceTests
{
    [Fact]
    public async Task A_resource_is_added_and_the_page_of_the_common_shows_it()
    {
        await using var bot = await GivenAsync();

        var answer = await bot.DoAsync("bob> /commun ressource velo Monter un atelier lien:https://exemple.fr/atelier genre:recette");

        Assert.Equal(
            "« Monter un atelier » (recette) est parmi les ressources de velo.\n  Pour revenir en arrière :\n  /commun ressource velo \"Monter un atelier\" lien:-\n",
            answer);
        var row = await bot.SeeAsync(db => db.Resources.SingleAsync());
        Assert.Equal((ResourceKind.Recipe, "https://exemple.fr/atelier", "monter un atelier"), (row.Kind, row.Link, row.FoldedTitle));
        Assert.Equal("common resource", await bot.SeeAsync(db => db.Audit.Select(a => a.Command).SingleAsync()));
        Assert.Contains("What it gives to take up:\n  Monter un atelier (recipe): https://exemple.fr/atelier\n", await bot.DoAsync("cyr> /common show velo"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/commun recette velo \"Graisser une chaîne\"", ResourceKind.Recipe)]
    [InlineData("/common recipe velo \"Graisser une chaîne\"", ResourceKind.Recipe)]
    [InlineData("/common resource velo \"Graisser une chaîne\" kind:doc", ResourceKind.Document)]
    [InlineData("/common resource velo \"Graisser une chaîne\"", ResourceKind.Link)]
    public async Task What_it_is_may_be_said_by_the_verb(string line, ResourceKind kind)
    {
        await using var bot = await GivenAsync();

        await bot.DoAsync("bob> " + line);

        Assert.Equal((kind, null), await bot.SeeAsync(db => db.Resources.Select(x => ValueTuple.Create(x.Kind, x.Link)).SingleAsync()));
    }

    [Fact]
    public async Task The_same_title_changes_that_one_and_each_undo_line_puts_it_back()
    {
        await using var bot = await GivenAsync();
        await bot.DoAsync("bob> /common resource velo \"Chaîne\" link:https://a.example kind:document");

        var changed = await bot.DoAsync("bob> /common resource velo chaine link:https://b.example kind:recipe");

        Assert.StartsWith("“Chaîne” is changed in velo: recipe.", changed, StringComparison.Ordinal);
        Assert.Equal((ResourceKind.Recipe, "https://b.example"), await OneAsync(bot));
        await bot.DoAsync("bob> " + Undo(changed));
        Assert.Equal((ResourceKind.Document, "https://a.example"), await OneAsync(bot));

        var removed = await bot.DoAsync("bob> /common resource velo CHAINE link:-");
        Assert.StartsWith("“Chaîne” (document) is no more among the resources of velo.", removed, StringComparison.Ordinal);
        Assert.False(await bot.SeeAsync(db => db.Resources.AnyAsync()));
        Assert.StartsWith("I find no common", await bot.DoAsync("cyr> /common find chaîne"), StringComparison.Ordinal);
        await bot.DoAsync("bob> " + Undo(removed));
        Assert.Equal((ResourceKind.Document, "https://a.example"), await OneAsync(bot));
        Assert.StartsWith("For “chaînes”:\n  velo", await bot.DoAsync("cyr> /common find chaînes"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("cyr> /common resource velo x", "common.not-yours", null)]
    [InlineData("bob> /common resource velo", "command.missing", "/common resource velo …")]
    [InlineData("bob> /common resource zzz x", "common.unknown", null)]
    [InlineData("bob> /common resource velo x kind:song", "option.choice", "/common resource velo x kind:…")]
    [InlineData("bob> /common resource velo x link:exemple.fr", "resource.link", "/common resource velo x link:…")]
    [InlineData("bob> /common resource velo x link:javascript:alert(1)", "resource.link", "/common resource velo x link:…")]
    [InlineData("bob> /common resource velo x link:\"https://a b\"", "resource.link", "/common resource velo x link:…")]
    [InlineData("bob> /common resource velo pompr link:-", "resource.unknown", "/common resource velo Pompe link:-")]
    [InlineData("bob> /common resource velo pompe", "resource.same", "/common resource velo pompe link:…")]
    public async Task A_refusal_gives_its_own_reason_and_the_line_that_mends_it(string line, string code, string? mend)
    {
        await using var bot = await GivenAsync();
        await bot.DoAsync("bob> /common resource velo Pompe link:https://a.example");

        var answer = await bot.SayAsync(line);

        Assert.Equal(code, TestBot.Refusal(answer));
        Assert.Contains(mend ?? "", answer, StringComparison.Ordinal);
        Assert.Equal((ResourceKind.Link, "https://a.example"), await OneAsync(bot));
    }

    [Fact]
    public async Task A_common_holds_fifty_and_the_page_shows_the_ten_newest()
    {
        await using var bot = await GivenAsync();
        for (var i = 1; i <= Resource.Most; i++)
        {
            await bot.DoAsync($"bob> /common resource velo \"Fiche {i}\"");
        }

        var refused = await bot.SayAsync("bob> /common resource velo \"Fiche 51\"");
        Assert.Equal("resource.full", TestBot.Refusal(refused));
        Assert.Contains("/common resource velo … link:-", refused, StringComparison.Ordinal);
        var page = await bot.DoAsync("cyr> /common show velo");
        Assert.Contains("What it gives to take up:\n  Fiche 50 (link)\n  Fiche 49 (link)\n", page, StringComparison.Ordinal);
        Assert.Contains("  Fiche 41 (link)\n  … and 40 more.\n", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Fiche 40", page, StringComparison.Ordinal);
    }

    private static Task<(ResourceKind, string?)> OneAsync(TestBot bot) => bot.SeeAsync(db => db.Resources.Select(x => ValueTuple.Create(x.Kind, x.Link)).SingleAsync());

    private static string Undo(string answer) => answer.Split('\n').Single(l => l.Contains("/common resource", StringComparison.Ordinal)).Trim();

    private static async Task<TestBot> GivenAsync()
    {
        var bot = await TestBot.StartAsync();
        await bot.DoAsync("me> /common list", "bob> /common add velo");
        return bot;
    }
}
