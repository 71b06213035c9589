using System.Net;
using System.Text.Json;
using Unisson.Matrix.Json;
using Unisson.Matrix.Rest;

namespace Unisson.Matrix;

/// <summary>Finds the homeserver of a server name (client-server API, "Server discovery").</summary>
public static class MatrixDiscovery
{
    private const int Most = 64 << 10;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>The base address that <c>https://NAME/.well-known/matrix/client</c> names; <c>https://NAME</c> where there is no such page.</summary>
    /// <exception cref="MatrixException">The page is there and says nothing that could be used, or the server does not answer.</exception>
    public static async Task<Uri> FindAsync(string serverName, HttpMessageInvoker http, CancellationToken ct)
    {
        const string Route = "GET /.well-known/matrix/client";
        using var end = CancellationTokenSource.CreateLinkedTokenSource(ct);
        end.CancelAfter(Patience);
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, $"https://{serverName}/.well-known/matrix/client");
            using var response = await http.SendAsync(request, end.Token);
            if (response.StatusCode == HttpStatusCode.NotFound)
            {
                return new Uri($"https://{serverName}");
            }

            await response.Content.LoadIntoBufferAsync(Most, end.Token);
            var told = JsonSerializer.Deserialize(await response.Content.ReadAsByteArrayAsync(end.Token), MatrixJson.Default.WellKnown);
            return Uri.TryCreate(told?.Homeserver?.BaseUrl, UriKind.Absolute, out var address) && address.Scheme is "https" or "http"
                ? address
                : throw new MatrixException(response.StatusCode, "", $"The server {serverName} names no homeserver that can be used.", Route);
        }
        catch (Exception error) when (error is HttpRequestException or JsonException or IOException || (error is OperationCanceledException && !ct.IsCancellationRequested))
        {
            throw new MatrixException(default, "", $"The server {serverName} does not say where its homeserver is.", Route, error);
        }
    }
}
