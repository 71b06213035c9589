using System.Globalization;
using Unisson.Bot.Experiences;
using Unisson.Bot.Missions;

namespace Unisson.Bot.Calls;

/// <summary>What becomes of a call (rule 7): open → filled, closed or expired; a place handed back opens it again until its deadline.</summary>
public sealed partial class Call
{
    /// <summary>C1, or CP0042 for the call of a mission numbered apart.</summary>
    public string Label => IsApart ? string.Create(CultureInfo.InvariantCulture, $"CP{Number:0000}") : string.Create(CultureInfo.InvariantCulture, $"C{Number}");

    public bool IsOver => State is CallState.Closed or CallState.Expired;

    /// <summary>What its messages and its card are about.</summary>
    public string Subject => string.Create(CultureInfo.InvariantCulture, $"call:{Id}");

    /// <summary>The people who hold a place: who was asked and said yes, and who came forward and was chosen by the team. Needs the mission's holders.</summary>
    public IEnumerable<Ask> Holding(Mission mission) => Asks.Where(a => a.State == AskState.Accepted && a.HoldsPlace(RoleOf(a, mission)));

    /// <summary>Those who came forward and wait for the team's word.</summary>
    public IEnumerable<Ask> ComingForward(Mission mission)
        => Asks.Where(a => a is { State: AskState.Accepted, IsVolunteer: true } && RoleOf(a, mission)?.Holding == Missions.Holding.Candidate);

    /// <summary>The lowest level that counts; 0 without a common.</summary>
    public int LeastLevel => CommonId is null ? 0 : Weight(Level);

    /// <summary>A level as the planner counts it: founded is maintained. Fair-call policy, "In the product".</summary>
    public static int Weight(Level level) => level switch { Level.Used => 1, Level.Contributed => 2, _ => 3 };

    /// <summary>The yes it is, of this person, takes this role.</summary>
    public RoleHolder? RoleOf(Ask ask, Mission mission) => mission.Holders.Find(h => h.PersonId == ask.PersonId && h.Role == Role);

    public void End(CallState state, DateTimeOffset now) => (State, EndedAt, DueAt) = (state, now, null);

    public void Open(DateTimeOffset now) => (State, OpenedAt, EndedAt, DueAt) = (CallState.Open, now, null, now);

    /// <summary>More places, or less experience; one that was filled runs again.</summary>
    public void Widen(int? places, Level? level, DateTimeOffset now)
    {
        (Places, Level) = (places ?? Places, level ?? Level);
        if (State == CallState.Filled && places is not null)
        {
            (State, EndedAt, DueAt) = (CallState.Open, null, now);
        }
    }

    /// <summary>Two people reported it: on hold until somebody who keeps the method looked at it, at most until its deadline.</summary>
    public void Hold(DateTimeOffset now) => (State, FrozenAt, EndedAt, DueAt) = (CallState.Frozen, now, null, Deadline);

    /// <summary>Somebody looked at the reports and lets it go on; from here on they are counted anew.</summary>
    public void GoOn(DateTimeOffset now)
    {
        (State, FrozenAt, DueAt) = (CallState.Open, null, now);
        Asks.ForEach(a => a.ReportedAt = null);
    }

    /// <summary>A place is free again; true when people can be asked for it.</summary>
    public bool FreePlace(DateTimeOffset now)
    {
        if (State is not (CallState.Open or CallState.Filled) || now >= Deadline)
        {
            return false;
        }

        (State, EndedAt, DueAt) = (CallState.Open, null, now);
        return true;
    }
}

/// <summary>What one person is asked and answers (rules 2 and 7).</summary>
public sealed partial class Ask
{
    /// <summary>Begins the name of each ask's message.</summary>
    public const string Cards = "ask:";

    /// <summary>Without an answer that settles it: it holds its minutes.</summary>
    public bool IsOpen => State is AskState.Planned or AskState.Sent or AskState.Later;

    /// <summary>The person knows of it. What was planned and dropped was never there for them.</summary>
    public bool IsKnown => SentAt is not null || IsVolunteer;

    /// <summary>The message by which it left last, and which becomes the thanks when the call ended (rule 7).</summary>
    public string Card => CardOf(Times);

    /// <summary>The message by which it leaves next: another one each time, because an edit rings nobody.</summary>
    public string NextCard => CardOf(Times + 1);

    public bool HoldsPlace(RoleHolder? role) => IsVolunteer
        ? role?.Holding is Holding.Selected or Holding.Active or Holding.Done
        : role?.Holding != Holding.HandedBack;

    public void Plan(double chance, DateTimeOffset now) => (State, Chance, PlannedAt, LaterAt) = (AskState.Planned, chance, now, null);

    public void Leave(DateTimeOffset now) => (State, SentAt, AnsweredAt, Times) = (AskState.Sent, now, null, Times + 1);

    /// <summary>It left and never arrived: it was not asked, and counts in no month.</summary>
    public void TakeBack() => (State, SentAt, Times) = (AskState.Released, null, SentAt is null ? Times : Times - 1);

    /// <summary>An answer; true when it is the first one.</summary>
    public bool Answer(AskState answer, DateTimeOffset now)
    {
        var first = AnsweredAt is null;
        (State, AnsweredAt, LaterAt, IsNext) = (answer, now, null, false);
        return first;
    }

    /// <summary>"Later", or "only if nobody else can": not before that instant.</summary>
    public bool AnswerUntil(AskState answer, DateTimeOffset again, DateTimeOffset now)
    {
        var first = Answer(answer, now);
        LaterAt = again;
        return first;
    }

    /// <summary>A yes that came when the last place was taken.</summary>
    public bool WaitInLine(DateTimeOffset now)
    {
        var first = Answer(AskState.Reserve, now);
        IsNext = true;
        return first;
    }

    /// <summary>Their turn came: it is theirs to say yes again.</summary>
    public void ComeUp(DateTimeOffset now) => (State, LaterAt) = (AskState.Later, now);

    /// <summary>It was shown again, and is open since then.</summary>
    public void Reopen(DateTimeOffset now) => (State, LaterAt) = (AskState.Sent, now);

    /// <summary>Came by the card; an ask that was planned and never seen gives way.</summary>
    public void ComeForward(DateTimeOffset now)
        => (State, IsVolunteer, AnsweredAt, SentAt, LaterAt, IsNext) = (AskState.Accepted, true, now, null, null, false);

    private string CardOf(int time) => string.Create(CultureInfo.InvariantCulture, $"{Cards}{Id}:{time}");
}
