using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Unisson.Matrix.Homeservers;

/// <summary>Requests to the client-server API with one access token, as plain as HTTP allows: nothing is retried or waited for.</summary>
internal sealed class MatrixWire(HttpClient http, string? token)
{
    /// <param name="path">Below the homeserver, without a slash before it.</param>
    public Task<MatrixAnswer> SendAsync(HttpMethod method, string path, JsonNode? body = null)
        => SendAsync(method, path, body is null ? null : new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json"));

    public async Task<MatrixAnswer> SendAsync(HttpMethod method, string path, HttpContent? content)
    {
        using var request = Request(method, path);
        request.Content = content;
        using var response = await http.SendAsync(request);
        var bytes = await response.Content.ReadAsByteArrayAsync();
        var json = response.Content.Headers.ContentType?.MediaType is "application/json" ? JsonDocument.Parse(bytes).RootElement : default;
        return new(response.StatusCode, json, response.Headers.RetryAfter?.Delta);
    }

    public async Task<byte[]> DownloadAsync(string path)
    {
        using var request = Request(HttpMethod.Get, path);
        using var response = await http.SendAsync(request);
        return response.IsSuccessStatusCode
            ? await response.Content.ReadAsByteArrayAsync()
            : throw new MatrixRefusedException(response.StatusCode, errcode: null, await response.Content.ReadAsStringAsync());
    }

    private HttpRequestMessage Request(HttpMethod method, string path)
    {
        var request = new HttpRequestMessage(method, new Uri(path, UriKind.Relative));
        request.Headers.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);
        return request;
    }
}
