using Unisson.Bot.Kernel;

namespace Unisson.Bot.Pledges;

/// <summary>Lists that people choose from.</summary>
public static class PledgeChoices
{
    public static Choices<PledgeKind> Kind { get; } = new(
        "pledge-kind",
        new(PledgeKind.Time, "time"),
        new(PledgeKind.Money, "money"),
        new(PledgeKind.Share, "share", "part"),
        new(PledgeKind.Documentation, "documentation"),
        new(PledgeKind.Other, "other"));

    public static Choices<PledgeState> State { get; } = new(
        "pledge-state",
        new(PledgeState.Promised, "promised"),
        new(PledgeState.Kept, "kept", "tenu"),
        new(PledgeState.Changed, "changed", "modifié"),
        new(PledgeState.Carried, "carried", "reporté"),
        new(PledgeState.NotKept, "not-kept", "non tenu"));
}
