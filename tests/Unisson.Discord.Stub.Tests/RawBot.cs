using System.Net;
using System.Net.Http.Headers;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;
using Xunit;

namespace Unisson.Discord.Stub.Tests;

/// <summary>A bot of plain <see cref="HttpClient"/> and <see cref="ClientWebSocket"/>, which can do what no wire client would.</summary>
internal sealed class RawBot : IAsyncDisposable
{
    public const int Intents = 1 | (1 << 12);
    private readonly StubDiscord _discord;
    private readonly HttpClient _http;
    private readonly List<RawSocket> _sockets = [];

    public RawBot(StubDiscord discord)
    {
        _discord = discord;
        _http = new HttpClient { BaseAddress = new Uri(discord.ApiBaseUrl + "/") };
        _http.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", "DiscordBot (https://example.org, 1.0)");
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bot", discord.Token);
    }

    public HttpClient Http => _http;

    /// <summary>A bot that is connected and has the given commands.</summary>
    public static async Task<(RawBot Bot, RawSocket Socket)> StartAsync(StubDiscord discord, string? commands = null)
    {
        var bot = new RawBot(discord);
        if (commands is not null)
        {
            Assert.Equal(HttpStatusCode.OK, (await bot.SendAsync(HttpMethod.Put, $"applications/{discord.ApplicationId}/commands", commands)).Status);
        }

        var socket = await bot.ConnectAsync();
        await socket.IdentifyAsync(discord.Token);
        await discord.ConnectedAsync();
        return (bot, socket);
    }

    public async Task<Answer> SendAsync(HttpMethod method, string path, string? json = null)
    {
        using var request = new HttpRequestMessage(method, path);
        request.Content = json is null ? null : new StringContent(json, Encoding.UTF8, "application/json");
        using var response = await _http.SendAsync(request, TestContext.Current.CancellationToken);
        return await Answer.ReadAsync(response);
    }

    public Task<Answer> PostAsync(string path, string json) => SendAsync(HttpMethod.Post, path, json);

    public Task<Answer> AnswerAsync(JsonNode interaction, string json)
        => PostAsync($"interactions/{interaction["id"]}/{interaction["token"]}/callback", json);

    public Task<Answer> FollowUpAsync(JsonNode interaction, string json)
        => PostAsync($"webhooks/{_discord.ApplicationId}/{interaction["token"]}", json);

    public Task<Answer> EditOriginalAsync(JsonNode interaction, string json)
        => SendAsync(HttpMethod.Patch, $"webhooks/{_discord.ApplicationId}/{interaction["token"]}/messages/@original", json);

    public Task<RawSocket> ConnectAsync(string query = "?v=10&encoding=json") => ConnectToAsync($"ws://{_discord.ApiBaseUrl.Authority}", query);

    public Task<RawSocket> ResumeAsync(JsonNode ready) => ConnectToAsync((string)ready["d"]!["resume_gateway_url"]!);

    private async Task<RawSocket> ConnectToAsync(string url, string query = "?v=10&encoding=json")
    {
        var socket = new ClientWebSocket();
        await socket.ConnectAsync(new Uri(url + query), TestContext.Current.CancellationToken);
        var raw = new RawSocket(socket);
        _sockets.Add(raw);
        return raw;
    }

    public ValueTask DisposeAsync()
    {
        _sockets.ForEach(s => s.Dispose());
        _http.Dispose();
        return ValueTask.CompletedTask;
    }
}

internal sealed record Answer(HttpStatusCode Status, JsonNode? Json, HttpResponseHeaders Headers)
{
    public int Code => (int?)Json?["code"] ?? 0;

    public string? Header(string name) => Headers.TryGetValues(name, out var values) ? values.First() : null;

    public static async Task<Answer> ReadAsync(HttpResponseMessage response)
    {
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return new(response.StatusCode, text.Length == 0 ? null : JsonNode.Parse(text), response.Headers);
    }
}
