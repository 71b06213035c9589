using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Kernel;
using Unisson.Bot.Storage;

namespace Unisson.Bot.Missions;

/// <summary>Gestures of a mission's cards; the row is the mission, and only who may see it can press.</summary>
public static class MissionActions
{
    /// <summary>« Rejoindre » : the way in for most, as a helping commoner; other roles are typed, or taken where one is open.</summary>
    public static ActionSpec Join { get; } = Of("mission-join", "mission join", m => [("mission", m.Label), ("role", "helping-commoner")]);

    public static ActionSpec TakeCoordinator { get; } = Of("mission-take-coordinator", "mission join", m => [("mission", m.Label), ("role", "coordinator")]);

    public static ActionSpec TakeGuarantor { get; } = Of("mission-take-guarantor", "mission join", m => [("mission", m.Label), ("role", "guarantor-connector")]);

    /// <summary>« Lire et prendre ce rôle » : what it is for is read before it is taken.</summary>
    public static ActionSpec ReadCoordinator { get; } = Of("mission-read-coordinator", "mission accept", m => [("mission", m.Label), ("role", "coordinator")]);

    /// <inheritdoc cref="ReadCoordinator"/>
    public static ActionSpec ReadGuarantor { get; } = Of("mission-read-guarantor", "mission accept", m => [("mission", m.Label), ("role", "guarantor-connector")]);

    public static ActionSpec Leave { get; } = Of("mission-leave", "mission leave", m => [("mission", m.Label)]);

    public static ActionSpec Show { get; } = Of("mission-show", "mission show", m => [("mission", m.Label)]);

    public static ActionSpec Journal { get; } = Of("mission-journal", "mission journal", m => [("mission", m.Label)]);

    /// <summary>« Proposer un groupement » : to the mission that it is on, from the newest like one that the person carries; who carries none sees what is like it.</summary>
    public static ActionSpec Together { get; } = new("mission-together", "mission similar", async (db, caller, row, ct) =>
        await db.SeenMissionAsync(caller, row, ct) is not { } other ? null
        : await LikeMissions.OwnAsync(db, caller, other, ct) is { } own ? new CommandLine("mission similar", ("mission", own.Label), ("with", other.Label))
        : new CommandLine("mission similar", ("mission", other.Label)));

    /// <summary>« Appeler quelqu’un du commun » : names the common when there is only one.</summary>
    public static ActionSpec Call { get; } = new("mission-call", "commoners call", async (db, caller, row, ct) =>
    {
        if (await db.SeenMissionAsync(caller, row, ct) is not { } mission)
        {
            return null;
        }

        var line = new CommandLine("commoners call", ("mission", mission.Label));
        var slugs = await db.MissionCommons.Where(c => c.CommunityId == mission.CommunityId && c.MissionId == mission.Id)
            .Join(db.Commons, c => c.CommonId, c => c.Id, (_, c) => c.Slug).Take(2).ToListAsync(ct);
        return slugs is [var only] ? line.With("common", only) : line;
    });

    /// <summary>The same for a guarantor-connector, whom no common is needed to look for.</summary>
    public static ActionSpec CallGuarantor { get; } = Of("mission-call-guarantor", "commoners call", m => [("mission", m.Label), ("role", "guarantor-connector")]);

    public static IReadOnlyList<ActionSpec> All { get; } = [Join, TakeCoordinator, TakeGuarantor, ReadCoordinator, ReadGuarantor, Leave, Show, Journal, Together, Call, CallGuarantor];

    private static ActionSpec Of(string name, string path, Func<Mission, (string, string)[]> values) => new(name, path, async (db, caller, row, ct) =>
        await db.SeenMissionAsync(caller, row, ct) is { } mission ? new CommandLine(path, values(mission)) : null);
}
