using Unisson.Bot.Gates;
using Unisson.Bot.Kernel;

namespace Unisson.Bot.Missions;

/// <summary>What a mission needs next, in words.</summary>
internal static class NextStep
{
    /// <summary>One sentence, then for the team the line that does it where there is one to type; what is missing before it can start.</summary>
    public static async Task<List<string>> LinesAsync(Request r, MissionCard card, bool hasOpenCall, CancellationToken ct)
    {
        var mission = card.Mission;
        var lacks = mission.State is MissionState.Open or MissionState.Answered or MissionState.Won ? await RunningGate.OfAsync(r, mission, ct) : [];
        var step = Of(card, hasOpenCall);
        step = step == "frame" && lacks.Count == 0 ? "start" : step;
        List<string> lines = [r.Say[$"mission.next.{step}"]];
        if (r.Hears(mission) && (step == "frame" ? lacks[0].Line : Line(r, mission, step)) is { } line)
        {
            lines.Add(line);
        }

        if (lacks.Count > 0)
        {
            lines.Add(r.Say["mission.missing", lacks.Select(l => l.Words)]);
        }

        return lines;
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
        { State: MissionState.Running } => "deliver",
        { State: MissionState.Delivered } => "close",
        _ => "frame",
    };

    private static string? Line(Request r, Mission mission, string step) => step switch
    {
        "commons" => CommonsLine(r, mission),
        "answer" => Status(r, mission, MissionState.Answered),
        "result" => Status(r, mission, MissionState.Won),
        "start" => Status(r, mission, MissionState.Running),
        "deliver" => Status(r, mission, MissionState.Delivered),
        "close" => r.Catalogue["mission close"].Write(new CommandLine("mission close", ("mission", mission.Label)), r.Caller.Language),
        _ => null,
    };

    private static string Status(Request r, Mission mission, MissionState to) => r.Catalogue["mission status"].Write(
        new CommandLine("mission status", ("mission", mission.Label), ("to", MissionChoices.State.Label(to, r.Say))), r.Caller.Language);
}
