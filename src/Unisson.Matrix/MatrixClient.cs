using System.Text.Json.Serialization.Metadata;
using Microsoft.Extensions.Logging;
using Unisson.Matrix.Json;
using Unisson.Matrix.Rest;

namespace Unisson.Matrix;

/// <summary>
/// The client-server API of one homeserver for one account. All calls may wait for a limit or repeat what failed, within
/// <see cref="MatrixOptions.LongestWait"/>, and throw a <see cref="MatrixException"/> when they came to nothing. Safe to use from many threads.
/// </summary>
public sealed partial class MatrixClient : IDisposable
{
    private const string Client = "/_matrix/client/v3";

    private readonly MatrixOptions _options;
    private readonly MatrixSender _sender;
    private readonly SemaphoreSlim _renewing = new(1, 1), _listing = new(1, 1);

    public MatrixClient(MatrixOptions options, ILogger<MatrixClient> logger, TimeProvider? time = null)
        : this(options, logger, time, new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(15), ConnectTimeout = TimeSpan.FromSeconds(10), AllowAutoRedirect = false })
    {
    }

    internal MatrixClient(MatrixOptions options, ILogger logger, TimeProvider? time, HttpMessageHandler handler)
    {
        _options = options;
        _sender = new MatrixSender(new HttpMessageInvoker(handler), options, time ?? TimeProvider.System, logger) { Renew = RenewAsync };
    }

    /// <summary>Cancelled when the session is over for good.</summary>
    public CancellationToken Over => _sender.Over;

    public void Dispose()
    {
        _sender.Dispose();
        _renewing.Dispose();
        _listing.Dispose();
    }

    private static string Escape(string part) => Uri.EscapeDataString(part);

    private async Task<T> AskAsync<T>(MatrixCall call, JsonTypeInfo<T> type, CancellationToken ct)
        where T : class
    {
        using var answer = await _sender.SendAsync(call, ct);
        return answer.Read(type, call.Route);
    }

    private async Task TellAsync(MatrixCall call, CancellationToken ct) => (await _sender.SendAsync(call, ct)).Dispose();

    private static MatrixCall Get(string template, string path) => new(new Route(HttpMethod.Get, template), path);

    private static MatrixCall Empty(MatrixCall call) => call.With(new Nothing(), MatrixJson.Writing.Nothing);
}
