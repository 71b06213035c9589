namespace Unisson.Discord.Tests.Gateway;

/// <summary>A far end and a bot that runs against it.</summary>
public sealed class RunningBot : IAsyncDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly DiscordRest _rest;

    private RunningBot(FarEnd far, Heard heard, DiscordOptions options, TimeProvider time)
    {
        (Far, Heard) = (far, heard);
        _rest = new(options, time: time);
        Running = Task.Run(() => new DiscordGateway(options, _rest, heard, Log, time).RunAsync(_stop.Token));
    }

    public FarEnd Far { get; }

    public Heard Heard { get; }

    public LogLines<DiscordGateway> Log { get; } = new();

    /// <summary>What <see cref="DiscordGateway.RunAsync(CancellationToken)"/> gave.</summary>
    public Task Running { get; }

    public static async Task<RunningBot> StartAsync(TimeProvider? time = null, Heard? heard = null, int? shards = null, string? limits = null)
    {
        var far = await FarEnd.StartAsync(time);
        far.GatewayLimits = limits ?? far.GatewayLimits;
        var options = new DiscordOptions
        {
            Token = FarEnd.Token,
            ApiBaseUrl = far.Options.ApiBaseUrl,
            Intents = GatewayIntents.Guilds | GatewayIntents.DirectMessages,
            Shards = shards,
        };
        return new(far, heard ?? new(), options, time ?? TimeProvider.System);
    }

    public async Task StopAsync()
    {
        await _stop.CancelAsync();
        await Running;
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await Running.ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        _rest.Dispose();
        _stop.Dispose();
        await Far.DisposeAsync();
    }
}
