using Unisson.Bot.Kernel;

namespace Unisson.Bot.Reminders;

/// <summary>What somebody may do with a reminder.</summary>
public enum Change
{
    Done,
    Snooze,
    Cancel,
    Stop,
}

/// <summary>How long to put something off, by one word.</summary>
public enum Snooze
{
    OneHour,
    Tonight,
    Tomorrow,
    Monday,
}

/// <summary>Whom somebody sets a reminder for.</summary>
public enum ReminderFor
{
    Me,
    Mission,
    Channel,
}

/// <summary>What a list of reminders can be given as, to be opened elsewhere.</summary>
public enum AgendaFormat
{
    Ics,
}

/// <summary>Lists that people choose from.</summary>
public static class ReminderChoices
{
    public static Choices<Change> Change { get; } = new(
        "reminder-change",
        new(Reminders.Change.Done, "done", "faite", "c'est fait"),
        new(Reminders.Change.Snooze, "snooze", "later", "reporter"),
        new(Reminders.Change.Cancel, "cancel"),
        new(Reminders.Change.Stop, "stop", "arrêter"));

    public static Choices<ReminderFor> For { get; } = new(
        "reminder-for",
        new(ReminderFor.Me, "me", "myself"),
        new(ReminderFor.Mission, "mission", "team", "équipe"),
        new(ReminderFor.Channel, "channel", "here", "salon", "ici"));

    public static Choices<AgendaFormat> Format { get; } = new("format", new Choice<AgendaFormat>(AgendaFormat.Ics, "ics", "calendrier", "ical"));

    public static Choices<Snooze> Snooze { get; } = new(
        "snooze",
        new(Reminders.Snooze.OneHour, "1h"),
        new(Reminders.Snooze.Tonight, "tonight"),
        new(Reminders.Snooze.Tomorrow, "tomorrow", "demain"),
        new(Reminders.Snooze.Monday, "monday", "lundi"));
}
