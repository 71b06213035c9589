using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Languages;
using Unisson.Bot.Storage;

namespace Unisson.Bot.Reminders;

/// <summary>
/// "Every day at 9" means the clock on the wall: when the rules of a zone changed since somebody said so, the instant follows. Looked at two
/// days ahead, since nobody needs it earlier.
/// </summary>
public static class FollowingZones
{
    private static readonly TimeSpan Ahead = TimeSpan.FromDays(2);

    public static async Task FollowAsync(BotDb db, DateTimeOffset now, CancellationToken ct)
    {
        var until = now + Ahead;
        var soon = await db.Reminders.AsNoTracking().Where(r => r.State == ReminderState.Active && r.DueAt > now && r.DueAt <= until).ToListAsync(ct);
        foreach (var moved in soon.Where(r => r.IsOwn && Zones.Exists(r.Zone) && r.Resolved() != r.DueAt))
        {
            var row = (await db.Reminders.FindAsync([moved.Id], ct))!;
            row.Follow();
            db.Wake(row.DueAt);
        }
    }
}
