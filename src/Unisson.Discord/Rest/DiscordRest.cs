using System.Text.Json.Serialization.Metadata;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Unisson.Discord.Json;
using Unisson.Discord.Rest;

namespace Unisson.Discord;

/// <summary>
/// Discord's REST API v10, as far as a bot of commands, messages and threads needs it. Every call waits for Discord's limits, repeats
/// what failed where a repeat is safe, and throws <see cref="DiscordException"/> on a refusal. One instance a token, for the life of the
/// program; safe to use from many threads.
/// </summary>
public sealed partial class DiscordRest : IDisposable
{
    private readonly RestSender _sender;

    /// <param name="handler">The way to the network; null is one tuned for Discord.</param>
    public DiscordRest(DiscordOptions options, ILogger<DiscordRest>? logger = null, TimeProvider? time = null, HttpMessageHandler? handler = null) =>
        _sender = new(new(handler ?? Handler()), options, time ?? TimeProvider.System, logger ?? NullLogger<DiscordRest>.Instance);

    /// <summary>The token was refused once; every call now throws <see cref="DiscordUnauthorizedException"/> without sending.</summary>
    public bool Unauthorized => _sender.Refused.IsCancellationRequested;

    /// <summary>Cancelled when the token was refused.</summary>
    public CancellationToken Refused => _sender.Refused;

    public void Dispose() => _sender.Dispose();

    /// <summary>Connections stay warm, since a person waits at the other end of each; nothing is looked up or added that Discord does not use.</summary>
    internal static SocketsHttpHandler Handler() => new()
    {
        UseProxy = false,
        UseCookies = false,
        AllowAutoRedirect = false,
        ActivityHeadersPropagator = null,
        EnableMultipleHttp2Connections = true,
        ConnectTimeout = TimeSpan.FromSeconds(5),
        PooledConnectionIdleTimeout = TimeSpan.FromMinutes(10),
        PooledConnectionLifetime = TimeSpan.FromMinutes(30),
        KeepAlivePingDelay = TimeSpan.FromSeconds(30),
        KeepAlivePingTimeout = TimeSpan.FromSeconds(10),
    };

    private async Task<T> SendAsync<T>(RestCall call, JsonTypeInfo<T> type, CancellationToken ct)
        where T : class
    {
        using var answer = await _sender.SendAsync(call, ct);
        try
        {
            return answer?.Read(type) ?? throw new DiscordException("Discord's answer holds nothing.", call.Route.Name, null);
        }
        catch (System.Text.Json.JsonException e)
        {
            throw new DiscordException("Discord's answer cannot be read.", call.Route.Name, e);
        }
    }

    private async Task SendAsync(RestCall call, CancellationToken ct)
    {
        using var answer = await _sender.SendAsync(call, ct);
    }
}
