using Unisson.Discord.Json;
using Unisson.Discord.Rest;

namespace Unisson.Discord;

/// <summary>The application, its commands, and the gateway's address.</summary>
public sealed partial class DiscordRest
{
    private static readonly Route GetGatewayBot = new(HttpMethod.Get, "/gateway/bot");
    private static readonly Route GetApplication = new(HttpMethod.Get, "/applications/@me");
    private static readonly Route GetMe = new(HttpMethod.Get, "/users/@me");
    private static readonly Route GetCommands = new(HttpMethod.Get, "/applications/{application}/commands");
    private static readonly Route PutCommands = new(HttpMethod.Put, "/applications/{application}/commands");

    public Task<GatewayBot> GetGatewayBotAsync(CancellationToken ct = default) =>
        SendAsync(new(GetGatewayBot, "/gateway/bot"), DiscordJson.Default.GatewayBot, ct);

    public Task<Application> GetApplicationAsync(CancellationToken ct = default) =>
        SendAsync(new(GetApplication, "/applications/@me"), DiscordJson.Default.Application, ct);

    public Task<User> GetCurrentUserAsync(CancellationToken ct = default) => SendAsync(new(GetMe, "/users/@me"), DiscordJson.Default.User, ct);

    public Task<IReadOnlyList<RegisteredCommand>> GetCommandsAsync(Snowflake application, CancellationToken ct = default) =>
        SendAsync(new(GetCommands, $"/applications/{application}/commands"), DiscordJson.Default.IReadOnlyListRegisteredCommand, ct);

    /// <summary>Registers these global commands and removes all others; one whose name stays keeps its id.</summary>
    public Task<IReadOnlyList<RegisteredCommand>> OverwriteCommandsAsync(
        Snowflake application, IReadOnlyList<CommandDefinition> commands, CancellationToken ct = default) =>
        SendAsync(
            new RestCall(PutCommands, $"/applications/{application}/commands").With(commands, DiscordJson.Default.IReadOnlyListCommandDefinition),
            DiscordJson.Default.IReadOnlyListRegisteredCommand,
            ct);
}
