using Xunit;

namespace Unisson.Discord.Stub.Tests.People;

/// <summary>What people do, as the bot gets it, and what they see, as the bot answered.</summary>
public sealed class SlashTests
{
    private const string Commands = """
        [{"name":"mission","description":"Missions","options":[
          {"type":1,"name":"open","name_localizations":{"fr":"ouvrir"},"description":"Open","options":[
            {"type":3,"name":"title","name_localizations":{"fr":"titre"},"description":"Title","required":true},
            {"type":3,"name":"kind","name_localizations":{"fr":"genre"},"description":"Kind","choices":[{"name":"Tender","name_localizations":{"fr":"Appel d’offres"},"value":"tender"}]},
            {"type":3,"name":"common","description":"Common","autocomplete":true},
            {"type":6,"name":"person","description":"Who"},
            {"type":11,"name":"file","description":"File"}]}]},
         {"name":"unisson","description":"Panel"},
         {"name":"Log","type":3}]
        """;

    [Fact]
    public async Task A_slash_command_arrives_as_Discord_builds_it_and_its_answer_is_seen()
    {
        await using var discord = await StubDiscord.StartAsync();
        var server = discord.AddGuild("Les Communs", locale: "fr");
        var claire = discord.AddUser("claire", locale: "fr").In(server, manageGuild: true);
        var bob = discord.AddUser("bob").In(server);
        var (bot, socket) = await RawBot.StartAsync(discord, Commands);
        await using var _ = bot;

        var seeing = claire.Slash("/mission ouvrir", ("titre", "Étude"), ("genre", "Appel d’offres"), ("person", bob));
        var interaction = await socket.EventAsync("INTERACTION_CREATE");
        Assert.Equal(204, (int)(await bot.AnswerAsync(interaction, """{"type":4,"data":{"content":"M1 est ouverte.","flags":64,"allowed_mentions":{"parse":[]}}}""")).Status);
        var seen = await seeing;

        var sub = interaction["data"]!["options"]![0]!;
        Assert.Equal(("mission", "open", 1), ((string)interaction["data"]!["name"]!, (string)sub["name"]!, (int)sub["type"]!));
        Assert.Equal([("title", "Étude"), ("kind", "tender"), ("person", bob.Id)], sub["options"]!.AsArray().Select(o => ((string)o!["name"]!, (string)o["value"]!)));
        Assert.Equal("bob", (string?)interaction["data"]!["resolved"]!["users"]![bob.Id]!["username"]);
        Assert.Equal(("fr", "fr"), ((string)interaction["locale"]!, (string)interaction["guild_locale"]!));
        Assert.Equal(1UL << 5, ulong.Parse((string)interaction["member"]!["permissions"]!, null) & (1UL << 5));
        Assert.Equal("309237763072", (string?)interaction["app_permissions"]);
        Assert.Equal((SeenKind.Ephemeral, "M1 est ouverte."), (seen.Kind, seen.Content));
        Assert.Empty(server.SystemChannel!.Messages);
        Assert.Single(claire.Ephemerals);
    }
}
