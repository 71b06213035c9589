using Microsoft.Extensions.Logging;

namespace Unisson.Discord.Gateway;

/// <summary>What a shard's connections share.</summary>
internal sealed record ShardContext(int Id, int Count, DiscordOptions Options, Uri Url, EventDelivery Delivery, TimeProvider Time)
{
    private const string Query = "?v=10&encoding=json&compress=zlib-stream";

    /// <summary>The address with what Discord wants to know about the connection.</summary>
    public static Uri Address(Uri root) => new(root.GetLeftPart(UriPartial.Path).TrimEnd('/') + "/" + Query);

    /// <summary>The address that a session is resumed at, if it is of the kind of the first: the token never goes from wss to ws.</summary>
    public Uri? Resumable(string? url) => Uri.TryCreate(url, UriKind.Absolute, out var given) && given.Scheme == Url.Scheme ? Address(given) : null;
}

/// <summary>One shard: connects again and again, resuming where it can.</summary>
internal sealed partial class GatewayShard(ShardContext context, IdentifyBudget budget, HttpMessageInvoker http, ILogger logger)
{
    private static readonly TimeSpan Lasting = TimeSpan.FromSeconds(1);

    private GatewaySession? _session;

    // In a row: connections that came to nothing, those of them that never said HELLO, and sessions that were asked for in vain.
    private int _fruitless;
    private int _unreached;
    private int _refused;
    private bool _stuck;

    /// <summary>Runs until stopped.</summary>
    /// <exception cref="GatewayClosedException">The gateway closed for good.</exception>
    public async Task RunAsync(CancellationToken ct)
    {
        while (!ct.IsCancellationRequested)
        {
            var end = await ConnectAsync(ct);
            if (end.Final is { } code)
            {
                throw new GatewayClosedException(code);
            }

            var wait = end.Wait > BackOff() ? end.Wait : BackOff();
            LogEnded(context.Id, end.Why, _session is not null, wait.TotalSeconds);
            await Task.Delay(wait, context.Time, ct);
        }
    }

    private async Task<ConnectionEnd> ConnectAsync(CancellationToken ct)
    {
        var turn = _session is null ? await budget.EnterAsync(context.Id, ct) : null;
        using var connection = new GatewayConnection(context, _session, turn, logger);
        var before = _session?.Sequence;
        var started = context.Time.GetTimestamp();
        // While the resume address does not answer, every second try goes to the first one.
        var url = _unreached % 2 == 0 ? _session?.ResumeUrl ?? context.Url : context.Url;
        var end = await connection.RunAsync(url, http, ct);
        Learn(connection, end, before, context.Time.GetElapsedTime(started));
        return end;
    }

    private void Learn(GatewayConnection connection, ConnectionEnd end, long? before, TimeSpan lived)
    {
        var lasted = connection.Established && lived > Lasting;
        _fruitless = lasted ? 0 : _fruitless + 1;
        _unreached = connection.SaidHello ? 0 : _unreached + 1;
        _refused = connection.Established || !connection.SaidHello ? 0 : _refused + 1;
        // The same frame that ended two connections would end the next one too.
        var stuck = connection.SaidHello && !lasted && before is not null && connection.Session?.Sequence == before;
        _session = end.NewSession || (stuck && _stuck) ? null : connection.Session;
        _stuck = stuck;
    }

    /// <summary>
    /// At once after a connection that lasted; else from a quarter of a second up to 2, and up to a minute when sessions are refused.
    /// </summary>
    private TimeSpan BackOff()
    {
        if (_fruitless == 0)
        {
            return TimeSpan.Zero;
        }

        var seconds = _refused > 1 ? Math.Min(60, Math.Pow(2, Math.Min(_refused, 6))) : Math.Min(2, 0.25 * Math.Pow(2, Math.Min(_fruitless, 6) - 1));
        return TimeSpan.FromSeconds(seconds * (0.5 + (Random.Shared.NextDouble() / 2)));
    }

    [LoggerMessage(LogLevel.Information, "Shard {Shard}: connection ended ({Why}); resumes: {Resumes}, in {Seconds} s")]
    private partial void LogEnded(int shard, string why, bool resumes, double seconds);
}
