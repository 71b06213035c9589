using Unisson.Bot.Kernel;

namespace Unisson.Bot;

/// <summary>Everything people can do, one line each. A new command is one file, one line here and one test.</summary>
public static class Commands
{
    public static IReadOnlyList<CommandSpec> All { get; } =
    [
        Commons.CommonAdd.Spec,
        Missions.MissionOpen.Spec,
        Calls.CommonersCall.Spec,
        Calls.CallShow.Spec,
        Calls.CallList.Spec,
        Calls.CallAnswer.Spec,
        Calls.CallClose.Spec,
        Contributions.ContributionLog.Spec,
        Contributions.ContributionList.Spec,
        Contributions.ContributionConfirm.Spec,
        Contributions.ContributionVerify.Spec,
        Reminders.ReminderAdd.Spec,
        Reminders.ReminderList.Spec,
        Reminders.ReminderChange.Spec,
        Missions.MissionShow.Spec,
        Missions.MissionList.Spec,
        Missions.MissionEdit.Spec,
        Missions.MissionJoin.Spec,
        Missions.MissionLeave.Spec,
        Missions.MissionStatus.Spec,
    ];

    public static IReadOnlyList<ActionSpec> Actions { get; } =
    [
        Deliveries.Drafts.Send,
        Deliveries.Drafts.Change,
        .. Calls.CallActions.All,
        Contributions.Proposing.Yes,
        .. Reminders.ReminderActions.All,
        .. Missions.MissionActions.All,
    ];
}
