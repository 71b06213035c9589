using Unisson.Discord.Stub;

namespace Unisson.Discord.Tests;

/// <summary>The client against a Discord that holds every request against Discord's own API file: a rule broken fails the test.</summary>
public sealed class WholeTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task People_use_a_bot_by_command_completion_button_form_and_file()
    {
        await using var discord = await StubDiscord.StartAsync();
        var guild = discord.AddGuild("Village", "fr");
        var place = guild.AddChannel("missions");
        var claire = discord.AddUser("claire").In(guild).At(place);
        await using var bot = await VillageBot.StartAsync(discord);

        var reply = await claire.Slash("mission open", ("title", "Étude « coworking »"));
        Assert.Equal(("Étude « coworking »", true), (reply.Content, reply.Private));
        var choices = await claire.Complete("mission open", "title", "ét");
        var pressed = await claire.Press(reply, "Annuler");
        var form = await claire.Slash("form");
        var sent = await claire.Submit(form, ("Titre", "Lons"), ("Type", "study"), ("Accord", true));
        var late = await claire.Slash("late", ("file", discord.AddFile("people.csv", "a,b"u8.ToArray(), "text/csv")));

        await discord.UntilAsync(() => claire.Ephemerals.Any(message => message.Content == "more"), "the follow-up");
        Assert.Equal("Étude", Assert.Single(choices).Name);
        Assert.Equal(("annulé", 0), (pressed.Content, pressed.Buttons.Count));
        Assert.Equal("Lons study true", sent.Content);
        Assert.Equal(("people.csv", true), (late.Content, late.Deferred));
    }

    [Fact]
    public async Task Messages_threads_files_and_DMs_are_made_changed_found_and_deleted()
    {
        await using var discord = await StubDiscord.StartAsync();
        var guild = discord.AddGuild("Village");
        var place = guild.AddChannel("missions");
        var bob = discord.AddUser("bob").In(guild, nick: "Bobby");
        using var rest = new DiscordRest(new() { Token = discord.Token, ApiBaseUrl = discord.ApiBaseUrl });
        var (channel, person) = (Snowflake.Parse(place.Id), Snowflake.Parse(bob.Id));

        discord.Faults.LoseAnswer(route: "POST /channels/{channel_id}/messages");
        var card = await rest.CreateMessageAsync(channel, Card("M1"), Stop);
        await rest.EditMessageAsync(channel, card.Id, MessageEdit.To(Card("M1, changed") with { Nonce = null }), Stop);
        discord.Faults.LoseAnswer(route: "POST /channels/{channel_id}/messages/{message_id}/threads");
        var thread = await rest.StartThreadAsync(channel, card.Id, new("M1"), Stop);
        await rest.EditChannelAsync(thread.Id, new() { Name = "M1, done" }, Stop);
        var withFile = await rest.CreateMessageAsync(thread.Id, new() { Nonce = "2", Files = [new("l.csv", "a,b"u8.ToArray(), "text/csv", "Ledger")] }, Stop);
        var dm = await rest.CreateDmAsync(person, Stop);
        await rest.CreateMessageAsync(dm.Id, new() { Content = $"<@{person}>", Nonce = "3", AllowedMentions = AllowedMentions.Only(person) }, Stop);
        var found = await rest.GetMessagesAsync(channel, after: new(card.Id.Value - 1), ct: Stop);
        var members = await rest.SearchMembersAsync(Snowflake.Parse(guild.Id), "bob", ct: Stop);
        await rest.DeleteMessageAsync(thread.Id, withFile.Id, Stop);

        Assert.Equal("M1, changed", Assert.Single(place.Messages).Content);
        Assert.Equal((card.Id, "M1, done"), (thread.Id, place.Threads.Single().Name));
        Assert.Contains(found, message => message.Id == card.Id);
        Assert.Equal("Bobby", Assert.Single(members).Display);
        Assert.Equal("Village", (await rest.GetGuildAsync(Snowflake.Parse(guild.Id), Stop)).Name);
        Assert.Single(bob.Pings);
        bob.Leaves(guild);
        Assert.Equal(DiscordErrors.UnknownMember, (await Assert.ThrowsAsync<DiscordException>(() => rest.GetMemberAsync(Snowflake.Parse(guild.Id), person, Stop))).Code);
    }

    [Fact]
    public async Task Whatever_happens_to_the_connection_every_command_is_answered()
    {
        await using var discord = await StubDiscord.StartAsync();
        var guild = discord.AddGuild("Village");
        var claire = discord.AddUser("claire").In(guild).At(guild.AddChannel("missions"));
        await using var bot = await VillageBot.StartAsync(discord);
        Action[] harms = [discord.Gateway.Drop, discord.Gateway.Reconnect, () => discord.Gateway.InvalidSession(resumable: true), () => discord.Gateway.Close(4000), () => discord.Gateway.SendRaw("{"), discord.Gateway.Repeat];

        for (var n = 0; n < harms.Length; n++)
        {
            harms[n]();
            var reply = await claire.Slash("mission open", ("title", $"n{n}"));
            Assert.Equal($"n{n}", reply.Content);
        }

        Assert.Equal((1, 4), (discord.Gateway.Identifies, discord.Gateway.Resumes));
    }

    private static MessageCreate Card(string text) => new()
    {
        Content = text,
        Nonce = "1",
        Embeds = [new() { Title = text, Color = 0x00AA55, Fields = [new("Places", "3")], Footer = new("Village"), Timestamp = DateTimeOffset.UnixEpoch }],
        Components = [Component.Row(Component.Button("v1:help:1", "Je peux aider", ButtonStyle.Success), Component.Link("https://example.org", "Plus"))],
    };
}
