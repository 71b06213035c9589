using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Unisson.Discord.Tests.FarEnds;

/// <summary>A request as the far end saw it.</summary>
public sealed record Seen(string Method, string Path, string Body, IReadOnlyDictionary<string, string> Headers, DateTimeOffset At, string Protocol);

/// <summary>What the far end answers; status 0 cuts the connection instead.</summary>
public sealed record Given(int Status, string Body = "", params (string Name, string Value)[] Headers);

/// <summary>A scripted Discord on the loopback interface: REST by a delegate, the gateway connection by connection.</summary>
public sealed class FarEnd : IAsyncDisposable
{
    public const string Token = "bot.token.that-nobody-may-see";

    private readonly WebApplication _app;
    private readonly Channel<GatewayPeer> _peers = System.Threading.Channels.Channel.CreateUnbounded<GatewayPeer>();
    private readonly TimeProvider _time;
    private int _heard;

    private FarEnd(WebApplication app, TimeProvider time) => (_app, _time) = (app, time);

    public ConcurrentQueue<Seen> Requests { get; } = new();

    /// <summary>Answers REST; the count of earlier requests is given along.</summary>
    public Func<Seen, int, Given> Answer { get; set; } = (_, _) => new(200, "{}");

    /// <summary>What <c>GET /gateway/bot</c> says besides the address.</summary>
    public string GatewayLimits { get; set; } = """ "shards":1,"session_start_limit":{"total":1000,"remaining":900,"reset_after":60000,"max_concurrency":1} """;

    public Uri Root { get; private set; } = null!;

    public string GatewayUrl => $"ws://{Root.Authority}/gateway";

    public DiscordOptions Options => new() { Token = Token, ApiBaseUrl = new(Root, "api/v10") };

    /// <param name="certificate">With one, the far end speaks TLS and offers HTTP/2, as Discord does.</param>
    public static async Task<FarEnd> StartAsync(TimeProvider? time = null, X509Certificate2? certificate = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(IPAddress.Loopback, 0, listen => _ = certificate is null ? listen : listen.UseHttps(certificate));
            kestrel.Limits.MaxRequestBodySize = null;
        });
        var app = builder.Build();
        var far = new FarEnd(app, time ?? TimeProvider.System);
        app.UseWebSockets();
        app.Run(far.HandleAsync);
        await app.StartAsync();
        far.Root = new(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
        return far;
    }

    /// <summary>The next connection to the gateway.</summary>
    public async Task<GatewayPeer> ConnectedAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        return await _peers.Reader.ReadAsync(patience.Token);
    }

    /// <summary>Whether a connection came that the test has not taken.</summary>
    public bool MoreConnections => _peers.Reader.Count > 0;

    public async ValueTask DisposeAsync()
    {
        using var now = new CancellationTokenSource();
        await now.CancelAsync();
        while (_peers.Reader.TryRead(out var peer))
        {
            peer.Abort();
        }

        await _app.StopAsync(now.Token);
        await _app.DisposeAsync();
    }

    private async Task HandleAsync(HttpContext http)
    {
        if (http.WebSockets.IsWebSocketRequest)
        {
            using var socket = await http.WebSockets.AcceptWebSocketAsync();
            using var peer = new GatewayPeer(socket, http);
            _peers.Writer.TryWrite(peer);
            await peer.RunAsync();
            return;
        }

        var headers = http.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase);
        using var reader = new StreamReader(http.Request.Body, Encoding.Latin1);
        var seen = new Seen(http.Request.Method, http.Request.Path + http.Request.QueryString.Value, await reader.ReadToEndAsync(), headers, _time.GetUtcNow(), http.Request.Protocol);
        var given = seen.Path.EndsWith("/gateway/bot", StringComparison.Ordinal)
            ? new(200, $$"""{"url":"{{GatewayUrl}}",{{GatewayLimits}}}""")
            : Answer(seen, Interlocked.Increment(ref _heard) - 1);
        Requests.Enqueue(seen);
        await SayAsync(http, given);
    }

    private static async Task SayAsync(HttpContext http, Given given)
    {
        if (given.Status == 0)
        {
            http.Abort();
            return;
        }

        http.Response.StatusCode = given.Status;
        foreach (var (name, value) in given.Headers)
        {
            http.Response.Headers[name] = value;
        }

        if (given.Body.Length > 0)
        {
            http.Response.ContentType = "application/json";
            await http.Response.WriteAsync(given.Body);
        }
    }
}
