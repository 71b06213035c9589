using Unisson.Bot.Kernel;

namespace Unisson.Bot.Missions;

/// <summary>What a mission needs next, in words; nothing here is enforced.</summary>
internal static class NextStep
{
    /// <summary>One sentence, then for the team the line that does it where there is one to type.</summary>
    public static IEnumerable<string> Lines(Request r, MissionCard card, bool hasOpenCall)
    {
        var mission = card.Mission;
        var step = Of(card, hasOpenCall);
        yield return r.Say[$"mission.next.{step}"];
        if (r.Hears(mission) && Line(r, mission, step) is { } line)
        {
            yield return line;
        }

        var missing = Missing(mission).Select(m => r.Say[$"mission.missing.{m}"]).ToList();
        if (missing.Count > 0)
        {
            yield return r.Say["mission.missing", missing];
        }
    }

    /// <summary>After a step of the life cycle.</summary>
    public static string Sentence(Say say, MissionCard card) => say[$"mission.next.{Of(card, hasOpenCall: true)}"];

    public static bool WantsCall(MissionCard card, bool hasOpenCall) => Of(card, hasOpenCall) == "call";

    /// <summary>The line that names the commons of a mission.</summary>
    public static string CommonsLine(Request r, Mission mission, string commons = "…")
        => r.Catalogue["mission edit"].Write(new CommandLine("mission edit", ("mission", mission.Label), ("commons", commons)), r.Caller.Language);

    private static string Of(MissionCard card, bool hasOpenCall) => card.Mission switch
    {
        { IsOver: true } => "over",
        var m when !m.HasActive(RoleKind.Coordinator) => "coordinator",
        { State: MissionState.Answered } => "result",
        { Commons.Count: 0 } => "commons",
        var m when m.State == MissionState.Open && !hasOpenCall && !m.Holders.Exists(h => h is { Role: RoleKind.HelpingCommoner, IsHeld: true, Holding: not Holding.Shadow }) => "call",
        { State: MissionState.Open } => "answer",
        _ => "frame",
    };

    private static string? Line(Request r, Mission mission, string step) => step switch
    {
        "commons" => CommonsLine(r, mission),
        "answer" => Status(r, mission, MissionState.Answered),
        "result" => Status(r, mission, MissionState.Won),
        _ => null,
    };

    private static string Status(Request r, Mission mission, MissionState to) => r.Catalogue["mission status"].Write(
        new CommandLine("mission status", ("mission", mission.Label), ("to", MissionChoices.State.Label(to, r.Say))), r.Caller.Language);

    private static IEnumerable<string> Missing(Mission mission)
    {
        if (mission.IsOver || mission.State is MissionState.Running or MissionState.Delivered)
        {
            yield break;
        }

        if (!mission.HasActive(RoleKind.GuarantorConnector))
        {
            yield return "guarantor";
        }

        if (mission.Commons.Count == 0)
        {
            yield return "common";
        }

        if (mission.Deadline is null && mission.State == MissionState.Open)
        {
            yield return "deadline";
        }
    }
}
