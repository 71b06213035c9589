using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Unisson.Discord.Stub.Schema;
using Xunit;

namespace Unisson.Discord.Stub.Tests.Rest;

/// <summary>What the stub answers looks as Discord's own file says: a client that reads it will read Discord.</summary>
public sealed class ResponseTests
{
    private const string Hello = """
        {"content":"Bonjour","allowed_mentions":{"parse":[]},"embeds":[{"title":"M1","fields":[{"name":"a","value":"b"}]}],
         "components":[{"type":1,"components":[{"type":2,"style":1,"label":"Oui","custom_id":"y"}]}]}
        """;

    private static readonly Lazy<JsonDocument> File = new(() => JsonDocument.Parse(System.IO.File.ReadAllBytes(OpenApi.Locate()!)));

    [Fact]
    public async Task Every_answer_fits_Discords_own_file()
    {
        SchemaPresent.OrSkip();
        await using var discord = await StubDiscord.StartAsync();
        var server = discord.AddGuild("Les Communs", "fr");
        var claire = discord.AddUser("claire").In(server);
        var (bot, socket) = await RawBot.StartAsync(discord);
        await using var _ = bot;
        var channel = $"channels/{server.SystemChannel!.Id}";
        var commands = $"applications/{discord.ApplicationId}/commands";

        await FitsAsync(bot, "get", "gateway/bot", "/gateway/bot");
        await FitsAsync(bot, "get", "users/@me", "/users/@me");
        await FitsAsync(bot, "get", "applications/@me", "/applications/@me");
        await FitsAsync(bot, "get", $"users/{claire.Id}", "/users/{user_id}");
        await FitsAsync(bot, "get", $"guilds/{server.Id}", "/guilds/{guild_id}");
        await FitsAsync(bot, "get", $"guilds/{server.Id}/channels", "/guilds/{guild_id}/channels");
        await FitsAsync(bot, "get", $"guilds/{server.Id}/members/{claire.Id}", "/guilds/{guild_id}/members/{user_id}");
        await FitsAsync(bot, "get", $"guilds/{server.Id}/members/search?query=cl", "/guilds/{guild_id}/members/search");
        await FitsAsync(bot, "put", commands, "/applications/{application_id}/commands", """[{"name":"moi","description":"Me","options":[{"type":3,"name":"mot","description":"Word"}]},{"name":"Log","type":3}]""");
        var dm = await FitsAsync(bot, "post", "users/@me/channels", "/users/@me/channels", $$"""{"recipient_id":"{{claire.Id}}"}""");
        await FitsAsync(bot, "get", $"channels/{dm["id"]}", "/channels/{channel_id}");
        var message = await FitsAsync(bot, "post", $"{channel}/messages", "/channels/{channel_id}/messages", Hello);
        await FitsAsync(bot, "patch", $"{channel}/messages/{message["id"]}", "/channels/{channel_id}/messages/{message_id}", Hello);
        await FitsAsync(bot, "post", $"{channel}/messages/{message["id"]}/threads", "/channels/{channel_id}/messages/{message_id}/threads", """{"name":"M1"}""", "201");
        await FitsAsync(bot, "get", $"{channel}/messages", "/channels/{channel_id}/messages");

        claire.SlashStart("moi", ("mot", "x"));
        var interaction = await socket.EventAsync("INTERACTION_CREATE");
        var callback = $"interactions/{interaction["id"]}/{interaction["token"]}/callback?with_response=true";
        await FitsAsync(bot, "post", callback, "/interactions/{interaction_id}/{interaction_token}/callback", $$"""{"type":4,"data":{{Hello}}}""");
        await FitsAsync(bot, "post", $"webhooks/{discord.ApplicationId}/{interaction["token"]}", "/webhooks/{webhook_id}/{webhook_token}", Hello);
    }

    private static async Task<JsonNode> FitsAsync(RawBot bot, string method, string path, string template, string? json = null, string status = "200")
    {
        var answer = await bot.SendAsync(new HttpMethod(method.ToUpperInvariant()), path, json);
        Assert.Equal(status, ((int)answer.Status).ToString(CultureInfo.InvariantCulture));
        var schema = File.Value.RootElement.GetProperty("paths").GetProperty(template).GetProperty(method)
            .GetProperty("responses").GetProperty(status).GetProperty("content").GetProperty("application/json").GetProperty("schema");
        var wrong = JsonSchema.Read(schema, Find).Check(answer.Json).Where(e => !e.Ignored).Select(e => $"{method} {template}: {e.Path}: {e.Message}");
        Assert.Empty(wrong);
        return answer.Json!;
    }

    private static JsonSchema Find(string reference)
        => JsonSchema.Read(File.Value.RootElement.GetProperty("components").GetProperty("schemas").GetProperty(reference["#/components/schemas/".Length..]), Find);
}
