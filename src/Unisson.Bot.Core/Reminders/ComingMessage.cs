using Unisson.Bot.Dates;
using Unisson.Bot.Kernel;
using Unisson.Bot.Languages;
using Unisson.Bot.Missions;

namespace Unisson.Bot.Reminders;

/// <summary>A reminder on its way to its person.</summary>
/// <param name="Late">How long ago its hour was.</param>
internal sealed record Coming(Reminder Reminder, Mission? Mission, Ladder? Ladder, TimeSpan Late);

/// <summary>What a person reads when reminders come: one by itself, or all that is due as one message.</summary>
internal static class ComingMessage
{
    public static Reply One(Coming coming, Say say)
    {
        var reminder = coming.Reminder;
        if (coming.Ladder is null)
        {
            var first = reminder.Fired(say);
            return Ringing(first, reminder) with
            {
                Lines = [.. Whole(first, reminder, say), .. ComesBack(reminder, say)],
                Actions = [ReminderActions.Done.On(reminder.Id, say), ReminderActions.Later.On(reminder.Id, say), ReminderActions.Stop.On(reminder.Id, say)],
            };
        }

        return Ringing(Saying.Due(coming.Mission!, coming.Ladder, say), reminder) with
        {
            Lines = StillOpen(coming.Mission!, say),
            Actions =
            [
                MissionActions.Show.On(coming.Mission!.Id, say),
                ReminderActions.Later.On(reminder.Id, say), ReminderActions.Stop.On(reminder.Id, say),
            ],
        };
    }

    /// <summary>What those read for whom somebody else set it.</summary>
    public static Reply Shared(Coming coming, string by, TimeSpan punctual, Say say)
    {
        var reminder = coming.Reminder;
        var first = reminder.Fired(say);
        List<string> lines = [.. Whole(first, reminder, say), .. ComesBack(reminder, say), by];
        if (coming.Late > punctual)
        {
            lines.Add(say["reminder.was-for", reminder.DueAt]);
        }

        return new Reply(first) { Lines = lines };
    }

    /// <param name="away">Since when the program was down, where that is why they are late.</param>
    public static Reply Several(List<Coming> together, bool isPast, DateTimeOffset? away, DateTimeOffset now, TimeSpan punctual, Say say)
    {
        var first = (isPast, away) switch
        {
            (true, { } since) => Outage(since, now, say),
            (true, null) => say["reminder.waited"],
            _ => say["reminder.several", together.Select(c => c.Reminder.Titled(say, c.Mission))].Cut(Saying.Lock),
        };
        var own = together.Exists(c => c.Ladder is null);
        return Ringing(first, together[0].Reminder) with
        {
            Lines = together.ConvertAll(c => Line(c, punctual, say)),
            Actions = own ? [ReminderActions.AllDone.On(say.Now.UtcTicks, say)] : [],
        };
    }

    /// <summary>« J’étais hors ligne de mardi à jeudi. », by hours within a day, by dates when a weekday alone would not tell.</summary>
    private static string Outage(DateTimeOffset since, DateTimeOffset until, Say say)
    {
        var (from, to) = (say.Day(since), say.Day(until));
        return (to.DayNumber - from.DayNumber) switch
        {
            <= 0 => say["outage.hours", say.ClockOf(since), say.ClockOf(until)],
            < 6 => say["outage.days", say.Culture.DateTimeFormat.GetDayName(from.DayOfWeek), say.Culture.DateTimeFormat.GetDayName(to.DayOfWeek)],
            _ => say["outage.dates", from, to],
        };
    }

    private static string Line(Coming coming, TimeSpan punctual, Say say)
    {
        var reminder = coming.Reminder;
        return coming switch
        {
            { Ladder: { } ladder } => say["reminder.line-now", reminder.Label, Saying.Due(coming.Mission!, ladder, say)],
            _ when coming.Late > punctual => say["reminder.line-past", reminder.Label, reminder.DueAt, reminder.What],
            _ => say["reminder.line-now", reminder.Label, reminder.What],
        };
    }

    /// <summary>The whole of what the lock screen cuts.</summary>
    private static List<string> Whole(string first, Reminder reminder, Say say)
        => first.EndsWith('…') && !reminder.What!.EndsWith('…') ? [say["reminder.quoted", reminder.What]] : [];

    private static IEnumerable<string> ComesBack(Reminder reminder, Say say)
        => reminder.Rhythm is { } rhythm ? [say["reminder.comes-back", Spoken.Of(rhythm, say)]] : [];

    private static List<string> StillOpen(Mission mission, Say say)
    {
        string?[] open =
        [
            mission.Budget is null ? "budget" : null,
            mission.Commons.Count == 0 ? "commons" : null,
            mission.Holders.Exists(h => h is { Role: RoleKind.GuarantorConnector, Holding: Holding.Active }) ? null : "guarantor",
        ];
        var missing = open.Where(o => o is not null).Select(o => say[$"deadline.open.{o}"]).ToList();
        return missing.Count == 0 ? [] : [say["deadline.still-open", missing]];
    }

    private static Reply Ringing(string first, Reminder reminder) => new(first) { Loudness = Loudness.Ping, Mentions = [reminder.PersonId] };
}
