using Unisson.Bot.Kernel;
using Unisson.Matrix;

namespace Unisson.Bot.Matrix;

/// <summary>
/// Reactions that the bot puts below what it asks somebody in private, so that an answer is one tap. Each is a message to the homeserver's
/// limits, and the text offers the same: none is put where limits are felt, and never more than what leaves room for what people wait for.
/// </summary>
internal sealed class Seeds(MatrixClient client, SendOrder order, TimeProvider time)
{
    /// <summary>
    /// Below one message, at once, and one more in ten seconds: half of what Synapse lets through by default, and less than half of its ten at
    /// once. What is asked most often stands first.
    /// </summary>
    private const int Most = 3;

    private static readonly TimeSpan Each = TimeSpan.FromSeconds(10);

    private readonly Lock _lock = new();
    private double _left = Most;
    private DateTimeOffset _since = time.GetUtcNow();

    /// <summary>Puts the first of them, or none where there is no room.</summary>
    public async Task PutAsync(string roomId, string eventId, Reply reply, CancellationToken ct)
    {
        var count = Math.Min(Most, reply.Actions.Count);
        if (count == 0 || !MayPut(count))
        {
            return;
        }

        try
        {
            for (var place = 0; place < count && order.IsCalm; place++)
            {
                var key = Messages.Keycap(place);
                await order.SendAsync(Awaited.Never, () => client.SendReactionAsync(roomId, $"s{place}{eventId}", eventId, key, ct), ct);
            }
        }
        catch (Exception error) when (error is MatrixException or OperationCanceledException)
        {
            // The same can be typed.
        }
    }

    private bool MayPut(int count)
    {
        lock (_lock)
        {
            var now = time.GetUtcNow();
            (_left, _since) = (Math.Min(Most, _left + ((now - _since) / Each)), now);
            if (!order.IsCalm || _left < count)
            {
                return false;
            }

            _left -= count;
            return true;
        }
    }
}
