using Unisson.Discord;

namespace Example;

public sealed class PingBot(DiscordRest rest) : DiscordEvents
{
    public static async Task RunAsync(DiscordOptions options, CancellationToken stop)
    {
        using var rest = new DiscordRest(options);
        var application = await rest.GetApplicationAsync(stop);
        await rest.OverwriteCommandsAsync(application.Id, [new("ping", "Says pong")], stop);
        await new DiscordGateway(options, rest, new PingBot(rest)).RunAsync(stop);
    }

    public override async ValueTask InteractionCreateAsync(Interaction interaction, CancellationToken ct)
    {
        if (interaction.Type == InteractionType.ApplicationCommand)
        {
            await rest.RespondAsync(interaction.Id, interaction.Token, InteractionResponse.Reply(new() { Content = "pong" }), ct);
        }
    }
}
