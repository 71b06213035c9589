using Unisson.Bot.Kernel;

namespace Unisson.Bot.Calls;

/// <summary>What somebody may say to a call.</summary>
public enum CallAnswerKind
{
    Yes,
    No,
    Later,
    Reserve,
    NotThisSubject,
    Pause,

    /// <summary>Something is wrong with the call itself (rule 18).</summary>
    Report,
}

/// <summary>Lists that people choose from.</summary>
public static class CallChoices
{
    public static Choices<CallState> State { get; } = new(
        "call-state",
        new(CallState.Waiting, "waiting"),
        new(CallState.Open, "open", "ouvert"),
        new(CallState.Frozen, "frozen"),
        new(CallState.Filled, "filled"),
        new(CallState.Closed, "closed"),
        new(CallState.Expired, "expired"));

    public static Choices<AskState> Ask { get; } = new(
        "ask-state",
        new(AskState.Planned, "planned"),
        new(AskState.Sent, "sent"),
        new(AskState.Accepted, "accepted"),
        new(AskState.Declined, "declined"),
        new(AskState.Later, "later"),
        new(AskState.Reserve, "reserve"),
        new(AskState.Silent, "silent"),
        new(AskState.Released, "released"));

    public static Choices<CallAnswerKind> Answer { get; } = new(
        "answer",
        new(CallAnswerKind.Yes, "yes", "oui"),
        new(CallAnswerKind.No, "no", "non"),
        new(CallAnswerKind.Later, "later"),
        new(CallAnswerKind.Reserve, "reserve", "réserve"),
        new(CallAnswerKind.NotThisSubject, "not-this-subject"),
        new(CallAnswerKind.Pause, "pause"),
        new(CallAnswerKind.Report, "report"));
}
