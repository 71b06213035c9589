using Microsoft.EntityFrameworkCore;
using Unisson.Discord.Stub;
using Xunit;

namespace Unisson.Bot.Tests.Discord;

/// <summary>Servers, their channels, and who looks after them.</summary>
public sealed class PlacesTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_could_not_be_posted_is_refused_before_it_is_stored()
    {
        var (world, guild, claire) = await SetUpAsync();
        await using var _ = world;
        var missions = guild.Channel("missions");
        missions.BotPermissions = StubPermissions.Asked & ~StubPermissions.EmbedLinks;

        var refused = await claire.Slash("mission open", ("title", "Study"));
        Assert.Contains("Embed Links", refused.Text, StringComparison.Ordinal);
        Assert.Contains($"<#{missions.Id}>", refused.Text, StringComparison.Ordinal);
        Assert.Equal(0, await world.SeeAsync(db => db.Missions.CountAsync(Ct)));

        missions.BotPermissions = StubPermissions.Asked;
        Assert.StartsWith("M1", (await claire.Slash("mission open", ("title", "Study"))).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_card_that_a_channel_refused_leaves_with_the_first_command_from_there_that_shows_it_open()
    {
        var (world, guild, claire) = await SetUpAsync();
        await using var _ = world;
        var (missions, general) = (guild.Channel("missions"), guild.Channel("general"));
        // Closed without anybody having shown so, and opened again likewise.
        missions.BotPermissions = StubPermissions.None;
        await claire.At(general).Slash("mission open", ("title", "Study"));
        await world.Discord.UntilAsync(() => Posts() == 1, "the refusal");
        await world.SentAsync();
        await claire.Slash("call list");
        await claire.At(missions).Slash("call list");
        Assert.Equal(1, Posts());

        missions.BotPermissions = StubPermissions.Asked;
        await claire.At(general).Slash("call list");
        Assert.Equal(1, Posts());
        await claire.At(missions).Slash("call list");

        // A request is counted once it is answered, a moment after its message stands.
        await world.Discord.UntilAsync(() => Posts() == 2, "the second try");
        Assert.Single(missions.Messages);

        int Posts() => world.Discord.Requests.Count(r => r.Route == Village.Post && r.Path.Contains(missions.Id, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_server_is_greeted_once_an_installation_and_two_servers_are_two_communities()
    {
        var (world, guild, claire) = await SetUpAsync(TimeProvider.System);
        await using var _ = world;
        var second = world.Discord.AddGuild("Bresse", "fr");
        await world.Discord.UntilAsync(() => second.SystemChannel!.Messages.Count == 1, "the greeting");
        world.Discord.Gateway.InvalidSession(resumable: false);
        await world.Discord.UntilAsync(() => world.Discord.Gateway.Identifies == 2, "a new session");

        // Events of a session come in order: what is answered after them comes after a second greeting would have.
        await claire.Slash("about");
        Assert.Single(second.SystemChannel!.Messages);
        Assert.Single(guild.SystemChannel!.Messages);
        Assert.Equal(2, await world.SeeAsync(db => db.Installations.Select(i => i.CommunityId).Distinct().CountAsync(Ct)));
        Assert.False(await world.SeeAsync(db => db.Installations.AnyAsync(i => i.CommunityId == 1, Ct)), "the terminal's own community is no server's");
    }

    [Fact]
    public async Task Who_manages_the_server_looks_after_the_space_as_long_as_they_do()
    {
        var (world, guild, claire) = await SetUpAsync();
        await using var _ = world;
        var bob = world.Discord.AddUser("bob", "en-US").In(guild).At(guild.Channel("missions"));
        Assert.StartsWith("This is for somebody who looks after the space", (await bob.Slash("setup settings")).Text.Replace("\\", "", StringComparison.Ordinal), StringComparison.Ordinal);
        bob.In(guild, manageGuild: true);
        Assert.Contains("Europe/Paris", (await bob.Slash("setup settings")).Text, StringComparison.Ordinal);
        bob.In(guild);
        Assert.DoesNotContain("Europe/Paris", (await bob.Slash("setup settings")).Text, StringComparison.Ordinal);
        Assert.Contains("Europe/Paris", (await claire.Slash("setup settings")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Commands_faster_than_the_limit_get_one_gentle_sentence()
    {
        var (world, _, claire) = await SetUpAsync(commandsPerMinute: 3);
        await using var __ = world;
        for (var i = 0; i < 3; i++)
        {
            Assert.DoesNotContain("faster than I can follow", (await claire.Slash("about")).Text, StringComparison.Ordinal);
        }

        Assert.Contains("faster than I can follow", (await claire.Slash("about")).Text, StringComparison.Ordinal);
        world.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.DoesNotContain("faster than I can follow", (await claire.Slash("about")).Text, StringComparison.Ordinal);
    }

    private static async Task<(DiscordWorld World, StubGuild Guild, StubUser Claire)> SetUpAsync(TimeProvider? time = null, int commandsPerMinute = 0)
    {
        StubGuild guild = null!;
        var world = await DiscordWorld.StartAsync(time, commandsPerMinute: commandsPerMinute, before: discord =>
        {
            guild = discord.AddGuild("Jura", "en-US");
            guild.AddChannel("missions");
        });
        var claire = world.Discord.AddUser("claire", "en-US").In(guild, manageGuild: true).At(guild.Channel("missions"));
        await world.Discord.UntilAsync(() => guild.SystemChannel!.Messages.Count == 1, "the greeting");
        await claire.Submit(await claire.Slash("setup start"), ("name", "Jura"));
        return (world, guild, claire);
    }
}
