using Unisson.Bot.Commoners;

namespace Unisson.Bot.Calls;

/// <summary>
/// One person as a call sees them. Hours are minutes and count in the month of the call's deadline.
/// What is left at its default sets no limit.
/// </summary>
/// <param name="PersonId">Each person stands once in the list given to <see cref="Plan.For"/>.</param>
/// <param name="Level">Experience with the call's common: 0 none, 1 used, 2 contributed, 3 maintained or founded.</param>
/// <param name="CapacityMinutes">What the person gives in a month.</param>
public readonly record struct Candidate(long PersonId, int Level, int CapacityMinutes)
{
    /// <summary>Minutes promised for this month.</summary>
    public int CommittedMinutes { get; init; }

    /// <summary>Minutes that open asks hold this month, in any call: without them two calls at once would overbook.</summary>
    public int ReservedMinutes { get; init; }

    /// <summary>H: minutes accepted in the last 12 months.</summary>
    public int AcceptedMinutes { get; init; }

    /// <summary>Asks planned that did not leave yet count as asked now.</summary>
    public AskHistory History { get; init; }

    public Bars Bars { get; init; }

    /// <summary>Asks a month that the person agreed to in this community; 0 = no consent, null = no limit.</summary>
    public int? AsksAllowed { get; init; }

    /// <summary>Asks this month in this community, sent or planned.</summary>
    public int AsksThisMonth { get; init; }

    public Signal Signal { get; init; }

    /// <summary>"Only if nobody else can": comes after all others.</summary>
    public bool LastResort { get; init; }

    /// <summary>Known to be near the mission's place.</summary>
    public bool Near { get; init; }

    /// <summary>Minutes left this month; below 0 when the person lowered their hours after a promise.</summary>
    public int FreeMinutes => CapacityMinutes - CommittedMinutes - ReservedMinutes;
}

/// <summary>Facts about a person and a call which forbid asking, whatever the urgency.</summary>
[Flags]
public enum Bars
{
    None = 0,
    NotMember = 1,

    /// <summary>No private message can reach them.</summary>
    Unreachable = 2,

    /// <summary>Asked before for this call, whatever came of it.</summary>
    AlreadyAsked = 4,

    /// <summary>The call's terms (paid, expenses, exchanged, voluntary) are not among theirs.</summary>
    Terms = 8,

    /// <summary>The common, or the subject, was muted by the person.</summary>
    Muted = 16,

    /// <summary>The call's moment is outside their moments.</summary>
    Window = 32,
    Paused = 64,
}

/// <summary>What the person said by themselves, lately, about helping.</summary>
public enum Signal
{
    None,

    /// <summary>"I could take something this week."</summary>
    Yes,
    NotNow,
}
