using System.Net;
using System.Text.Json.Nodes;
using Xunit;

namespace Unisson.Discord.Stub.Tests.People;

/// <summary>What people touch and what rings them.</summary>
public sealed class PeopleTests
{
    private const string Commands = """
        [{"name":"unisson","description":"Panel"},
         {"name":"fichier","description":"File","options":[{"type":11,"name":"file","description":"File","required":true}]},
         {"name":"Log","name_localizations":{"fr":"Noter comme contribution"},"type":3},
         {"name":"setup","description":"Admins","default_member_permissions":32,"contexts":[0]}]
        """;

    private const string Panel = """
        {"type":4,"data":{"content":"Voilà","flags":FLAGS,"allowed_mentions":{"parse":[]},"components":[
          {"type":1,"components":[{"type":2,"style":1,"label":"Oui, j’aide","custom_id":"yes"},{"type":2,"style":1,"label":"Non","custom_id":"no","disabled":true},{"type":2,"style":5,"label":"Site","url":"https://example.org"}]},
          {"type":1,"components":[{"type":3,"custom_id":"level","placeholder":"Niveau","options":[{"label":"Usage","value":"used"},{"label":"Soin","value":"maintained"}]}]}]}}
        """;

    [Fact]
    public async Task A_pressed_button_brings_its_message_and_the_update_is_seen_in_place()
    {
        await using var discord = await StubDiscord.StartAsync();
        var claire = discord.AddUser("claire").In(discord.AddGuild("Les Communs"));
        var (bot, socket, panel) = await PanelAsync(discord, claire, ephemeral: false);
        await using var _ = bot;

        var pressing = claire.Press(panel, "Oui, j’aide");
        var press = await socket.EventAsync("INTERACTION_CREATE");
        await bot.AnswerAsync(press, """{"type":7,"data":{"content":"Merci","components":[],"allowed_mentions":{"parse":[]}}}""");
        var seen = await pressing;

        Assert.Equal(("yes", 2, panel.Message!.Id), ((string)press["data"]!["custom_id"]!, (int)press["data"]!["component_type"]!, (string)press["message"]!["id"]!));
        Assert.Equal((SeenKind.Update, "Merci"), (seen.Kind, seen.Content));
        Assert.Empty(seen.Buttons);
        Assert.Equal("Voilà", Assert.Single(panel.Message.Edits).Content);
        Assert.Throws<InvalidOperationException>(() => { claire.PressStart(panel.Message, "Oui, j’aide"); });
    }

    [Fact]
    public async Task A_deferred_update_is_seen_once_it_is_edited()
    {
        await using var discord = await StubDiscord.StartAsync();
        var claire = discord.AddUser("claire").In(discord.AddGuild("Les Communs"));
        var (bot, socket, panel) = await PanelAsync(discord, claire, ephemeral: true);
        await using var _ = bot;

        var pressing = claire.Press(panel, "yes");
        var press = await socket.EventAsync("INTERACTION_CREATE");
        await bot.AnswerAsync(press, """{"type":6}""");
        Assert.False(pressing.IsCompleted);
        await bot.EditOriginalAsync(press, """{"content":"Merci","components":[],"allowed_mentions":{"parse":[]}}""");

        Assert.Equal((SeenKind.Update, "Merci", true), ((await pressing).Kind, panel.Message!.Content, (await pressing).Private));
    }

    [Fact]
    public async Task Nobody_presses_what_they_do_not_see_or_what_is_grey_or_a_link()
    {
        await using var discord = await StubDiscord.StartAsync();
        var server = discord.AddGuild("Les Communs");
        var claire = discord.AddUser("claire").In(server);
        var bob = discord.AddUser("bob").In(server);
        var (bot, _, panel) = await PanelAsync(discord, claire, ephemeral: true);
        await using var _1 = bot;

        Assert.Throws<InvalidOperationException>(() => { bob.PressStart(panel.Message!, "yes"); });
        Assert.Throws<InvalidOperationException>(() => { claire.PressStart(panel.Message!, "Non"); });
        Assert.Throws<InvalidOperationException>(() => { claire.PressStart(panel.Message!, "Site"); });
        Assert.Throws<InvalidOperationException>(() => { claire.PressStart(panel.Message!, "Peut-être"); });
        Assert.Equal((1, 0), (claire.Ephemerals.Count, bob.Ephemerals.Count));
        Assert.Equal(10008, (await bot.SendAsync(HttpMethod.Get, $"channels/{panel.Message!.Channel.Id}/messages/{panel.Message.Id}")).Code);
    }

    [Fact]
    public async Task A_choice_goes_by_what_the_person_reads_and_arrives_as_its_value()
    {
        await using var discord = await StubDiscord.StartAsync();
        var claire = discord.AddUser("claire").In(discord.AddGuild("Les Communs"));
        var (bot, socket, panel) = await PanelAsync(discord, claire, ephemeral: true);
        await using var _ = bot;

        var choosing = claire.Choose(panel, "Niveau", "Soin");
        var choice = await socket.EventAsync("INTERACTION_CREATE");
        await bot.AnswerAsync(choice, """{"type":4,"data":{"content":"Noté","flags":64,"allowed_mentions":{"parse":[]}}}""");

        Assert.Equal("maintained", (string?)choice["data"]!["values"]![0]);
        Assert.Equal(SeenKind.Ephemeral, (await choosing).Kind);
        await Assert.ThrowsAsync<InvalidOperationException>(() => claire.Choose(panel, "Niveau", "Rien"));
    }

