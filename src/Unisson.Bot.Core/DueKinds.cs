using Unisson.Bot.Deliveries;
using Unisson.Bot.Due;

namespace Unisson.Bot;

/// <summary>Everything that happens by itself, one line each.</summary>
public static class DueKinds
{
    public static IReadOnlyList<DueKind> All { get; } =
    [
        Reminders.DueReminders.Due,
        Calls.Wave.Due,
        Availability.PauseEnd.Due,
        Availability.StillTrue.Due,
        Digests.DueDigests.Due,
        Digests.ChannelDigest.Due,
        Outbox.Due,
        Housekeeping.Due,
        Closing.LookingBack.Due,
        Concerns.Unanswered.Due,
        Missions.WaitingCandidates.Due,
        Pledges.MonthlyRecap.Due,
        Contracts.ContractReview.Due,
        Contributions.Proposing.Lapse,
    ];
}
