using System.Threading.Channels;

namespace Unisson.Discord.Tests.FarEnds;

/// <summary>A bot that keeps what it hears.</summary>
public sealed class Heard : DiscordEvents
{
    private readonly Channel<object> _all = System.Threading.Channels.Channel.CreateUnbounded<object>();

    /// <summary>What an interaction's handler does, besides being kept.</summary>
    public Func<Interaction, CancellationToken, Task>? OnInteraction { get; init; }

    public int Waiting => _all.Reader.Count;

    public async Task<T> NextAsync<T>()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        return Assert.IsType<T>(await _all.Reader.ReadAsync(patience.Token));
    }

    public override async ValueTask InteractionCreateAsync(Interaction interaction, CancellationToken ct)
    {
        await Keep(interaction);
        await (OnInteraction?.Invoke(interaction, ct) ?? Task.CompletedTask);
    }

    public override ValueTask ReadyAsync(int shard, Ready ready, CancellationToken ct) => Keep(ready);

    public override ValueTask ResumedAsync(int shard, CancellationToken ct) => Keep("resumed");

    public override ValueTask GuildCreateAsync(Guild guild, CancellationToken ct) => Keep(guild);

    public override ValueTask GuildDeleteAsync(GuildDelete guild, CancellationToken ct) => Keep(guild);

    public override ValueTask MessageCreateAsync(Message message, CancellationToken ct) => Keep(message);

    private ValueTask Keep(object what)
    {
        _all.Writer.TryWrite(what);
        return ValueTask.CompletedTask;
    }
}
