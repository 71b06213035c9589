using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Commoners;
using Unisson.Bot.Deliveries;
using Unisson.Bot.Due;
using Unisson.Bot.Kernel;
using Unisson.Bot.Storage;

namespace Unisson.Bot.Availability;

/// <summary>
/// One soft line when a pause comes to the end that was named, in the person's own day. It changes nothing: the pause goes on until they say
/// "I am here".
/// </summary>
public static class PauseEnd
{
    private const int Batch = 100;

    public static DueKind Due { get; } = new("pause", (db, ct) => db.People.MinAsync(p => p.PauseEndsAt, ct), RunAsync);

    private static async Task<bool> RunAsync(BotDb db, DateTimeOffset now, CancellationToken ct)
    {
        var people = await db.People.Where(p => p.PauseEndsAt <= now).OrderBy(p => p.PauseEndsAt).Take(Batch).ToListAsync(ct);
        foreach (var person in people)
        {
            await SayAsync(db, person, now, ct);
        }

        return people.Count == Batch;
    }

    private static async Task SayAsync(BotDb db, Person person, DateTimeOffset now, CancellationToken ct)
    {
        var communities = await (
            from m in db.Memberships
            join c in db.Communities on m.CommunityId equals c.Id
            where m.PersonId == person.Id && m.LeftAt == null
            orderby c.Id
            select c).ToListAsync(ct);
        if ((communities.Find(c => c.Id == person.LastCommunityId) ?? communities.FirstOrDefault()) is not { } community || person.PausedAt is null)
        {
            person.PauseEndsAt = null;
            return;
        }

        var say = await Outbox.SayToAsync(db, person.Id, community.Id, now, ct);
        if (QuietHours.NextWake(person, say.Zone, community.Holidays, now, isUrgent: false) is var wake && wake > now)
        {
            person.PauseEndsAt = wake;
            db.Wake(wake);
            return;
        }

        person.PauseEndsAt = null;
        var reply = new Reply(say["availability.pause-over"]) { Actions = [AvailabilityActions.Resume.On(person.Id, say), AvailabilityActions.Longer.On(person.Id, say)] };
        await Outbox.ToPersonAsync(db, community.Id, person.Id, $"pause:{person.Id}", reply, now, null, null, ct);
    }
}
