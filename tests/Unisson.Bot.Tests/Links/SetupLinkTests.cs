using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Tests.Discord;
using Unisson.Discord.Stub;
using Xunit;

namespace Unisson.Bot.Tests.Links;

/// <summary>Two servers that become one community: only with the yes of both, and only while one of them is empty.</summary>
public sealed class SetupLinkTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Two_servers_share_commons_and_ledger_once_both_said_so()
    {
        await using var village = await Village.StartAsync();
        var ana = Elsewhere(village, out var eve);
        await Village.Log(village.Bob, "soupe").SeenAsync();
        await ana.Submit(await ana.Slash("espace installer"), ("nom", "Ain"), ("langue", "Français"));
        Assert.StartsWith("Tu acceptes le contrat moral", (await eve.Slash("contrat accepter")).Text, StringComparison.Ordinal);
        var code = Codes.In((await village.Claire.Slash("espace relier")).Text);
        Assert.StartsWith("Il reste un pas", (await ana.Slash("espace relier", ("code", code))).Text, StringComparison.Ordinal);

        // Nothing is shared before the yes of who looks after the first server, though it need not be who made the code.
        Assert.Equal(2, await village.World.SeeAsync(db => db.Installations.Select(i => i.CommunityId).Distinct().CountAsync(Ct)));
        var dan = village.Discord.AddUser("dan").In(village.Guild, manageGuild: true).At(village.Missions);
        Assert.StartsWith("Jura vit désormais dans les deux lieux.", (await dan.Slash("espace relier", ("code", code))).Text, StringComparison.Ordinal);

        Assert.Contains("coworking", (await ana.Slash("commun liste")).Text, StringComparison.Ordinal);
        await Village.Log(ana, "pain").SeenAsync();
        Assert.Equal(["soupe", "pain"], await village.LedgerAsync());
        Assert.True(await village.World.SeeAsync(db => db.Acceptances.AnyAsync(a => a.MissionId == null, Ct)));
        Assert.Equal(1, await village.World.SeeAsync(db => db.Installations.Select(i => i.CommunityId).Distinct().CountAsync(Ct)));
    }

    [Fact]
    public async Task Two_communities_with_things_of_their_own_stay_two()
    {
        await using var village = await Village.StartAsync();
        var ana = Elsewhere(village);
        await ana.Submit(await ana.Slash("espace installer"), ("nom", "Ain"), ("langue", "Français"));
        await ana.Submit(await ana.Slash("commun ajouter"), ("nom court", "verger"), ("nom", "Verger"));
        var code = Codes.In((await village.Claire.Slash("espace relier")).Text);

        Assert.StartsWith("Les deux lieux ont déjà des communs", (await ana.Slash("espace relier", ("code", code))).Text, StringComparison.Ordinal);
        Assert.Equal(2, await village.World.SeeAsync(db => db.Installations.Select(i => i.CommunityId).Distinct().CountAsync(Ct)));
    }

    /// <summary>Somebody who manages another server.</summary>
    private static StubUser Elsewhere(Village village) => Elsewhere(village, out _);

    /// <param name="eve">A member there.</param>
    private static StubUser Elsewhere(Village village, out StubUser eve)
    {
        var guild = village.Discord.AddGuild("Ain", "fr");
        var missions = guild.AddChannel("missions");
        eve = village.Discord.AddUser("eve").In(guild).At(missions);
        return village.Discord.AddUser("ana").In(guild, manageGuild: true).At(missions);
    }
}
