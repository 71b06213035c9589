using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Commoners;
using Unisson.Bot.Kernel;
using Unisson.Bot.Missions;

namespace Unisson.Bot.Contracts;

/// <summary>Gestures about the moral contract.</summary>
public static class ContractActions
{
    /// <summary>« J’accepte ce contrat » ; the row is the holder's part in a mission.</summary>
    public static ActionSpec Accept { get; } = new("contract-accept", "contract accept", async (db, caller, row, ct) =>
        await db.RoleHolders.Where(h => h.Id == row && h.CommunityId == caller.CommunityId && h.PersonId == caller.PersonId && h.Holding != Holding.HandedBack)
            .Join(db.Missions, h => h.MissionId, m => m.Id, (h, m) => new { Mission = m, h.Role }).FirstOrDefaultAsync(ct) is { } found
            ? new CommandLine("contract accept", ("mission", found.Mission.Label), ("role", MissionChoices.Role.English(found.Role)))
            : null);

    /// <summary>« Lire le contrat moral » of a mission.</summary>
    public static ActionSpec Read { get; } = new("contract-read", "contract read", async (db, caller, row, ct) =>
        await db.SeenMissionAsync(caller, row, ct) is { } mission ? new CommandLine("contract read", ("mission", mission.Label)) : null);

    /// <summary>« Me proposer comme garant » ; the row is the person.</summary>
    public static ActionSpec Candidate { get; } = new("contract-candidate", "contract accept", (_, caller, row, _) =>
        Task.FromResult(row == caller.PersonId ? new CommandLine("contract accept", ("role", "guarantor-connector")) : null));

    /// <summary>« Je confirme » ; the row is the candidacy.</summary>
    public static ActionSpec Confirm { get; } = new("contract-confirm", "contract accept", async (db, caller, row, ct) =>
        await db.Acceptances.FirstOrDefaultAsync(a => a.Id == row && a.CommunityId == caller.CommunityId && a.MissionId == null, ct) is { } candidacy
        && await FindingPeople.AccountAsync(db, caller, candidacy.PersonId, ct) is { } account
            ? new CommandLine("contract accept", ("person", account))
            : null);

    public static IReadOnlyList<ActionSpec> All { get; } = [Accept, Read, Candidate, Confirm];
}
