using System.Text.Json;
using Unisson.Matrix.Json;
using Unisson.Matrix.Rest;

namespace Unisson.Matrix;

/// <summary>The account's own data, and media.</summary>
public sealed partial class MatrixClient
{
    /// <summary>Of a file that is fetched.</summary>
    private const int MostBytes = 8 << 20;

    private static readonly Route DataRoute = new(HttpMethod.Put, "/v3/user/{user}/account_data/{type}");
    private static readonly Route UploadRoute = new(HttpMethod.Post, "/media/v3/upload");

    /// <summary>What the account has stored under a type; null where nothing is.</summary>
    public Task<JsonElement?> GetAccountDataAsync(string type, CancellationToken ct)
        => CloneAsync(Get("/v3/user/{user}/account_data/{type}", $"{Client}/user/{Escape(Session!.UserId)}/account_data/{Escape(type)}"), ct);

    public Task SetAccountDataAsync(string type, JsonElement content, CancellationToken ct)
        => TellAsync(
            new MatrixCall(DataRoute, $"{Client}/user/{Escape(Session!.UserId)}/account_data/{Escape(type)}")
                .With(JsonSerializer.SerializeToUtf8Bytes(content, MatrixJson.Writing.JsonElement), "application/json"),
            ct);

    /// <summary>Adds a room to <c>m.direct</c>, and leaves all else in it as it is, because other clients of the account write there too.</summary>
    public async Task AddDirectAsync(string userId, string roomId, CancellationToken ct)
    {
        // It is read, changed and written: of two at once the later one would take the other's room out.
        await _listing.WaitAsync(ct);
        try
        {
            await ListDirectAsync(userId, roomId, ct);
        }
        finally
        {
            _listing.Release();
        }
    }

    /// <summary>Uploads bytes, which stay on the homeserver.</summary>
    /// <returns>Their address, <c>mxc://…</c>.</returns>
    public async Task<string> UploadAsync(ReadOnlyMemory<byte> bytes, string contentType, string fileName, CancellationToken ct)
    {
        var call = new MatrixCall(UploadRoute, $"/_matrix/media/v3/upload?filename={Escape(fileName)}") { Repeatable = true }.With(bytes, contentType);
        return (await AskAsync(call, MatrixJson.Default.Uploaded, ct)).ContentUri;
    }

    /// <summary>The bytes at an address, by the authenticated way of Matrix 1.11 and later, else by the one before.</summary>
    /// <exception cref="ArgumentException">The address is no <c>mxc://server/id</c>.</exception>
    public async Task<ReadOnlyMemory<byte>> DownloadAsync(string address, CancellationToken ct)
    {
        // Anybody may send any address; with nothing but these signs in it, it cannot lead elsewhere.
        if (address.Split('/') is not ["mxc:", "", { Length: > 0 } server, { Length: > 0 } id]
            || !server.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '.' or ':' or '[' or ']') || !id.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_'))
        {
            throw new ArgumentException("Not an address of media.", nameof(address));
        }

        var place = $"{Escape(server)}/{id}";
        try
        {
            return await BytesAsync("/v1/media/download/{server}/{id}", $"/_matrix/client/v1/media/download/{place}", ct);
        }
        catch (MatrixException error) when (error.Code == MatrixErrors.Unrecognized)
        {
            return await BytesAsync("/media/v3/download/{server}/{id}", $"/_matrix/media/v3/download/{place}", ct);
        }
    }

    private async Task ListDirectAsync(string userId, string roomId, CancellationToken ct)
    {
        var all = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        if (await GetAccountDataAsync(EventTypes.Direct, ct) is { } there)
        {
            foreach (var (name, value) in there.Members())
            {
                all[name] = value;
            }
        }

        IReadOnlyList<string> rooms = all.TryGetValue(userId, out var known) && known.ValueKind == JsonValueKind.Array ? [.. known.EnumerateArray().Texts()] : [];
        if (rooms.Contains(roomId, StringComparer.Ordinal))
        {
            return;
        }

        all[userId] = JsonSerializer.SerializeToElement([roomId, .. rooms], MatrixJson.Writing.IReadOnlyListString);
        await SetAccountDataAsync(EventTypes.Direct, JsonSerializer.SerializeToElement(all, MatrixJson.Writing.DictionaryStringJsonElement), ct);
    }

    private async Task<ReadOnlyMemory<byte>> BytesAsync(string template, string path, CancellationToken ct)
    {
        using var answer = await _sender.SendAsync(new MatrixCall(new Route(HttpMethod.Get, template), path) { MostBytes = MostBytes }, ct);
        return answer.Body;
    }
}
