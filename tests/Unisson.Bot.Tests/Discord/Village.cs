using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Unisson.Discord.Stub;
using Xunit;

namespace Unisson.Bot.Tests.Discord;

/// <summary>A community that is set up on Discord: who manages it, somebody who gives, and one common.</summary>
internal sealed class Village : IAsyncDisposable
{
    public const string Callback = "POST /interactions/{interaction_id}/{interaction_token}/callback";
    public const string Edit = "PATCH /webhooks/{webhook_id}/{webhook_token}/messages/@original";
    public const string FollowUp = "POST /webhooks/{webhook_id}/{webhook_token}";
    public const string Post = "POST /channels/{channel_id}/messages";

    private Village(DiscordWorld world, StubGuild guild, StubChannel missions)
    {
        (World, Guild, Missions) = (world, guild, missions);
        Claire = world.Discord.AddUser("claire").In(guild, manageGuild: true).At(missions);
        Bob = world.Discord.AddUser("bob").In(guild).At(missions);
    }

    public DiscordWorld World { get; }

    public StubDiscord Discord => World.Discord;

    public StubGuild Guild { get; }

    public StubChannel Missions { get; }

    public StubUser Claire { get; }

    public StubUser Bob { get; }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static async Task<Village> StartAsync(TimeProvider? time = null, StubOptions? options = null)
    {
        var (guild, missions) = (default(StubGuild)!, default(StubChannel)!);
        var world = await DiscordWorld.StartAsync(time, discord =>
        {
            guild = discord.AddGuild("Jura", "fr");
            missions = guild.AddChannel("missions");
        }, options: options);
        var village = new Village(world, guild, missions);
        await world.Discord.UntilAsync(() => guild.SystemChannel!.Messages.Count == 1, "the greeting");
        await village.Claire.Submit(await village.Claire.Slash("espace installer"), ("nom", "Jura"), ("langue", "Français"));
        Assert.StartsWith("Coworking de Lons", (await village.Claire.Submit(await village.Claire.Slash("commun ajouter"), ("nom court", "coworking"), ("nom", "Coworking de Lons"))).Text, StringComparison.Ordinal);
        return village;
    }

    /// <summary>A line of the ledger, of one hour.</summary>
    public static StubInteraction Log(StubUser user, string what) => user.SlashStart("contribution noter", ("commun", "coworking"), ("combien", "1h"), ("quoi", what));

    /// <summary>What stands in the ledger, oldest first.</summary>
    public Task<List<string>> LedgerAsync() => World.SeeAsync(db => db.LedgerTexts.OrderBy(t => t.LineId).Select(t => t.What).ToListAsync(Ct));

    /// <summary>Somebody writes to the bot in private, so that it can write to them, and is answered.</summary>
    public async Task WritesAsync(StubUser user)
    {
        await user.Slash("commun liste");
        var before = user.Dms.Count;
        user.Dm("/commun liste");
        await Discord.UntilAsync(() => user.Dms.Count == before + 2, "an answer in private");
    }

    /// <summary>Ends when the door has done all that came before: a command goes the same way and is answered last.</summary>
    public Task<Seen> SettledAsync() => Log(Claire, "to end with").SeenAsync();

    /// <summary>How often the bot has said these words to this person, wherever it was.</summary>
    /// <param name="but">Not counting those that say this as well.</param>
    public static int Said(StubUser user, string words, string? but = null)
        => user.Ephemerals.Concat(user.Dms).Count(m => m.Author.IsBot && m.Text.Contains(words, StringComparison.Ordinal) && (but is null || !m.Text.Contains(but, StringComparison.Ordinal)));

    /// <summary>An answer for this person alone that is no failure.</summary>
    public static void Calm(Seen seen)
    {
        Assert.True(seen.Kind is SeenKind.Ephemeral or SeenKind.Modal || seen.Message?.Channel.Recipient is not null, seen.ToString());
        Assert.DoesNotContain("E-", seen.Text, StringComparison.Ordinal);
    }

    /// <summary>An interaction as nobody could send it, which can be answered all the same.</summary>
    public async Task<StubInteraction> ForgedAsync(Action<JsonObject> change)
    {
        Discord.Faults.Answer(404, 1, Callback);
        var given = Bob.SlashStart("contribution noter");
        await Discord.UntilAsync(() => Discord.Faults.Pending == 0, "the first try");
        change(given.Payload);
        given.DeliverAgain();
        return given;
    }

    public ValueTask DisposeAsync() => World.DisposeAsync();
}
