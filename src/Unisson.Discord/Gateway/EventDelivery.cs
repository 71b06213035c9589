using System.Text.Json;
using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using Unisson.Discord.Json;

namespace Unisson.Discord.Gateway;

/// <summary>
/// Brings one shard's events to the bot: interactions each on the thread pool at once, the others through a queue in their order. A full
/// queue (10,000 events) stops the reading of the socket until the bot has caught up.
/// </summary>
internal sealed partial class EventDelivery(DiscordEvents events, int shard, ILogger logger, CancellationToken finishing)
{
    private readonly Channel<object> _ordered = System.Threading.Channels.Channel.CreateBounded<object>(new BoundedChannelOptions(10_000) { SingleReader = true, SingleWriter = true });
    private readonly TaskCompletionSource _idle = new(TaskCreationOptions.RunContinuationsAsynchronously);

    // One for the shard itself, given up by FinishAsync.
    private int _running = 1;

    /// <summary>Marks RESUMED, which carries nothing.</summary>
    private static readonly object Resumed = new();

    /// <summary>Runs the ordered handlers until the shard has ended.</summary>
    public async Task RunAsync()
    {
        await foreach (var item in _ordered.Reader.ReadAllAsync(CancellationToken.None))
        {
            if (finishing.IsCancellationRequested)
            {
                return;
            }

            await HandleAsync(item);
        }
    }

    /// <summary>Takes nothing more, and waits for the handlers that run.</summary>
    public Task FinishAsync()
    {
        _ordered.Writer.TryComplete();
        Ended();
        return _idle.Task;
    }

    /// <summary>The event that a dispatch carries, or null for one that nobody hears.</summary>
    /// <exception cref="JsonException">Its data is not what it should be.</exception>
    public static object? Read(ReadOnlySpan<byte> name, ReadOnlySpan<byte> data)
    {
        if (name.SequenceEqual("INTERACTION_CREATE"u8))
        {
            return JsonSerializer.Deserialize(data, DiscordJson.Default.Interaction);
        }

        if (name.SequenceEqual("MESSAGE_CREATE"u8))
        {
            return JsonSerializer.Deserialize(data, DiscordJson.Default.Message);
        }

        if (name.SequenceEqual("GUILD_CREATE"u8))
        {
            return JsonSerializer.Deserialize(data, DiscordJson.Default.Guild);
        }

        if (name.SequenceEqual("GUILD_DELETE"u8))
        {
            return JsonSerializer.Deserialize(data, DiscordJson.Default.GuildDelete);
        }

        return name.SequenceEqual("READY"u8) ? JsonSerializer.Deserialize(data, DiscordJson.Default.Ready) : name.SequenceEqual("RESUMED"u8) ? Resumed : null;
    }

    public ValueTask DeliverAsync(object item, CancellationToken ct)
    {
        if (item is not Interaction interaction)
        {
            return _ordered.Writer.WriteAsync(item, ct);
        }

        Interlocked.Increment(ref _running);
        // The loop soon waits for the next frame and its thread is free; if it is not, another one takes the work.
        ThreadPool.UnsafeQueueUserWorkItem(new Run(this, interaction), preferLocal: true);
        return ValueTask.CompletedTask;
    }

    /// <summary>The one place that catches whatever a handler throws: the next event must still be heard.</summary>
    private async Task HandleAsync(object item)
    {
        try
        {
            await (item switch
            {
                Interaction interaction => events.InteractionCreateAsync(interaction, finishing),
                Message message => events.MessageCreateAsync(message, finishing),
                Guild guild => events.GuildCreateAsync(guild, finishing),
                GuildDelete gone => events.GuildDeleteAsync(gone, finishing),
                Ready ready => events.ReadyAsync(shard, ready, finishing),
                _ => events.ResumedAsync(shard, finishing),
            });
        }
        catch (OperationCanceledException) when (finishing.IsCancellationRequested)
        {
        }
#pragma warning disable CA1031
        catch (Exception e)
#pragma warning restore CA1031
        {
            LogFailed(item.GetType().Name, e);
        }
    }

    private async Task RunOneAsync(Interaction interaction)
    {
        await HandleAsync(interaction);
        Ended();
    }

    private void Ended()
    {
        if (Interlocked.Decrement(ref _running) == 0)
        {
            _idle.TrySetResult();
        }
    }

    [LoggerMessage(LogLevel.Error, "A handler of {Event} failed")]
    private partial void LogFailed(string @event, Exception exception);

    private sealed class Run(EventDelivery delivery, Interaction interaction) : IThreadPoolWorkItem
    {
        public void Execute() => _ = delivery.RunOneAsync(interaction);
    }
}
