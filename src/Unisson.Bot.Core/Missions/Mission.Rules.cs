using Unisson.Bot.Kernel;

namespace Unisson.Bot.Missions;

/// <summary>How somebody steps forward for a role.</summary>
public enum JoinAs
{
    Candidate,
    Shadow,
}

/// <summary>
/// The life cycle of a mission (<c>open → answered → won | lost</c>, <c>open | won → running → delivered → closed</c>, <c>abandoned</c> with a reason from anywhere before its end) and who holds
/// its roles. Needs <see cref="Holders"/>.
/// </summary>
public sealed partial class Mission
{
    /// <summary>States that nothing leaves.</summary>
    internal static readonly MissionState[] EndStates = [MissionState.Lost, MissionState.Closed, MissionState.Abandoned];

    /// <summary>Nothing moves any more.</summary>
    public bool IsOver => EndStates.Contains(State);

    /// <summary>The steps that can be taken from here.</summary>
    public IReadOnlyList<MissionState> NextSteps => State switch
    {
        MissionState.Open => [MissionState.Answered, MissionState.Running, MissionState.Abandoned],
        MissionState.Answered => [MissionState.Won, MissionState.Lost, MissionState.Abandoned],
        MissionState.Won => [MissionState.Running, MissionState.Abandoned],
        MissionState.Running => [MissionState.Delivered, MissionState.Abandoned],
        MissionState.Delivered => [MissionState.Closed, MissionState.Abandoned],
        _ => [],
    };

    public bool HasActive(RoleKind role) => Holders.Exists(h => h.Role == role && h.Holding == Holding.Active);

    /// <summary>Takes one step; at its end, roles are done and candidacies let go. Refusals: <c>mission.there</c>, <c>mission.over</c>, <c>mission.step</c>, <c>mission.reason</c>.</summary>
    public Result<Mission> Step(MissionState to, string? reason, DateTimeOffset now)
    {
        if (to == State)
        {
            return new Refusal("mission.there", ShortTitle, Label, MissionChoices.State.Labelled(State));
        }

        if (IsOver)
        {
            return Over();
        }

        if (!NextSteps.Contains(to))
        {
            return NoStep(to);
        }

        if (to == MissionState.Abandoned && reason is null)
        {
            return new Refusal("mission.reason", ShortTitle, Label);
        }

        (Before, State, SteppedAt) = (State, to, now);
        if (IsOver)
        {
            EndRoles(now);
        }

        return this;
    }

    /// <summary>Takes back the last step, once; roles that it ended are as they were.</summary>
    internal void StepBack()
    {
        if (IsOver)
        {
            foreach (var holder in Holders.Where(h => h.BeforeEnd is not null))
            {
                (holder.Holding, holder.BeforeEnd) = (holder.BeforeEnd!.Value, null);
            }
        }

        (State, Before) = (Before!.Value, null);
    }

    /// <summary>Why it cannot close yet, whatever was promised and learned: <c>mission.over</c>, <c>mission.step</c>.</summary>
    internal Refusal? CanClose() => IsOver ? Over() : State == MissionState.Delivered ? null : NoStep(MissionState.Closed);

    private Refusal NoStep(MissionState to)
        => new("mission.step", ShortTitle, Label, MissionChoices.State.Labelled(State), MissionChoices.State.Labelled(to), NextSteps.Select(MissionChoices.State.Labelled));

    /// <summary>
    /// Somebody steps forward. A guarantor of the community who joins as guarantor, and somebody of the team who takes up coordination that
    /// nobody holds, are in the role at once; all others are candidates or shadows. Refusals: <c>mission.over</c>, <c>mission.joined</c>.
    /// </summary>
    public Result<RoleHolder> Join(long personId, RoleKind role, JoinAs? how, bool isGuarantor, DateTimeOffset now)
    {
        if (IsOver)
        {
            return Over();
        }

        var holding = how switch
        {
            JoinAs.Shadow => Holding.Shadow,
            null when TakesAtOnce(personId, role, isGuarantor) => Holding.Active,
            _ => Holding.Candidate,
        };
        var holder = Holders.Find(h => h.PersonId == personId && h.Role == role);
        if (holder is not null && (holder.Holding == holding || holder.Holding is Holding.Selected or Holding.Active))
        {
            return new Refusal("mission.joined", ShortTitle, Label, MissionChoices.Role.Labelled(role), MissionChoices.Holding.Labelled(holder.Holding));
        }

        if (holder is null)
        {
            holder = new RoleHolder { CommunityId = CommunityId, MissionId = Id, PersonId = personId, Role = role };
            Holders.Add(holder);
        }

        (holder.Holding, holder.Since) = (holding, now);
        return holder;
    }

