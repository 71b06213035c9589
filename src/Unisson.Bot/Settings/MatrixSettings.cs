using Unisson.Matrix;

namespace Unisson.Bot.Settings;

/// <summary>The bot on Matrix. A class, not a record: token and password must not come out of <c>ToString</c>.</summary>
public sealed class MatrixSettings
{
    /// <summary>Address of the homeserver, or the name of the server, whose homeserver is then looked for.</summary>
    public required string Homeserver { get; init; }

    public string? AccessToken { get; init; }

    public string? User { get; init; }

    public string? Password { get; init; }

    /// <summary>Who may invite the bot: people (<c>@claire:example.org</c>), servers (<c>example.org</c>), or <c>*</c> for anybody. Empty is the bot's own server.</summary>
    public IReadOnlyList<string> InvitedBy { get; init; } = [];

    /// <summary>As the wire takes them; the homeserver's address is as it was set, or as its server says.</summary>
    /// <exception cref="MatrixException">The server does not say where its homeserver is.</exception>
    public async Task<MatrixOptions> ForWireAsync(CancellationToken ct)
    {
        using var http = new HttpMessageInvoker(new SocketsHttpHandler());
        return new MatrixOptions
        {
            Homeserver = Homeserver.Contains("://", StringComparison.Ordinal) ? new Uri(Homeserver) : await MatrixDiscovery.FindAsync(Homeserver, http, ct),
            AccessToken = AccessToken,
            User = User,
            Password = Password,
            DeviceName = "Unisson.Bot",
            UserAgent = $"Unisson.Bot/{HostSettings.Version}",
            EventsWait = false,
        };
    }
}
