using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Unisson.Discord.Gateway;

namespace Unisson.Discord;

/// <summary>
/// The bot's side of the gateway v10: all shards, kept connected, resumed where Discord allows it. Its events come to a
/// <see cref="DiscordEvents"/>.
/// </summary>
public sealed partial class DiscordGateway(
    DiscordOptions options, DiscordRest rest, DiscordEvents events, ILogger<DiscordGateway>? logger = null, TimeProvider? time = null)
{
    /// <summary>How long handlers may go on once the bot stops.</summary>
    private static readonly TimeSpan Finishing = TimeSpan.FromSeconds(4);

    private readonly ILogger _logger = logger ?? NullLogger<DiscordGateway>.Instance;
    private readonly TimeProvider _time = time ?? TimeProvider.System;

    /// <summary>Runs until stopped; then takes no more events, lets the handlers at work finish (4 seconds at most), and returns.</summary>
    /// <exception cref="GatewayClosedException">Discord closed for good: token, intents or shards are wrong.</exception>
    /// <exception cref="DiscordUnauthorizedException">The token was refused, by the gateway's address or by any other call of the same client.</exception>
    public async Task RunAsync(CancellationToken ct)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(ct, rest.Refused);
        var wanted = options.Shards;
        while (!either.IsCancellationRequested)
        {
            try
            {
                var bot = await AskAsync(either.Token);
                var shards = Math.Max(1, wanted ?? bot.Shards);
                wanted = await RunAsync(bot, shards, either.Token);
            }
            catch (OperationCanceledException) when (either.IsCancellationRequested)
            {
            }
        }

        if (!ct.IsCancellationRequested)
        {
            throw new DiscordUnauthorizedException("gateway");
        }
    }

    /// <summary>Runs all shards; returns the number that Discord recommends when it says that these are too few.</summary>
    private async Task<int> RunAsync(GatewayBot bot, int shards, CancellationToken ct)
    {
        try
        {
            await RunShardsAsync(bot, shards, ct);
            return shards;
        }
        catch (GatewayClosedException e) when (e.Code == GatewayCloseCode.ShardingRequired)
        {
            var recommended = (await AskAsync(ct)).Shards;
            LogReshard(shards, recommended);
            return recommended > shards ? recommended : throw new GatewayClosedException(e.Code);
        }
    }

    private async Task RunShardsAsync(GatewayBot bot, int shards, CancellationToken ct)
    {
        using var http = new HttpMessageInvoker(DiscordRest.Handler());
        using var budget = new IdentifyBudget(bot.SessionStartLimit, _time, async stop => (await AskAsync(stop)).SessionStartLimit);
        using var running = CancellationTokenSource.CreateLinkedTokenSource(ct);
        using var finishing = new CancellationTokenSource();
        using var late = running.Token.Register(() => finishing.CancelAfter(Finishing));
        var url = ShardContext.Address(new Uri(bot.Url));
        var all = Enumerable.Range(0, shards).Select(id => RunShardAsync(id, shards, url, budget, http, running, finishing.Token)).ToArray();
        await Task.WhenAll(all);
    }

    /// <summary>Runs one shard; whatever ends it ends the others.</summary>
    private async Task RunShardAsync(
        int id, int shards, Uri url, IdentifyBudget budget, HttpMessageInvoker http, CancellationTokenSource running, CancellationToken finishing)
    {
        var delivery = new EventDelivery(events, id, _logger, finishing);
        var delivering = delivery.RunAsync();
        try
        {
            await new GatewayShard(new(id, shards, options, url, delivery, _time), budget, http, _logger).RunAsync(running.Token);
        }
        catch (OperationCanceledException) when (running.IsCancellationRequested)
        {
        }
        finally
        {
            await running.CancelAsync();
            await delivery.FinishAsync();
            await delivering;
        }
    }

    /// <summary>Where the gateway is; asked until there is an answer.</summary>
    private async Task<GatewayBot> AskAsync(CancellationToken ct)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                var bot = await rest.GetGatewayBotAsync(ct);
                return Uri.TryCreate(bot.Url, UriKind.Absolute, out _) ? bot : throw new DiscordException("The gateway's address cannot be read.", "GET /gateway/bot", null);
            }
            catch (DiscordException e) when (!rest.Unauthorized)
            {
                LogNoAddress(e.Message);
                await Task.Delay(TimeSpan.FromSeconds(Math.Min(60, 2 * tries)), _time, ct);
            }
        }
    }

    [LoggerMessage(LogLevel.Warning, "The gateway's address is not to be had yet: {Why}")]
    private partial void LogNoAddress(string why);

    [LoggerMessage(LogLevel.Warning, "{Shards} shards are too few; Discord recommends {Recommended}")]
    private partial void LogReshard(int shards, int recommended);
}
