using Unisson.Bot.Kernel;

namespace Unisson.Bot;

/// <summary>Everything people can do, one line each. A new command is one file, one line here and one test.</summary>
public static class Commands
{
    public static IReadOnlyList<CommandSpec> All { get; } =
    [
        Commons.CommonAdd.Spec,
        Missions.MissionOpen.Spec,
        Missions.MissionShow.Spec,
        Missions.MissionList.Spec,
        Missions.MissionEdit.Spec,
        Missions.MissionJoin.Spec,
        Missions.MissionLeave.Spec,
        Missions.MissionStatus.Spec,
        Contributions.ContributionLog.Spec,
        Contributions.ContributionList.Spec,
        Contributions.ContributionConfirm.Spec,
        Contributions.ContributionVerify.Spec,
    ];

    public static IReadOnlyList<ActionSpec> Actions { get; } =
    [
        .. Missions.MissionActions.All,
        Contributions.Proposing.Yes,
    ];
}
