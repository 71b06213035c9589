using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Deliveries;
using Unisson.Bot.Kernel;
using Unisson.Bot.Missions;
using Unisson.Bot.Storage;

namespace Unisson.Bot.Concerns;

/// <summary>A guarantor is forgotten, and with them the concerns that they had not answered: whoever raised one hears it, and knows that nobody will.</summary>
internal static class Unheard
{
    public static async Task TellAsync(BotDb db, long guarantorId, DateTimeOffset now, CancellationToken ct)
    {
        foreach (var concern in await db.Concerns.Where(c => c.GuarantorId == guarantorId && c.PersonId != guarantorId && c.AnsweredAt == null).ToListAsync(ct))
        {
            var mission = await db.Missions.FirstAsync(m => m.Id == concern.MissionId, ct);
            var say = await Outbox.SayToAsync(db, concern.PersonId, concern.CommunityId, now, ct);
            var told = new Reply(say["concern.unheard", mission.ShortTitle, mission.Label]) { Lines = [say["concern.another"]] };
            await Outbox.ToPersonAsync(db, concern.CommunityId, concern.PersonId, $"concern:{concern.Id}", told, now, null, null, ct);
        }
    }
}
