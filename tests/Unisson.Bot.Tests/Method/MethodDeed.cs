using CsCheck;
using Unisson.Bot.Missions;

namespace Unisson.Bot.Tests.Method;

/// <summary>One line about the mission M1. Claire opened it; Me guarantees missions here; Bob is about to provide; Ana is a stranger to it.</summary>
/// <param name="About">The other person of the line.</param>
/// <param name="Size">How much, and which common, pledge or line.</param>
/// <param name="Says">With the words that may be left out.</param>
internal sealed record MethodDeed(string Verb, int By, int About = 0, RoleKind Role = RoleKind.Provider, MissionState To = MissionState.Open, int Size = 0, bool Says = true)
{
    public const int Claire = 0, Bob = 1, Me = 2, Ana = 3;

    public static readonly string[] People = ["claire", "bob", "me", "ana"];

    private static readonly string[] Verbs =
    [
        "join", "join", "leave", "assign", "assign", "accept", "accept", "pledge", "mark", "mark", "status", "status", "status", "close", "close", "lookback", "edit", "read",
        "contract", "log", "log", "log", "confirm", "confirm", "correct", "correct", "withdraw",
    ];

    /// <summary>From the opening to the first look back, by the fewest lines.</summary>
    private static readonly MethodDeed[] Path =
    [
        new("log", Claire, Claire, Size: 6), new("log", Bob, Ana, Size: 8), new("join", Me, Role: RoleKind.GuarantorConnector),
        new("assign", Claire, Claire, RoleKind.Coordinator), new("assign", Me, Claire, RoleKind.Coordinator, Says: false),
        new("assign", Me, Me, RoleKind.GuarantorConnector), new("assign", Claire, Me, RoleKind.GuarantorConnector, Says: false),
        new("assign", Claire, Bob), new("accept", Bob), new("contract", Bob), new("contract", Me, Role: RoleKind.GuarantorConnector),
        new("pledge", Claire, Size: 8), new("pledge", Me, Size: 6), new("status", Claire, To: MissionState.Running), new("status", Me, To: MissionState.Running),
        new("log", Bob, Bob, Size: 8), new("correct", Bob, Size: 7), new("log", Bob, Bob, Size: 4), new("withdraw", Bob, Size: 8), new("mark", Claire), new("mark", Claire, Size: 4),
        new("status", Claire, To: MissionState.Delivered), new("close", Claire), new("wait", Me), new("lookback", Claire),
    ];

    private static readonly Gen<MethodDeed> Any = Gen.Select(
        Gen.Int[0, Verbs.Length - 1].Select(v => Verbs[v]), Gen.Int[0, 3], Gen.Int[0, 3], Gen.Enum<RoleKind>(), Gen.Enum<MissionState>(), Gen.Int[1, 12], Gen.Bool,
        (verb, by, about, role, to, size, says) => new MethodDeed(verb, by, about, role, to, size, says));

    /// <summary>The path, between whose lines people do whatever they like, and of which a line may be left out.</summary>
    public static readonly Gen<MethodDeed[]> Sequence = Gen.Select(Gen.Int[0, 9], Any).Array[10, 50].Select(steps =>
    {
        var next = 0;
        return steps.SelectMany(s => s switch
        {
            ( < 6, _) => Path.Skip(next++).Take(1),
            (6, { Size: < 3 }) => Path.Skip(next++).Take(0),
            _ => [s.Item2],
        }).ToArray();
    });

    public string Common => Size % 2 == 0 ? "coworking" : "garden";

    public bool IsMoney => Size / 2 % 2 == 1;

    /// <summary>Of a pledge or a line.</summary>
    public int Number => (Size / 4) + 1;

    public string Amount(bool isMoney) => isMoney ? $"{Size}€" : $"{Size}h";

    /// <param name="unit">Whether the pledge or line that is named is of money.</param>
    /// <param name="proposal">One that waits for a yes, if any does.</param>
    public string Line(bool unit, string? proposal)
    {
        var role = MissionChoices.Role.English(Role);
        return $"{People[By]}> " + Verb switch
        {
            "join" or "accept" => $"/mission {Verb} M1 {role}",
            "leave" => "/mission leave M1" + (Says ? $" {role}" : ""),
            "assign" => $"/mission assign M1 {People[About]} {role}" + (Says ? $" scope:{Common}" : ""),
            "pledge" => $"/mission pledge M1 {Common} thing amount:{Amount(IsMoney)}",
            "mark" => $"/mission pledge M1 P{Number} " + Mark(unit),
            "status" => $"/mission status M1 {MissionChoices.State.English(To)}" + (Says ? " reason:because" : ""),
            "close" => "/mission close M1" + (Says ? $" common:{Common} learned:much where:here" : ""),
            "lookback" => $"/mission lookback M1 {Common} yes",
            "edit" => "/mission edit M1 commons:" + (Says ? "coworking,garden" : "coworking"),
            "read" => "/contract read M1",
            "contract" => $"/contract accept M1 {role}",
            "log" => $"/contribution log {Common} {Amount(IsMoney)} work person:{People[About]}" + (Says ? " mission:M1" : ""),
            "confirm" => $"/contribution confirm {(Says && proposal is not null ? proposal : $"L{Number}")}",
            "correct" => $"/contribution correct L{Number} {Amount(unit)}",
            _ => $"/contribution withdraw L{Number}",
        };
    }

    private string Mark(bool unit) => (Size % 4, Says) switch
    {
        (0, _) => "kept",
        (1, true) => "not-kept reason:so",
        (1, _) => "not-kept",
        (2, true) => "carried by:\"1 March\"",
        (2, _) => "carried",
        (_, true) => $"changed amount:{Amount(unit)} reason:so",
        _ => "changed reason:so",
    };
}
