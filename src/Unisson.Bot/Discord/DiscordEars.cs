using Unisson.Discord;

namespace Unisson.Bot.Discord;

/// <summary>What Discord says, brought to where it is answered.</summary>
internal sealed class DiscordEars(DiscordParts parts) : DiscordEvents
{
    private Snowflake _me;

    public override ValueTask ReadyAsync(int shard, Ready ready, CancellationToken ct)
    {
        _me = ready.User!.Id;
        return ValueTask.CompletedTask;
    }

    /// <summary>At each start, and when the bot was just invited.</summary>
    public override async ValueTask GuildCreateAsync(Guild guild, CancellationToken ct)
    {
        if (guild.Unavailable)
        {
            return;
        }

        foreach (var channel in guild.Channels)
        {
            if (guild.PermissionsIn(channel.Id, _me) is { } allowed)
            {
                await parts.Places.AllowsAsync(channel.Id, allowed, ct);
            }
        }

        if (await parts.Places.SeenAsync(guild, ct))
        {
            await parts.Greeting.GreetAsync(guild, ct);
        }
    }

    public override async ValueTask GuildDeleteAsync(GuildDelete guild, CancellationToken ct)
    {
        if (!guild.Unavailable)
        {
            await parts.Places.GoneAsync(guild.Id, ct);
        }
    }

    public override ValueTask InteractionCreateAsync(Interaction interaction, CancellationToken ct) => interaction.Type switch
    {
        InteractionType.ApplicationCommand => parts.Commands.AnswerAsync(interaction, ct),
        InteractionType.ApplicationCommandAutocomplete => parts.Completing.AnswerAsync(interaction, ct),
        InteractionType.MessageComponent => parts.Presses.AnswerAsync(interaction, ct),
        InteractionType.ModalSubmit => parts.Presses.SubmitAsync(interaction, ct),
        _ => ValueTask.CompletedTask,
    };

    /// <summary>Words written to the bot in private.</summary>
    public override ValueTask MessageCreateAsync(Message message, CancellationToken ct)
        => message is { GuildId: null, Author: { Bot: false } author } && author.Id != _me ? parts.PrivateWords.AnswerAsync(message, author, ct) : ValueTask.CompletedTask;
}