    /// <summary>Hands one role back, or all; gives what was held. Refusal: <c>mission.no-role</c>.</summary>
    public Result<List<Left>> Leave(long personId, RoleKind? role, DateTimeOffset now)
    {
        var current = Holders.FindAll(h => h.PersonId == personId && h.IsCurrent);
        var left = current.FindAll(h => role is null || h.Role == role);
        if (left.Count == 0)
        {
            return current.Count == 0
                ? new Refusal("mission.no-role", ShortTitle, Label)
                : new Refusal("mission.not-that-role", ShortTitle, Label, current.Select(h => MissionChoices.Role.Labelled(h.Role)));
        }

        var held = left.ConvertAll(h => new Left(h.Role, h.Holding));
        left.ForEach(h => (h.Holding, h.Since) = (Holding.HandedBack, now));
        return held;
    }

    /// <summary>Lets more people see it, never fewer: some have read it already. Refusal: <c>mission.visibility</c>.</summary>
    public Result<Mission> OpenUp(Visibility to)
    {
        if (Openness(to) < Openness(Visibility))
        {
            return new Refusal("mission.visibility", ShortTitle, Label, MissionChoices.Visibility.Labelled(Visibility));
        }

        Visibility = to;
        return this;
    }

    /// <summary>Whether its days follow one another. Refusals: <c>mission.ends</c>, <c>mission.deadline</c>.</summary>
    public Refusal? Dated() => this switch
    {
        { Starts: { } starts, Ends: { } ends } when ends < starts => new Refusal("mission.ends", ends, starts),
        { Deadline: { } deadline, Ends: { } ends } when deadline > ends => new Refusal("mission.deadline", deadline, ends),
        _ => null,
    };

    /// <summary>Somebody's part in a role that they were chosen for or are in; null where there is none.</summary>
    internal RoleHolder? Holds(long personId, RoleKind role) => Holders.Find(h => h.PersonId == personId && h.Role == role && h.Holding is Holding.Selected or Holding.Active);

    /// <summary>Who chooses people and agrees for the team: those who coordinate or guarantee it; where nobody does yet, its team, and the guarantors of the community of one that they see.</summary>
    internal bool Leads(Caller caller)
    {
        var leading = Holders.FindAll(h => h.Holding == Holding.Active && h.Role is RoleKind.Coordinator or RoleKind.GuarantorConnector);
        return leading.Exists(h => h.PersonId == caller.PersonId) || (caller.IsGuarantor && Visibility != Visibility.Private) || (leading.Count == 0 && HasInTeam(caller.PersonId));
    }

    /// <summary>Whether somebody may let the mission pass a gate and take back a step: those who guarantee it, and guarantors of the community of one that they see.</summary>
    internal bool Guarantees(Caller caller)
        => Holders.Exists(h => h.PersonId == caller.PersonId && h is { Role: RoleKind.GuarantorConnector, Holding: Holding.Active or Holding.Done }) || (caller.IsGuarantor && Visibility != Visibility.Private);

    /// <summary>The team chose somebody, who takes the role with their own yes.</summary>
    internal void Choose(long personId, RoleKind role, DateTimeOffset now)
    {
        var holder = Holders.Find(h => h.PersonId == personId && h.Role == role);
        if (holder is null)
        {
            holder = new RoleHolder { CommunityId = CommunityId, MissionId = Id, PersonId = personId, Role = role };
            Holders.Add(holder);
        }

        (holder.Holding, holder.Since) = (Holding.Selected, now);
    }

    private static int Openness(Visibility visibility) => visibility switch
    {
        Visibility.Private => 0,
        Visibility.Community => 1,
        _ => 2,
    };

    /// <summary>Whether somebody may take a role without being chosen: a guarantor of the community as guarantor, and one of the team the coordination that nobody holds.</summary>
    internal bool TakesAtOnce(long personId, RoleKind role, bool isGuarantor) => role switch
    {
        RoleKind.GuarantorConnector => isGuarantor,
        RoleKind.Coordinator => !HasActive(role) && HasInTeam(personId),
        _ => false,
    };

    private void EndRoles(DateTimeOffset now)
    {
        foreach (var holder in Holders.Where(h => h.IsCurrent))
        {
            var held = holder.Holding is Holding.Active or Holding.Selected;
            (holder.BeforeEnd, holder.Holding, holder.Since) = (holder.Holding, held ? Holding.Done : Holding.HandedBack, now);
        }
    }

    /// <summary>Refuses what cannot be done any more: <c>mission.over</c>.</summary>
    internal Refusal Over() => new("mission.over", ShortTitle, Label, MissionChoices.State.Labelled(State));
}

/// <summary>A role that was handed back, and how it had been held.</summary>
public sealed record Left(RoleKind Role, Holding Was);
