namespace Unisson.Matrix.Homeservers;

/// <summary>A real homeserver (Synapse) on the loopback interface, empty at first, with a port, database, media and logs of its own.</summary>
public sealed class Homeserver : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    private readonly HomeserverFolder _folder = new();
    private readonly HttpClient _http;
    private SynapseProcess? _process;
    private int _people;

    private Homeserver(HomeserverOptions options)
    {
        var port = Ports.Free();
        Url = new($"http://127.0.0.1:{port}/");
        _http = new() { BaseAddress = Url, Timeout = TimeSpan.FromSeconds(100) };
        _folder.Configure(port, options);
    }

    /// <summary>The base address of the client-server API, with a slash at the end; a restart keeps it.</summary>
    public Uri Url { get; }

    /// <summary>The server's part of user ids and aliases.</summary>
    public const string ServerName = "localhost";

    /// <summary>The process id of the Synapse that runs now.</summary>
    public int ProcessId => (_process ?? throw new InvalidOperationException("The homeserver is stopped.")).Id;

    /// <summary>Starts a homeserver and waits until it is healthy: 6 to 8 s, 15 s at the very first start.</summary>
    /// <remarks>Without a Synapse the running test is skipped; under <c>CI=true</c> it fails.</remarks>
    /// <exception cref="InvalidOperationException">Synapse ended, or was not healthy within 2 min; its last log lines are told.</exception>
    public static async Task<Homeserver> StartAsync(HomeserverOptions? options = null)
    {
        SynapseRoot.OrSkip();
        var homeserver = new Homeserver(options ?? new());
        try
        {
            await homeserver.StartAgainAsync();
            return homeserver;
        }
        catch
        {
            await homeserver.DisposeAsync();
            throw;
        }
    }

    /// <summary>Starts a stopped homeserver at the same port on the same data.</summary>
    public async Task StartAgainAsync()
    {
        _process = new(_folder);
        using var patience = new CancellationTokenSource(Patience, TimeProvider.System);
        while (!await IsHealthyAsync())
        {
            if (_process.Ended || patience.IsCancellationRequested)
            {
                throw new InvalidOperationException($"Synapse {(_process.Ended ? "ended" : "did not become healthy")}:\n{_folder.LastWords()}");
            }

            await Task.Delay(Pause, TimeProvider.System);
        }
    }

    /// <summary>Stops in good order; open requests are cut, later ones refused until <see cref="StartAgainAsync"/>.</summary>
    public async Task StopAsync()
    {
        if (_process is { } process)
        {
            _process = null;
            await process.DisposeAsync();
        }
    }

    /// <summary>Ends at once, as when the machine fails.</summary>
    public async Task KillAsync()
    {
        if (_process is { } process)
        {
            _process = null;
            await process.KillAsync();
            await process.DisposeAsync();
        }
    }

    /// <summary>Stops and starts again.</summary>
    public async Task RestartAsync()
    {
        await StopAsync();
        await StartAgainAsync();
    }

    /// <summary>A new user, logged in on a device. Names that tests give may repeat: a number is added.</summary>
    /// <param name="name">The beginning of the localpart, in lower case.</param>
    /// <exception cref="MatrixRefusedException">429 with default rates, after three.</exception>
    public Task<MatrixPerson> RegisterAsync(string name)
        => MatrixPerson.RegisterAsync(_http, $"{name}-{Interlocked.Increment(ref _people)}");

    /// <summary>The same user on a new device, or on the given one.</summary>
    public Task<MatrixPerson> LogInAsync(MatrixPerson person, string? deviceId = null)
        => MatrixPerson.LogInAsync(_http, person.Localpart, deviceId);

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _http.Dispose();
        _folder.Delete();
    }

    private async Task<bool> IsHealthyAsync()
    {
        try
        {
            using var answer = await _http.GetAsync(new Uri("health", UriKind.Relative));
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
