using Microsoft.Extensions.Logging;
using Unisson.Bot.Deliveries;
using Unisson.Bot.Discord.Registration;
using Unisson.Bot.Doors;
using Unisson.Bot.Settings;
using Unisson.Discord;

namespace Unisson.Bot.Discord;

/// <summary>
/// The door on Discord: hears by the gateway, answers by REST, and lets the outbox leave. What can wait comes after the gateway is open:
/// registering the commands, answers of an earlier start.
/// </summary>
internal sealed partial class DiscordDoor : INetworkDoor
{
    public const string Name = "discord";

    /// <summary>Between two tries to register the commands.</summary>
    private static readonly TimeSpan FirstWait = TimeSpan.FromSeconds(30), LongestWait = TimeSpan.FromHours(1);

    private readonly DiscordRest _rest;
    private readonly DiscordGateway _gateway;
    private readonly DoorOutbox _outbox;
    private readonly DiscordParts _parts;
    private readonly ILogger _logger;
    private readonly TextWriter _said;

    /// <param name="said">Where the install link is printed.</param>
    public DiscordDoor(BotHost bot, AllSettings settings, ILoggerFactory logs, TextWriter said)
    {
        var options = settings.Discord!.ForWire();
        _rest = new DiscordRest(options, logs.CreateLogger<DiscordRest>(), bot.Time);
        _parts = new DiscordParts(bot, settings, _rest, logs);
        bot.Dispatcher.LackedIn = _parts.Places.MissingIn;
        var errand = new Errand(bot.Store, new Pump(bot.Store, bot.Catalogue, Name), _rest, bot.Time, logs.CreateLogger<Errand>());
        _outbox = new DoorOutbox(bot.Store, bot.Catalogue, Name, errand.RunAsync, bot.Time, logs.CreateLogger<DoorOutbox>(), _rest.Refused) { Refused = _parts.Places.Refused };
        _gateway = new DiscordGateway(options, _rest, new DiscordEars(_parts), logs.CreateLogger<DiscordGateway>(), bot.Time);
        (_logger, _said) = (logs.CreateLogger<DiscordDoor>(), said);
    }

    /// <summary>Something is due to leave.</summary>
    public void Wake() => _outbox.Wake();

    /// <summary>Runs until it is told to stop.</summary>
    /// <exception cref="DiscordUnauthorizedException">The token was refused.</exception>
    /// <exception cref="GatewayClosedException">Discord closed the gateway for good.</exception>
    public async Task RunAsync(CancellationToken ct)
    {
        using var leaving = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var application = await _rest.GetApplicationAsync(ct);
        _parts.Application = application.Id;
        var earlier = await _parts.CatchingUp.OfEarlierAsync(ct);
        var beside = Task.WhenAll(_outbox.RunAsync(leaving.Token), SettleInAsync(earlier, leaving.Token));
        try
        {
            await _gateway.RunAsync(ct);
        }
        finally
        {
            await leaving.CancelAsync();
            await beside;
        }
    }

    public void Dispose()
    {
        _outbox.Dispose();
        _rest.Dispose();
    }

    private async Task SettleInAsync(IReadOnlyList<CatchingUp.InboxAnswer> earlier, CancellationToken ct)
    {
        try
        {
            await _said.WriteLineAsync($"Invite the bot with {InstallLink.Of(_parts.Application)}");
            await _parts.CatchingUp.RunAsync(earlier, ct);
            await RegisterAsync(ct);
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            // It was told to.
        }
    }

    /// <summary>Tries until Discord has the commands, less and less often.</summary>
    private async Task RegisterAsync(CancellationToken ct)
    {
        for (var wait = FirstWait; !await UploadedAsync(ct); wait = wait * 2 < LongestWait ? wait * 2 : LongestWait)
        {
            var waits = Task.Delay(wait, _parts.Bot.Time, ct);
            LogUnregistered(wait);
            await waits;
        }
    }

    private async Task<bool> UploadedAsync(CancellationToken ct)
    {
        try
        {
            await _parts.Registration.UploadAsync(_rest, _parts.Application, _parts.Bot.Store, ct);
            return true;
        }
        catch (DiscordException error)
        {
            LogUpload(error);
            return _rest.Unauthorized;
        }
    }

    [LoggerMessage(LogLevel.Warning, "Discord did not take the commands")]
    private partial void LogUpload(Exception error);

    [LoggerMessage(LogLevel.Warning, "The commands are not registered; the next try is in {Wait}")]
    private partial void LogUnregistered(TimeSpan wait);
}
