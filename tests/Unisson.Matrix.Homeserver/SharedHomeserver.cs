namespace Unisson.Matrix.Homeservers;

/// <summary>
/// One homeserver without rate limits for all tests of an assembly (as its assembly fixture); each test takes fresh people and rooms.
/// It starts when the first test asks, so that a run of other tests pays nothing.
/// </summary>
public sealed class SharedHomeserver : IAsyncDisposable
{
    private readonly SemaphoreSlim _starting = new(1, 1);
    private Homeserver? _homeserver;

    /// <summary>The homeserver, started by whoever asks first.</summary>
    /// <remarks>Without a Synapse the running test is skipped; under <c>CI=true</c> it fails.</remarks>
    public async Task<Homeserver> StartedAsync()
    {
        await _starting.WaitAsync();
        try
        {
            return _homeserver ??= await Homeserver.StartAsync();
        }
        finally
        {
            _starting.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_homeserver is { } homeserver)
        {
            await homeserver.DisposeAsync();
        }

        _starting.Dispose();
    }
}
