using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Deliveries;
using Unisson.Bot.Due;
using Unisson.Bot.Missions;
using Unisson.Bot.Storage;

namespace Unisson.Bot.Reminders;

/// <summary>
/// Lets reminders come: claimed in batches by their hour, their messages put into the outbox in the same transaction, so that none comes twice.
/// All that one person has due goes as one message.
/// </summary>
public static class DueReminders
{
    private const int Batch = 500;

    /// <summary>What did not come within this is told as past.</summary>
    private static readonly TimeSpan Punctual = TimeSpan.FromMinutes(5);

    /// <summary>What comes later than this has lost its minute, and waits for the morning like everything else.</summary>
    private static readonly TimeSpan Stale = TimeSpan.FromHours(1);

    /// <summary>Away for longer than this is told as an outage.</summary>
    private static readonly TimeSpan Away = TimeSpan.FromMinutes(10);

    public static DueKind Due { get; } = new(
        "reminders", (db, ct) => db.Reminders.Where(r => r.State == ReminderState.Active).MinAsync(r => (DateTimeOffset?)r.DueAt, ct), RunAsync);

    private static async Task<bool> RunAsync(BotDb db, DateTimeOffset now, CancellationToken ct)
    {
        var due = db.Reminders.Where(r => r.State == ReminderState.Active && r.DueAt <= now);
        var rows = await due.OrderBy(r => r.DueAt).ThenBy(r => r.Id).Take(Batch).ToListAsync(ct);
        var more = rows.Count == Batch;
        if (more)
        {
            // What else these people have due goes with it, as one message.
            var people = rows.Select(r => r.PersonId).Distinct().ToList();
            rows = await due.Where(r => people.Contains(r.PersonId)).ToListAsync(ct);
        }

        await LoadAsync(db, rows, ct);
        var away = await AwaySinceAsync(db, now, ct);
        foreach (var ofOne in rows.OrderBy(r => r.DueAt).ThenBy(r => r.Number).GroupBy(r => r.PersonId))
        {
            await ComeAsync(db, [.. ofOne], away, now, ct);
        }

        return more;
    }

    /// <summary>All that the messages of a batch need, in a query each.</summary>
    private static async Task LoadAsync(BotDb db, List<Reminder> rows, CancellationToken ct)
    {
        var people = rows.Select(r => r.PersonId).Distinct().ToList();
        await db.People.Where(p => people.Contains(p.Id)).LoadAsync(ct);
        var missions = rows.Where(r => r.MissionId is not null).Select(r => r.MissionId!.Value).Distinct().ToList();
        if (missions.Count > 0)
        {
            await db.Missions.Include(m => m.Holders).Include(m => m.Commons).AsSplitQuery().Where(m => missions.Contains(m.Id)).LoadAsync(ct);
            await db.Memberships.Where(m => people.Contains(m.PersonId)).LoadAsync(ct);
        }
    }

    private static async Task<DateTimeOffset?> AwaySinceAsync(BotDb db, DateTimeOffset now, CancellationToken ct)
        => await db.Instances.AsNoTracking().FirstOrDefaultAsync(i => i.Id == Instance.TheOne, ct) is { PracticeNow: null, LastSeenAt: { } seen } && now - seen >= Away ? seen : null;

    private static async Task ComeAsync(BotDb db, List<Reminder> rows, DateTimeOffset? away, DateTimeOffset now, CancellationToken ct)
    {
        var coming = new List<Coming>();
        foreach (var row in rows)
        {
            await StepAsync(db, [row], now, async () => coming.AddRange(await LookAsync(db, row, now, ct)));
        }

        // A reminder for oneself comes at its minute, whatever the hour; all others wait for the person to wake.
        var atOnce = coming.Where(c => c.Ladder is null && c.Late < Stale).ToList();
        var later = coming.Except(atOnce).ToList();
        var leaves = later.Count == 0 ? now : await WakesAsync(db, later, now, ct);
        if (leaves <= now)
        {
            (atOnce, later) = (coming, []);
        }

        foreach (var (together, at) in new[] { (atOnce, now), (later, leaves) }.Where(t => t.Item1.Count > 0))
        {
            await StepAsync(db, together.ConvertAll(c => c.Reminder), now, () => LeaveAsync(db, together, away, now, at, ct));
        }
    }

