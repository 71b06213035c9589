using Unisson.Bot.Dates;
using Unisson.Bot.Kernel;
using Unisson.Bot.Missions;

namespace Unisson.Bot.Reminders;

/// <summary><c>/reminder change</c>: done, later, cancel, or never again; one's own only. Saying it twice changes nothing more.</summary>
public static class ReminderChange
{
    private static readonly Option<string> Which = Options.Text("reminder", "rappel", needed: true, picks: Picks.Reminder);
    private static readonly Option<Change> To = Options.Choice("to", "vers", ReminderChoices.Change, needed: true);
    private static readonly Option<Delay> Later = Delay.Option("delay", "délai");

    public static CommandSpec Spec { get; } = new(Groups.Reminder, new("change", "changer"))
    {
        Allow = Allow.Member,
        Options = [Which, To, Later],
        Positions = (_, _) => [Which, To, Later],
        Shortcuts =
        [
            new(new("done", "fait"), To, "done"), new(new("snooze", "reporter", "later"), To, "snooze"),
            new(new("cancel", "annuler"), To, "cancel"), new(new("stop", "arrêter"), To, "stop"),
        ],
        Run = RunAsync,
    };

    private static async Task<Result<Reply>> RunAsync(Request r, CancellationToken ct)
    {
        if ((await r.RemindersAsync(r.Get(Which), ct)).Refused(out var refusal, out var reminders))
        {
            return refusal;
        }

        var to = r.Get(To);
        if (to != Change.Snooze && r.Given(Later))
        {
            return new Refusal("reminder.delay") { Mend = r.Line.With("to", ReminderChoices.Change.Label(Change.Snooze, r.Say)) };
        }

        if (to == Change.Snooze && !r.Given(Later) && reminders.Find(m => m is { IsOwn: true, State: ReminderState.Active, SentAt: null }) is { } ahead)
        {
            return ToWhen(r, ahead);
        }

        var said = new List<string>();
        foreach (var reminder in reminders)
        {
            var mission = reminder.MissionId is { } id ? await r.Db.Missions.FindAsync([id], ct) : null;
            var done = to == Change.Snooze ? await PutOffAsync(r, reminder, mission, ct) : End(r, reminder, mission, to);
            if (done.Refused(out refusal, out var sentence))
            {
                return refusal;
            }

            said.Add(sentence);
        }

        var reply = said is [var only] ? new Reply(only) : new Reply(r.Say["reminder.changed", reminders.Select(m => m.Label)]) { Lines = said };
        return to == Change.Snooze && !r.Given(Later) && reminders is [var one] ? reply with { Actions = Hours(r, one) } : reply;
    }

    private static Result<string> End(Request r, Reminder reminder, Mission? mission, Change to)
    {
        var goesOn = to == Change.Done && reminder is { IsRepeated: true, State: ReminderState.Active };
        reminder.End(to);
        if (goesOn)
        {
            return r.Say["reminder.done-again", reminder.Label, Saying.Ended(reminder.Titled(r.Say, mission)), reminder.DueAt];
        }

        return reminder.Says(r.Say, to switch
        {
            Change.Done => "done",
            Change.Cancel when reminder.IsOwn => "cancelled",
            _ => "stopped",
        }, mission);
    }

    private static async Task<Result<string>> PutOffAsync(Request r, Reminder reminder, Mission? mission, CancellationToken ct)
    {
        var ladder = mission is not null && DeadlineLadder.CountsDown(mission) ? await DeadlineLadder.OfAsync(r.Db, mission, reminder.PersonId, ct) : null;
        if (!reminder.IsOwn && (ladder is null || reminder.State == ReminderState.Cancelled))
        {
            return new Refusal("reminder.over", reminder.Titled(r.Say, mission));
        }

        if (!r.Given(Later, out var delay))
        {
            if (reminder.IsPutOff(ladder, r.Now))
            {
                return PutOff(r, reminder);
            }

            delay = Usual(r, ladder);
        }

        var (waiting, last) = await ReminderAdd.WaitingAsync(r, ct);
        if (reminder is { IsOwn: true, State: not ReminderState.Active } && Reminder.Full(waiting, last) is { } full)
        {
            return full with { Mend = r.Line };
        }

        if (reminder.PutOff(delay, r.Caller.Zone, ladder, r.Now).Refused(out var refusal, out _))
        {
            return refusal with { Mend = r.Line.With("delay", CommandLine.Blank) };
        }

        r.Db.Wake(reminder.DueAt);
        return PutOff(r, reminder);
    }

    private static string PutOff(Request r, Reminder reminder) => reminder is { Rhythm: { } rhythm, PutOffTo: { } to }
        ? r.Say["reminder.put-off-once", reminder.Label, to, Spoken.Of(rhythm, r.Say)]
        : r.Say["reminder.put-off", reminder.Label, reminder.DueAt];

    /// <summary>An hour; for a deadline the next morning while there is one.</summary>
    private static Delay Usual(Request r, Ladder? ladder)
        => ladder is not null && !Delay.Of(Snooze.Tomorrow, new Reading(r.Say)).Refused(out _, out var tomorrow) && tomorrow.To < ladder.End ? tomorrow : Delay.OneHour;

    private static Reply ToWhen(Request r, Reminder ahead) => new(r.Say["reminder.to-when", ahead.Label, ahead.DueAt])
    {
        Lines = [r.Say["reminder.to-when-line", ahead.Label]],
        Actions = [.. Hours(r, ahead), ReminderActions.Cancel.On(ahead.Id, r.Say)],
    };

    private static List<ReplyAction> Hours(Request r, Reminder reminder)
    {
        var reading = new Reading(r.Say);
        (Snooze Snooze, ActionSpec Action)[] all = [(Snooze.Tonight, ReminderActions.Tonight), (Snooze.Tomorrow, ReminderActions.Tomorrow), (Snooze.Monday, ReminderActions.Monday)];
        return [.. all.Where(a => !Delay.Of(a.Snooze, reading).Refused(out _, out _)).Select(a => a.Action.On(reminder.Id, r.Say))];
    }
}
