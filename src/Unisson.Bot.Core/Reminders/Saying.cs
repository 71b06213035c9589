using Unisson.Bot.Dates;
using Unisson.Bot.Kernel;
using Unisson.Bot.Languages;
using Unisson.Bot.Missions;

namespace Unisson.Bot.Reminders;

/// <summary>What reminders are called, and their sentences that a lock screen shows whole.</summary>
internal static class Saying
{
    /// <summary>Longest first sentence of a message that rings (rule 14).</summary>
    public const int Lock = 120;

    private const int ShortestTitle = 12;

    /// <summary>What it is about: the words it was given, or « remise de Lons (M1) ».</summary>
    public static string Titled(this Reminder reminder, Say say, Mission? mission)
        => reminder.IsOwn ? reminder.What!.Cut(80) : say["reminder.of-deadline", mission!.Title.Cut(40), mission.Label];

    /// <summary>With its rhythm and whom it is for, where it is not simply for its owner, once.</summary>
    public static string Described(this Reminder reminder, Say say, Mission? mission) => string.Join(" · ", new[]
    {
        reminder.Titled(say, mission),
        reminder.Rhythm is { } rhythm ? Spoken.Of(rhythm, say) : null,
        reminder.Kind switch
        {
            ReminderKind.Team => say["reminder.to-team", mission!.Title.Cut(40), mission.Label],
            ReminderKind.Channel => say["reminder.to-channel", Communities.Channel.Shown(reminder.Door!, reminder.Channel!)],
            _ => null,
        },
    }.Where(part => part is not null));

    /// <summary>What became of it, as <c>reminder.THAT</c>, or <c>reminder.deadline-THAT</c> for a deadline.</summary>
    public static string Says(this Reminder reminder, Say say, string that, Mission? mission)
        => reminder.IsOwn ? say[$"reminder.{that}", reminder.Label, Ended(reminder.Titled(say, mission))] : say[$"reminder.deadline-{that}", reminder.Label, reminder.Titled(say, mission)];

    /// <summary>« Rappel : envoyer le devis. », cut to the lock screen.</summary>
    public static string Fired(this Reminder reminder, Say say)
    {
        var whole = say["reminder.fired", Ended(reminder.What!)];
        return whole.Length <= Lock ? whole : say["reminder.fired", reminder.What!.Cut(Lock - say["reminder.fired", ""].Length)];
    }

    /// <summary>« Lons (M1) : remise le mardi 15 décembre, dans une semaine. » A long title is cut, the date never.</summary>
    public static string Due(Mission mission, Ladder ladder, Say say)
    {
        var bare = Due(mission, ladder, say, "").Length;
        return Due(mission, ladder, say, mission.Title.Cut(Math.Max(ShortestTitle, Lock - bare)));
    }

    /// <summary>With one full stop, whatever the words end with.</summary>
    public static string Ended(string text) => text.TrimEnd('.', ' ') is var bare && bare.Length > 0 && bare[^1] is '!' or '?' or '…' ? bare : bare + ".";

    private static string Due(Mission mission, Ladder ladder, Say say, string title)
    {
        var day = mission.DeadlineHour is { } hour ? say["time.at", ladder.Deadline, say.Clock(hour)] : say.Speak(ladder.Deadline);
        var left = ladder.Deadline.DayNumber - say.Day(say.Now).DayNumber;
        return left switch
        {
            _ when say.Now >= ladder.End => say["deadline.past", title, mission.Label, day],
            <= 0 => say["deadline.today", title, mission.Label, day],
            1 => say["deadline.tomorrow", title, mission.Label, day],
            7 => say["deadline.week", title, mission.Label, day],
            _ => say["deadline.days", title, mission.Label, day, left],
        };
    }
}
