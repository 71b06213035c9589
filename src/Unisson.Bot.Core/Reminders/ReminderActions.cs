using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Kernel;

namespace Unisson.Bot.Reminders;

/// <summary>Gestures of reminders; the row is the reminder, and only its person can press.</summary>
public static class ReminderActions
{
    public static ActionSpec Done { get; } = Of("reminder-done", ("to", "done"));

    public static ActionSpec Later { get; } = Of("reminder-later", ("to", "snooze"));

    public static ActionSpec Tonight { get; } = Of("reminder-tonight", ("to", "snooze"), ("delay", "tonight"));

    public static ActionSpec Tomorrow { get; } = Of("reminder-tomorrow", ("to", "snooze"), ("delay", "tomorrow"));

    public static ActionSpec Monday { get; } = Of("reminder-monday", ("to", "snooze"), ("delay", "monday"));

    public static ActionSpec Change { get; } = Of("reminder-change", ("to", "snooze"));

    public static ActionSpec Cancel { get; } = Of("reminder-cancel", ("to", "cancel"));

    public static ActionSpec Stop { get; } = Of("reminder-stop", ("to", "stop"));

    /// <summary>All of one's own that came in one message: the row is its instant (<see cref="Reminder.SentAt"/>), and the person who presses says whose.</summary>
    public static ActionSpec AllDone { get; } = new("reminder-all-done", "reminder change", async (db, caller, row, ct) =>
    {
        var at = new DateTimeOffset(row, TimeSpan.Zero);
        var numbers = await db.Reminders.Where(r => r.PersonId == caller.PersonId && r.SentAt == at && r.Kind != ReminderKind.Deadline
                && (r.State == ReminderState.Sent || (r.State == ReminderState.Active && r.Rule != null)))
            .OrderBy(r => r.Number).Select(r => r.Number).ToListAsync(ct);
        return numbers.Count == 0 ? null : new CommandLine("reminder change", ("reminder", string.Join(',', numbers)), ("to", "done"));
    });

    public static IReadOnlyList<ActionSpec> All { get; } = [Done, Later, Tonight, Tomorrow, Monday, Change, Cancel, Stop, AllDone];

    private static ActionSpec Of(string name, params (string Option, string Value)[] values) => new(name, "reminder change", async (db, caller, row, ct) =>
    {
        var number = await db.Reminders.Where(r => r.Id == row && r.PersonId == caller.PersonId).Select(r => (int?)r.Number).FirstOrDefaultAsync(ct);
        return number is null ? null : new CommandLine("reminder change", [("reminder", $"R{number}"), .. values]);
    });
}
