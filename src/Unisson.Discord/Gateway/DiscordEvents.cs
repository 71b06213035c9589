namespace Unisson.Discord;

/// <summary>
/// What a bot hears from the gateway: override what it needs. Handlers never run on the socket's reading loop. Interactions each run on
/// their own, side by side, as they arrive; all other events of one shard run one after the other in the order they came. An exception
/// of a handler is logged and ends nothing. After a resume an event may come again: handle by id. Each token is cancelled when the
/// gateway stops.
/// </summary>
public abstract class DiscordEvents
{
    /// <summary>An interaction; respond within 3 seconds.</summary>
    public virtual ValueTask InteractionCreateAsync(Interaction interaction, CancellationToken ct) => ValueTask.CompletedTask;

    /// <summary>A session has begun.</summary>
    public virtual ValueTask ReadyAsync(int shard, Ready ready, CancellationToken ct) => ValueTask.CompletedTask;

    /// <summary>A session went on after a break; what was missed has been delivered.</summary>
    public virtual ValueTask ResumedAsync(int shard, CancellationToken ct) => ValueTask.CompletedTask;

    /// <summary>A guild is there: at each start, after an outage, or because the bot was added.</summary>
    public virtual ValueTask GuildCreateAsync(Guild guild, CancellationToken ct) => ValueTask.CompletedTask;

    public virtual ValueTask GuildDeleteAsync(GuildDelete guild, CancellationToken ct) => ValueTask.CompletedTask;

    /// <summary>A message; with <see cref="GatewayIntents.DirectMessages"/> those of the bot's DMs, the bot's own included.</summary>
    public virtual ValueTask MessageCreateAsync(Message message, CancellationToken ct) => ValueTask.CompletedTask;
}
