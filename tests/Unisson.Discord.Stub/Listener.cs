using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Unisson.Discord.Stub;

/// <summary>The stub's ports on the loopback interface. They can be closed, so that connections are refused, and opened again.</summary>
internal sealed class Listener(RequestDelegate handle) : IAsyncDisposable
{
    private WebApplication? _app;

    public int Port { get; private set; }

    /// <summary>Where connections are resumed; as with Discord only the host differs, never the path.</summary>
    public int ResumePort { get; private set; }

    public async Task OpenAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(IPAddress.Loopback, Port);
            kestrel.Listen(IPAddress.Loopback, ResumePort);
            kestrel.AddServerHeader = false;
        });
        _app = builder.Build();
        _app.UseWebSockets();
        _app.Run(handle);
        await _app.StartAsync();
        var addresses = _app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.ToList();
        (Port, ResumePort) = (new Uri(addresses[0]).Port, new Uri(addresses[1]).Port);
    }

    /// <summary>Cuts what is open at once.</summary>
    public async Task CloseAsync()
    {
        if (_app is { } app)
        {
            _app = null;
            using var now = new CancellationTokenSource(TimeSpan.Zero, TimeProvider.System);
            await app.StopAsync(now.Token);
            await app.DisposeAsync();
        }
    }

    public async ValueTask DisposeAsync() => await CloseAsync();
}
