namespace Unisson.Bot.Doors;

/// <summary>A door to a network, which runs until it is told to stop.</summary>
internal interface INetworkDoor : IDisposable
{
    Task RunAsync(CancellationToken ct);

    /// <summary>Something is due to leave.</summary>
    void Wake();
}
