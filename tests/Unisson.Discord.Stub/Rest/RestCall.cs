using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Unisson.Discord.Stub.Rest;

/// <summary>One request of the bot, read and matched.</summary>
internal sealed class RestCall(WorldState world, HttpRequest request, Route route, IReadOnlyDictionary<string, string> path)
{
    public WorldState World => world;

    public HttpRequest Request => request;

    public Route Route => route;

    public IReadOnlyDictionary<string, string> PathValues => path;

    /// <summary>The JSON body, or the <c>payload_json</c> of a form with files.</summary>
    public JsonNode? Json { get; set; }

    /// <summary>The files of a form, by their index in <c>files[n]</c>.</summary>
    public Dictionary<string, IFormFile> Files { get; } = [];

    public JsonObject Body => Json as JsonObject ?? [];

    public string this[string variable] => path[variable];

    public string? Query(string name) => request.Query.TryGetValue(name, out var value) ? value.ToString() : null;

    /// <summary>The channel of the path, if the bot can see it.</summary>
    public StubChannel Channel()
    {
        var channel = world.Channels.GetValueOrDefault(path["channel_id"]) ?? throw RestError.UnknownChannel;
        if (channel.Guild is { HasBot: false })
        {
            throw RestError.MissingAccess;
        }

        return channel.BotCan(StubPermissions.ViewChannel) ? channel : throw RestError.MissingAccess;
    }

    /// <summary>A server the bot is in.</summary>
    public StubGuild Guild()
    {
        var guild = world.Guilds.GetValueOrDefault(path["guild_id"]) ?? throw RestError.UnknownGuild;
        return guild.HasBot ? guild : throw RestError.MissingAccess;
    }

    /// <summary>The message of the path in its channel; ephemeral ones are not to be found this way.</summary>
    public StubMessage Message()
        => Channel().All.FirstOrDefault(m => m.Id == path["message_id"] && !m.Deleted && !m.Ephemeral) ?? throw RestError.UnknownMessage;

    /// <summary>Notes a rule of this project that Discord itself does not hold the bot to.</summary>
    public void Breaks(string rule, string detail) => world.Breaks(rule, route.Name, detail);
}

/// <summary>What Discord answers when nothing is wrong.</summary>
internal sealed record RestAnswer(int Status, JsonNode? Json = null)
{
    public static RestAnswer Ok(JsonNode json) => new(200, json);

    public static RestAnswer Nothing { get; } = new(204);
}
