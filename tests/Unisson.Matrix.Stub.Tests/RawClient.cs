using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Xunit;

namespace Unisson.Matrix.Stub.Tests;

/// <summary>A client of plain <see cref="HttpClient"/>, which can do what no wire client would.</summary>
internal sealed class RawClient : IDisposable
{
    public RawClient(StubMatrix matrix, string? token)
    {
        Http = new HttpClient { BaseAddress = matrix.BaseUrl };
        Http.DefaultRequestHeaders.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);
    }

    public HttpClient Http { get; }

    public async Task<Answer> SendAsync(HttpMethod method, string path, string? json = null)
    {
        using var request = new HttpRequestMessage(method, path.StartsWith('/') ? path : "/_matrix/client/v3/" + path);
        request.Content = json is null ? null : new StringContent(json, Encoding.UTF8, "application/json");
        using var response = await Http.SendAsync(request, TestContext.Current.CancellationToken);
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return new(response.StatusCode, text.StartsWith('{') || text.StartsWith('[') ? JsonNode.Parse(text) : null, response.Headers);
    }

    public Task<Answer> GetAsync(string path) => SendAsync(HttpMethod.Get, path);

    public Task<Answer> PostAsync(string path, string json = "{}") => SendAsync(HttpMethod.Post, path, json);

    public Task<Answer> PutAsync(string path, string json = "{}") => SendAsync(HttpMethod.Put, path, json);

    public Task<Answer> SayAsync(StubRoom room, string text, string txn)
        => PutAsync($"rooms/{room.Id}/send/m.room.message/{txn}", $$$"""{"msgtype":"m.text","body":"{{{text}}}","m.mentions":{}}""");

    public Task<Answer> EventAsync(StubRoom room, string type, string json, string txn) => PutAsync($"rooms/{room.Id}/send/{type}/{txn}", json);

    /// <summary>A sync without patience.</summary>
    public async Task<JsonNode> SyncAsync(JsonNode? last = null, string query = "")
    {
        var answer = await GetAsync($"sync?timeout=0{(last is null ? "" : "&since=" + last["next_batch"])}{query}");
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        return answer.Json!;
    }

    public void Dispose() => Http.Dispose();
}

internal sealed record Answer(HttpStatusCode Status, JsonNode? Json, HttpResponseHeaders Headers)
{
    public string? Error => (string?)Json?["errcode"];

    public string EventId => (string)Json!["event_id"]!;
}
