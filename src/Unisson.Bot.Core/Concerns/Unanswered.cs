using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Commoners;
using Unisson.Bot.Deliveries;
using Unisson.Bot.Due;
using Unisson.Bot.Kernel;
using Unisson.Bot.Missions;
using Unisson.Bot.Storage;

namespace Unisson.Bot.Concerns;

/// <summary>After seven days without an answer the guarantor is reminded, once, and who raised the concern is told so, with the way to somebody else.</summary>
internal static class Unanswered
{
    private const int Batch = 100;

    public static DueKind Due { get; } = new("concern", (db, ct) => db.Concerns.MinAsync(c => c.DueAt, ct), RunAsync);

    private static async Task<bool> RunAsync(BotDb db, DateTimeOffset now, CancellationToken ct)
    {
        var due = await db.Concerns.AsTracking().Where(c => c.DueAt <= now).OrderBy(c => c.DueAt).Take(Batch).ToListAsync(ct);
        foreach (var concern in due)
        {
            concern.DueAt = null;
            await TellAsync(db, concern, now, ct);
        }

        return due.Count == Batch;
    }

    private static async Task TellAsync(BotDb db, Concern concern, DateTimeOffset now, CancellationToken ct)
    {
        var mission = await db.Missions.Include(m => m.Holders).FirstAsync(m => m.Id == concern.MissionId, ct);
        var names = await Naming.NamesAsync(db, [concern.PersonId, concern.GuarantorId], ct);
        var toGuarantor = await Outbox.SayToAsync(db, concern.GuarantorId, concern.CommunityId, now, ct);
        var reminder = new Reply(toGuarantor["concern.still-waits", names[concern.PersonId].Cut(32), Concern.Patience.Days])
        {
            Actions = [ConcernActions.Answered.On(concern.Id, toGuarantor)],
            Loudness = Loudness.Ping,
        };
        await Outbox.ToPersonAsync(db, concern.CommunityId, concern.GuarantorId, $"concern:{concern.Id}", reminder, now, null, null, ct);

        var toAuthor = await Outbox.SayToAsync(db, concern.PersonId, concern.CommunityId, now, ct);
        var told = new Reply(toAuthor["concern.no-answer", names[concern.GuarantorId].Cut(32), mission.ShortTitle, mission.Label]) { Lines = [toAuthor["concern.another"]] };
        await Outbox.ToPersonAsync(db, concern.CommunityId, concern.PersonId, $"concern:{concern.Id}", told, now, null, null, ct);
    }
}
