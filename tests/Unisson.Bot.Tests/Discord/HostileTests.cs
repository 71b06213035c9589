using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Unisson.Discord.Stub;
using Xunit;

namespace Unisson.Bot.Tests.Discord;

/// <summary>What Discord never sends, and what people should not be able to do: no crash, nothing of somebody else's, a calm sentence.</summary>
public sealed partial class HostileTests
{
    private const string Unknown = "Je ne connais plus cette commande";

    [Fact]
    public async Task Frames_that_cannot_be_understood_are_left_and_the_next_command_is_answered()
    {
        await using var village = await Village.StartAsync();
        var gateway = village.Discord.Gateway;
        string[] frames = ["", "{", "[]", "null", "17", "\"op\"", """{"op":99,"d":{}}""", """{"op":"0"}""", """{"op":0,"t":"NEWS","d":[],"s":"x"}""", """{"op":0,"t":7,"d":7}""", """{"d":{"op":0}}{"op":0}""", """{"op":0,"t":"MESSAGE_CREATE","s":4,"d":{"id":"""];
        foreach (var frame in frames)
        {
            gateway.SendRaw(frame);
        }

        (string, string)[] events =
        [
            ("INTERACTION_CREATE", "{}"), ("INTERACTION_CREATE", """{"id":"x","type":2}"""), ("INTERACTION_CREATE", """{"id":"5","type":2,"token":"t","data":[]}"""),
            ("INTERACTION_CREATE", """{"id":"5","type":"2","token":"t"}"""), ("INTERACTION_CREATE", """{"id":"5","type":3,"token":"t","user":{"id":"9"},"data":{"custom_id":null}}"""),
            ("MESSAGE_CREATE", """{"id":"5","channel_id":"6"}"""), ("MESSAGE_CREATE", """{"id":"5","author":"bob"}"""), ("GUILD_CREATE", """{"id":"77","channels":"none"}"""),
            ("GUILD_DELETE", """{"id":"78"}"""), ("TYPING_START", """[[[]]]"""), ("READY", "{}"), ("RESUMED", "17"),
        ];
        foreach (var (name, data) in events)
        {
            gateway.Dispatch(name, JsonNode.Parse(data)!);
            gateway.Repeat();
        }

        Assert.Contains("soupe", (await Village.Log(village.Bob, "soupe").SeenAsync()).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_event_that_comes_twice_or_after_a_gap_is_heard_once()
    {
        await using var village = await Village.StartAsync();
        village.Discord.Gateway.Lose("TYPING_START", new JsonObject());
        var given = Village.Log(village.Bob, "soupe");
        village.Discord.Gateway.Repeat();
        await given.SeenAsync();
        await village.SettledAsync();
        Assert.Equal(["soupe", "to end with"], await village.LedgerAsync());
    }

    [Fact]
    public async Task An_interaction_of_an_unknown_type_or_about_nothing_is_left()
    {
        await using var village = await Village.StartAsync();
        await village.ForgedAsync(p => p["type"] = 1);
        await village.ForgedAsync(p => p["type"] = 99);
        await village.ForgedAsync(p => p.Remove("data"));
        await village.ForgedAsync(p => p.Remove("member"));
        Assert.Contains("to end with", (await village.SettledAsync()).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"id":"1","type":1,"name":"mission","options":[{"type":1,"name":"détruire"}]}""")]
    [InlineData("""{"id":"1","type":1,"name":"mission"}""")]
    [InlineData("""{"id":"1","type":1,"name":""}""")]
    [InlineData("""{"id":"1","type":2,"name":"help"}""")]
    public async Task A_command_of_another_version_gets_a_sentence(string data)
    {
        await using var village = await Village.StartAsync();
        var given = await village.ForgedAsync(p => p["data"] = JsonNode.Parse(data));
        Assert.StartsWith(Unknown, (await given.SeenAsync()).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""[{"type":3,"name":"common","value":12},{"type":4,"name":"amount","value":true},{"type":6,"name":"for","value":"bob"}]""")]
    [InlineData("""[{"type":3,"name":"common","value":""},{"type":3,"name":"what","value":1.5e300}]""")]
    [InlineData("""[{"type":3,"name":"nothing","value":"x"}]""")]
    [InlineData("""[{"type":3,"name":"common","value":"coworking\u0000\u202e"},{"type":3,"name":"common"}]""")]
    public async Task Values_of_a_wrong_kind_get_a_sentence_and_store_nothing(string options)
    {
        await using var village = await Village.StartAsync();
        var given = await village.ForgedAsync(p => p["data"]!["options"]![0]!["options"] = JsonNode.Parse(options));
        Village.Calm(await given.SeenAsync());
        Assert.Empty(await village.LedgerAsync());
    }

    [Fact]
    public async Task A_form_that_nobody_made_gets_a_sentence()
    {
        await using var village = await Village.StartAsync();
        foreach (var id in new[] { "x", "form:", "form:nope", "form:nope:1" })
        {
            var given = await village.ForgedAsync(p => (p["type"], p["data"]) = (5, JsonNode.Parse($$"""{"custom_id":"{{id}}","components":[{"type":1,"components":[{"type":4,"custom_id":"what","value":"x"}]}]}""")));
            Assert.StartsWith(Unknown, (await given.SeenAsync()).Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Two_hundred_forms_at_once_are_two_hundred_lines()
    {
        await using var village = await Village.StartAsync();
        var form = (await village.Bob.Slash("contribution noter")).Modal!;
        var sent = Enumerable.Range(0, 200).Select(n => village.Bob.SubmitStart(form, ("commun", "coworking"), ("combien", "1h"), ("quoi", $"ligne {n}"))).ToList();
        var seen = await Task.WhenAll(sent.Select(s => s.SeenAsync()));
        Assert.All(seen, s => Assert.Contains("au registre", s.Text, StringComparison.Ordinal));
        Assert.Equal(200, (await village.LedgerAsync()).Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public async Task A_form_whose_beginning_is_gone_gives_back_what_was_typed()
    {
        await using var village = await Village.StartAsync();
        var form = await village.Bob.Slash("contribution noter", ("commun", "coworking"));
        village.World.Clock.Advance(TimeSpan.FromMinutes(16));
        var seen = await village.Bob.Submit(form, ("combien", "3h"), ("quoi", "soupe"));
        Assert.StartsWith("Le formulaire était ouvert depuis plus de 15 minutes", seen.Text, StringComparison.Ordinal);
        Assert.Contains("soupe", seen.Text, StringComparison.Ordinal);
        Assert.Empty(await village.LedgerAsync());
    }

    [Fact]
    public async Task What_people_write_neither_rings_nor_marks_up()
    {
        await using var village = await Village.StartAsync();
        var mallory = village.Discord.AddUser("mallory").In(village.Guild, nick: "**@everyone** <@1>\u202e\u200b").At(village.Missions);
        var nasty = $"@everyone @here <@{village.Bob.Id}> <@&5> **gras** [clic](https://example.org) `x` ~~z~~ <t:1:R>";
        var before = village.Bob.Pings.Count;
        await village.WritesAsync(mallory);
        await mallory.Slash("mission ouvrir", ("titre", nasty), ("communs", "coworking"));
        await Village.Log(mallory, nasty).SeenAsync();
        await mallory.Slash("mission voir", ("mission", "M1"));
        mallory.Dm(nasty);
        await village.Discord.UntilAsync(() => village.Missions.Messages.Count == 1 && mallory.Dms.Count == 4, "the card and the answer");

        Assert.Equal(before, village.Bob.Pings.Count);
        var said = mallory.Ephemerals.Concat(mallory.Dms).Concat(village.Missions.Messages).Where(m => m.Author.IsBot).ToList();
        Assert.Contains(said, m => m.Text.Contains("everyone", StringComparison.Ordinal));
        Assert.All(said, m => Assert.DoesNotMatch("[@<|~`*_]", Harmless().Replace(m.Text, "")));
    }

    /// <summary>Escaped signs, addresses and channels, which are ours.</summary>
    [GeneratedRegex(@"\\.|https?://\S+|<#\d+>", RegexOptions.None, 1000)]
    private static partial Regex Harmless();
}