    /// <summary>One row that cannot be worked on must not hold up the others: it is set aside and logged.</summary>
    private static async Task StepAsync(BotDb db, List<Reminder> rows, DateTimeOffset now, Func<Task> step)
    {
        try
        {
            await step();
        }
        catch (Exception error) when (error is not OperationCanceledException && StorageException.From(error, "") is null)
        {
            rows.ForEach(r => r.SetAside(now));
            db.SteppedOver.Add(($"reminders {string.Join(", ", rows.Select(r => r.Id))}", error));
        }
    }

    /// <summary>The row with what it is about; nothing when it is not to come now.</summary>
    private static async Task<Coming[]> LookAsync(BotDb db, Reminder row, DateTimeOffset now, CancellationToken ct)
    {
        var mission = row.MissionId is { } id ? await db.Missions.FindAsync([id], ct) : null;
        if (row.IsOwn)
        {
            return await LookAtOwnAsync(db, row, mission, now, ct);
        }

        var membership = await db.Memberships.FindAsync([row.CommunityId, row.PersonId], ct);
        if (mission is null || membership is null or { LeftAt: not null } || !DeadlineLadder.CountsDown(mission)
            || !mission.Holders.Exists(h => h.PersonId == row.PersonId && DeadlineLadder.IsReminded(h)))
        {
            row.CallOff();
            return [];
        }

        var ladder = await DeadlineLadder.OfAsync(db, mission, row.PersonId, ct);
        return [new Coming(row, mission, ladder, now - row.DueAt)];
    }

    private static async Task<Coming[]> LookAtOwnAsync(BotDb db, Reminder row, Mission? mission, DateTimeOffset now, CancellationToken ct)
    {
        row.CatchUp(now);
        if (row.DueAt > now)
        {
            return [];
        }

        if (!await SharedReminders.StandsAsync(db, row, mission, ct) || (row.Kind == ReminderKind.Channel && await SharedReminders.IsShutOutAsync(db, row, now, ct)))
        {
            row.CallOff();
            return [];
        }

        var coming = new Coming(row, mission, null, now - row.DueAt);
        if (row.Kind != ReminderKind.Channel)
        {
            return [coming];
        }

        await SharedReminders.ToChannelAsync(db, coming, Punctual, now, ct);
        row.Came(now, null, Languages.Zones.Get(row.Zone));
        return [];
    }

    private static async Task<DateTimeOffset> WakesAsync(BotDb db, List<Coming> later, DateTimeOffset now, CancellationToken ct)
    {
        var urgent = later.Exists(c => c.Ladder is null || Ladder.IsUrgent(c.Reminder.Rung ?? 0));
        var person = (await db.People.FindAsync([later[0].Reminder.PersonId], ct))!;
        var community = (await db.Communities.FindAsync([later[0].Reminder.CommunityId], ct))!;
        return Commoners.QuietHours.NextWake(person, Languages.Zones.Get(person.Zone ?? community.Zone), community.Holidays, now, urgent);
    }

    private static async Task LeaveAsync(BotDb db, List<Coming> together, DateTimeOffset? away, DateTimeOffset now, DateTimeOffset at, CancellationToken ct)
    {
        var first = together[0].Reminder;
        var say = await Outbox.SayToAsync(db, first.PersonId, first.CommunityId, at, ct);
        var isPast = together.Exists(c => c.Late > Punctual);
        var reply = together is [var only] && !isPast ? ComingMessage.One(only, say) : ComingMessage.Several(together, isPast, isPast ? away : null, now, Punctual, say);
        var next = together.ConvertAll(c => c.Ladder?.NextAfterDayOf(at));
        var subject = together.Count == 1 ? $"reminder:{first.Id}" : $"reminders:{first.PersonId}";
        await Outbox.ToPersonAsync(db, first.CommunityId, first.PersonId, subject, reply, now, at, null, ct);
        foreach (var (coming, rung) in together.Zip(next))
        {
            await SharedReminders.ToTeamAsync(db, coming, Punctual, now, ct);
            coming.Reminder.Came(at, rung, coming.Ladder?.Zone ?? say.Zone);
        }
    }
}