    [Fact]
    public async Task A_messages_own_menu_brings_the_message()
    {
        await using var discord = await StubDiscord.StartAsync();
        var claire = discord.AddUser("claire").In(discord.AddGuild("Les Communs"));
        var (bot, socket, panel) = await PanelAsync(discord, claire, ephemeral: false);
        await using var _ = bot;

        var noting = claire.MessageCommand(panel.Message!, "Noter comme contribution");
        var interaction = await socket.EventAsync("INTERACTION_CREATE");
        await bot.AnswerAsync(interaction, """{"type":4,"data":{"content":"Noté","flags":64,"allowed_mentions":{"parse":[]}}}""");

        var target = (string)interaction["data"]!["target_id"]!;
        Assert.Equal(("Log", 3, "Voilà"), ((string)interaction["data"]!["name"]!, (int)interaction["data"]!["type"]!, (string)interaction["data"]!["resolved"]!["messages"]![target]!["content"]!));
        Assert.Equal("Noté", (await noting).Content);
    }

    [Fact]
    public async Task What_the_client_does_not_offer_cannot_be_used()
    {
        await using var discord = await StubDiscord.StartAsync();
        var server = discord.AddGuild("Les Communs");
        var claire = discord.AddUser("claire").In(server);
        var ana = discord.AddUser("ana").In(server, manageGuild: true);
        var (bot, socket) = await RawBot.StartAsync(discord, Commands);
        await using var _ = bot;

        Assert.Throws<InvalidOperationException>(() => { claire.SlashStart("rien"); });
        Assert.Throws<InvalidOperationException>(() => { claire.SlashStart("fichier"); });
        Assert.Throws<InvalidOperationException>(() => { claire.SlashStart("unisson", ("mot", "x")); });
        Assert.Throws<InvalidOperationException>(() => { claire.SlashStart("setup"); });
        Assert.Throws<InvalidOperationException>(() => { ana.AtDm().SlashStart("setup"); });
        ana.At(server.SystemChannel!).SlashStart("setup");
        Assert.Equal("setup", (string?)(await socket.EventAsync("INTERACTION_CREATE"))["data"]!["name"]);
    }

    [Fact]
    public async Task In_a_DM_there_is_a_user_and_no_member_and_the_same_event_can_come_twice()
    {
        await using var discord = await StubDiscord.StartAsync();
        var claire = discord.AddUser("claire", locale: "en-US").AtDm();
        var (bot, socket) = await RawBot.StartAsync(discord, Commands);
        await using var _ = bot;

        var started = claire.SlashStart("unisson");
        var first = await socket.EventAsync("INTERACTION_CREATE");
        started.DeliverAgain();
        var second = await socket.EventAsync("INTERACTION_CREATE");

        Assert.Equal((claire.Id, "en-US", 1), ((string)first["user"]!["id"]!, (string)first["locale"]!, (int)first["context"]!));
        Assert.Null(first["member"]);
        Assert.Equal(first.ToJsonString(), second.ToJsonString());
    }

    [Fact]
    public async Task A_person_who_waits_in_vain_is_told_which_answer_was_refused()
    {
        await using var discord = await StubDiscord.StartAsync(new() { Strict = false, Patience = TimeSpan.FromSeconds(1) });
        var claire = discord.AddUser("claire").In(discord.AddGuild("Les Communs"));
        var (bot, socket) = await RawBot.StartAsync(discord, Commands);
        await using var _ = bot;

        var asking = claire.Slash("unisson");
        await bot.AnswerAsync(await socket.EventAsync("INTERACTION_CREATE"), $$"""{"type":4,"data":{"content":"{{new string('a', 2001)}}","allowed_mentions":{"parse":[]} } }""");

        var failure = await Assert.ThrowsAsync<TimeoutException>(() => asking);
        Assert.Contains("2000 or fewer", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Waiting_in_vain_says_for_what_and_which_rules_were_broken()
    {
        await using var discord = await StubDiscord.StartAsync(new() { Strict = false, Patience = TimeSpan.FromMilliseconds(20) });
        await using var bot = new RawBot(discord);
        await bot.SendAsync(HttpMethod.Get, "nowhere");

        var failure = await Assert.ThrowsAsync<TimeoutException>(() => discord.UntilAsync(() => false, "a miracle"));

        Assert.Contains("a miracle", failure.Message, StringComparison.Ordinal);
        Assert.Contains("path.unknown", failure.Message, StringComparison.Ordinal);
    }

    private static async Task<(RawBot Bot, RawSocket Socket, Seen Panel)> PanelAsync(StubDiscord discord, StubUser person, bool ephemeral)
    {
        var (bot, socket) = await RawBot.StartAsync(discord, Commands);
        var asking = person.Slash("unisson");
        JsonNode interaction = await socket.EventAsync("INTERACTION_CREATE");
        Assert.Equal(HttpStatusCode.NoContent, (await bot.AnswerAsync(interaction, Panel.Replace("FLAGS", ephemeral ? "64" : "0", StringComparison.Ordinal))).Status);
        return (bot, socket, await asking);
    }
}
