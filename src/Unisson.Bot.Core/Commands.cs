using Unisson.Bot.Kernel;

namespace Unisson.Bot;

/// <summary>Everything people can do, one line each. A new command is one file, one line here and one test.</summary>
public static class Commands
{
    public static IReadOnlyList<CommandSpec> All { get; } =
    [
        Help.Panel.Spec,
        Help.HelpCommand.Spec,
        Help.About.Spec,
        Communities.SetupStart.Spec,
        Communities.SetupSettings.Spec,
        Communities.SetupChannel.Spec,
        Links.SetupLink.Spec,
        Commoners.MyShow.Spec,
        Commoners.MySettings.Spec,
        Links.MyLink.Spec,
        Commons.CommonAdd.Spec,
        Commons.CommonShow.Spec,
        Commons.CommonList.Spec,
        Commons.CommonFind.Spec,
        Commons.CommonEdit.Spec,
        Commons.CommonResource.Spec,
        Commons.CommonTerms.Spec,
        Commons.CommonSteward.Spec,
        Experiences.ExperienceAdd.Spec,
        Experiences.ExperienceList.Spec,
        Experiences.ExperienceRemove.Spec,
        Experiences.ExperienceConfirm.Spec,
        Commoners.CommonersFind.Spec,
        Availability.AvailabilitySet.Spec,
        Availability.AvailabilityPause.Spec,
        Availability.AvailabilityResume.Spec,
        Availability.AvailabilityOffer.Spec,
        Availability.AvailabilityShow.Spec,
        Missions.MissionOpen.Spec,
        Calls.CommonersCall.Spec,
        Calls.CallShow.Spec,
        Calls.CallList.Spec,
        Calls.CallAnswer.Spec,
        Calls.CallWiden.Spec,
        Calls.CallClose.Spec,
        Contributions.ContributionLog.Spec,
        Contributions.ContributionList.Spec,
        Contributions.ContributionConfirm.Spec,
        Contributions.ContributionCorrect.Spec,
        Contributions.ContributionWithdraw.Spec,
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
        .. Help.Panel.Actions,
        .. Communities.SetupActions.All,
        .. Links.LinkActions.All,
        Deliveries.Drafts.Send,
        Deliveries.Drafts.Change,
        .. Commons.StewardActions.All,
        .. Availability.AvailabilityActions.All,
        .. Digests.DigestActions.All,
        .. Experiences.ExperienceActions.All,
        .. Calls.CallActions.All,
        .. Contributions.Proposing.Actions,
        .. Contributions.LineActions.All,
        .. Reminders.ReminderActions.All,
        .. Missions.MissionActions.All,
    ];
}
