using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Xunit;

namespace Unisson.Discord.Stub.Tests.People;

/// <summary>Files both ways, and what rings whom.</summary>
public sealed class FilesAndPingsTests
{
    private const string Commands = """
        [{"name":"unisson","description":"Panel"},{"name":"fichier","description":"File","options":[{"type":11,"name":"file","description":"File","required":true}]}]
        """;

    [Fact]
    public async Task An_attached_file_can_be_fetched_without_the_token_only()
    {
        await using var discord = await StubDiscord.StartAsync(new() { Strict = false });
        var claire = discord.AddUser("claire").In(discord.AddGuild("Les Communs"));
        var (bot, socket) = await RawBot.StartAsync(discord, Commands);
        await using var _ = bot;

        claire.SlashStart("fichier", ("file", discord.AddFile("personnes.csv", "a;b\n"u8.ToArray(), "text/csv")));
        var data = (await socket.EventAsync("INTERACTION_CREATE"))["data"]!;
        var id = (string)data["options"]![0]!["value"]!;
        var url = (string)data["resolved"]!["attachments"]![id]!["url"]!;
        using var http = new HttpClient();

        Assert.Equal("a;b\n", await http.GetStringAsync(url, TestContext.Current.CancellationToken));
        Assert.Empty(discord.Violations);
        Assert.Equal(HttpStatusCode.NotFound, (await http.GetAsync(new Uri(url.Split('?')[0]), TestContext.Current.CancellationToken)).StatusCode);
        await bot.Http.GetAsync(new Uri(url), TestContext.Current.CancellationToken);
        Assert.Equal("cdn.token", Assert.Single(discord.Violations).Rule);
    }

    [Fact]
    public async Task A_file_the_bot_sends_is_seen_with_its_content()
    {
        await using var discord = await StubDiscord.StartAsync();
        var claire = discord.AddUser("claire").In(discord.AddGuild("Les Communs"));
        var (bot, socket) = await RawBot.StartAsync(discord, Commands);
        await using var _ = bot;

        var asking = claire.Slash("unisson");
        var interaction = await socket.EventAsync("INTERACTION_CREATE");
        using var form = new MultipartFormDataContent();
        using var json = new StringContent("""{"type":4,"data":{"content":"Le voici","flags":64,"allowed_mentions":{"parse":[]},"attachments":[{"id":"0","filename":"export.csv"}]}}""", Encoding.UTF8, new MediaTypeHeaderValue("application/json"));
        using var file = new StringContent("M1;Étude");
        form.Add(json, "payload_json");
        form.Add(file, "files[0]", "export.csv");
        await bot.Http.PostAsync($"interactions/{interaction["id"]}/{interaction["token"]}/callback", form, TestContext.Current.CancellationToken);

        var seen = Assert.Single((await asking).Files);
        Assert.Equal(("export.csv", "M1;Étude"), (seen.Name, seen.Text));
    }

    [Fact]
    public async Task Only_who_is_named_and_allowed_is_rung_and_never_by_an_edit_an_embed_or_silence()
    {
        await using var discord = await StubDiscord.StartAsync();
        var server = discord.AddGuild("Les Communs");
        var (claire, bob) = (discord.AddUser("claire").In(server), discord.AddUser("bob").In(server));
        await using var bot = new RawBot(discord);
        var path = $"channels/{server.SystemChannel!.Id}/messages";

        var rung = await bot.PostAsync(path, Message($"<@{claire.Id}> et <@{bob.Id}>", claire.Id));
        await bot.PostAsync(path, $$$"""{"embeds":[{"description":"<@{{{claire.Id}}}>"}],"allowed_mentions":{"parse":[],"users":["{{{claire.Id}}}"]} }""");
        await bot.PostAsync(path, $$$"""{"content":"<@{{{claire.Id}}}>","flags":4096,"allowed_mentions":{"parse":[],"users":["{{{claire.Id}}}"]} }""");
        await bot.SendAsync(HttpMethod.Patch, $"{path}/{rung.Json!["id"]}", Message($"<@{claire.Id}> et <@{bob.Id}>", bob.Id));
        var dm = await bot.PostAsync("users/@me/channels", $$"""{"recipient_id":"{{bob.Id}}"}""");
        await bot.PostAsync($"channels/{dm.Json!["id"]}/messages", Message("Un mot pour toi", bob.Id));

        Assert.Equal((string?)rung.Json["id"], Assert.Single(claire.Pings).Id);
        Assert.Equal("Un mot pour toi", Assert.Single(bob.Pings).Content);
    }

    private static string Message(string content, string rings) => $$$"""{"content":"{{{content}}}","allowed_mentions":{"parse":[],"users":["{{{rings}}}"]} }""";
}
