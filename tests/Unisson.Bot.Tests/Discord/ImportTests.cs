using Microsoft.EntityFrameworkCore;
using Unisson.Discord.Stub;
using Xunit;

namespace Unisson.Bot.Tests.Discord;

/// <summary>A file that is attached to a slash command.</summary>
public sealed class ImportTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_attached_file_is_looked_at_and_comes_in_by_its_button()
    {
        StubGuild guild = null!;
        await using var world = await DiscordWorld.StartAsync(before: d => guild = d.AddGuild("Jura", "fr"));
        var claire = world.Discord.AddUser("claire").In(guild, manageGuild: true).At(guild.AddChannel("missions"));
        await claire.Submit(await claire.Slash("espace installer"), ("nom", "Jura"), ("langue", "Français"));
        var file = world.Discord.AddFile("mes communs.csv", "nom-court;nom\ncoworking;Coworking de Lons\n"u8.ToArray(), "text/csv");

        var preview = await claire.Slash("espace importer", ("quoi", "Communs"), ("fichier", file));

        Assert.True(preview.Private);
        Assert.StartsWith("mes communs.csv apporterait 1 commun.", preview.Text.Replace('\u00A0', ' ').Replace('\u202F', ' '), StringComparison.Ordinal);
        Assert.StartsWith("C’est fait", (await claire.Press(preview, "Importer")).Text, StringComparison.Ordinal);
        Assert.Equal("Coworking de Lons", await world.SeeAsync(db => db.Commons.Select(c => c.Name).SingleAsync(Ct)));
        var wrong = await claire.Slash("espace importer", ("quoi", "Communs"), ("fichier", world.Discord.AddFile("vide.csv", "nom\n"u8.ToArray(), "text/csv")));
        var again = await claire.Submit(await claire.Press(wrong, "Compléter"), ("fichier", world.Discord.AddFile("jardin.csv", "nom\nJardin\n"u8.ToArray(), "text/csv")));
        Assert.StartsWith("jardin.csv apporterait 1", again.Text, StringComparison.Ordinal);
        var large = world.Discord.AddFile("large.csv", new byte[(1 << 20) + 1], "text/csv");
        Assert.Contains("dépasse 1", (await claire.Slash("espace importer", ("quoi", "Communs"), ("fichier", large))).Text, StringComparison.Ordinal);
    }
}
