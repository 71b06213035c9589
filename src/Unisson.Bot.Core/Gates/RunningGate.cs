using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Commoners;
using Unisson.Bot.Contracts;
using Unisson.Bot.Frames;
using Unisson.Bot.Kernel;
using Unisson.Bot.Missions;

namespace Unisson.Bot.Gates;

/// <summary>
/// What a mission needs before it may start (rule 8): somebody else than the provider who guarantees it, the moral contract accepted by guarantor
/// and provider, scope and terms of everybody in a role, and a pledge that is not given up. Whoever left the community is in no role for that.
/// </summary>
internal static class RunningGate
{
    public static async Task<List<Lack>> OfAsync(Request r, Mission mission, CancellationToken ct)
    {
        var here = await r.Db.StillMembersAsync(mission.CommunityId, [.. mission.Holders.Select(h => h.PersonId).Distinct()], ct);
        var people = mission.Holders.FindAll(h => h.Holding is Holding.Selected or Holding.Active && h.Role != RoleKind.Sponsor && here.Contains(h.PersonId));
        var names = await Naming.NamesAsync(r.Db, [.. people.Select(h => h.PersonId).Distinct()], ct);
        var named = await r.Db.NamedHolders.AnyAsync(n => n.CommunityId == mission.CommunityId && n.MissionId == mission.Id && n.Role == RoleKind.Provider, ct);
        return
        [
            .. Roles(r, mission, people, named),
            .. people.Where(h => h.Holding == Holding.Selected).Select(h => Lack.Of(r, r.Say["gate.yes", names[h.PersonId], Role(h)], MissionAccept.Spec.Path, ("mission", mission.Label), ("role", MissionChoices.Role.Label(h.Role, r.Say)))),
            .. await FramesAsync(r, mission, people, names, ct),
            .. await ContractsAsync(r, mission, people, names, ct),
            .. await PledgesAsync(r, mission, ct),
        ];
    }

    private static IEnumerable<Lack> Roles(Request r, Mission mission, List<RoleHolder> people, bool namedProvider)
    {
        var guarantors = people.Where(h => h is { Role: RoleKind.GuarantorConnector, Holding: Holding.Active }).Select(h => h.PersonId).ToList();
        var providers = people.Where(h => h.Role == RoleKind.Provider).Select(h => h.PersonId).ToList();
        if (guarantors.Count == 0)
        {
            yield return Lack.Of(r, r.Say["gate.guarantor"], MissionJoin.Spec.Path, ("mission", mission.Label), ("role", MissionChoices.Role.Label(RoleKind.GuarantorConnector, r.Say)));
        }
        else if (providers.Count > 0 && guarantors.TrueForAll(providers.Contains))
        {
            yield return Lack.Of(r, r.Say["gate.guarantor-provider"], MissionJoin.Spec.Path, ("mission", mission.Label), ("role", MissionChoices.Role.Label(RoleKind.GuarantorConnector, r.Say)));
        }

        if (providers.Count == 0 && !namedProvider)
        {
            yield return Lack.Of(r, r.Say["gate.provider"], MissionAssign.Spec.Path, ("mission", mission.Label), ("person", CommandLine.Blank), ("role", MissionChoices.Role.Label(RoleKind.Provider, r.Say)));
        }
    }

    private static async Task<IEnumerable<Lack>> FramesAsync(Request r, Mission mission, List<RoleHolder> people, Dictionary<long, string> names, CancellationToken ct)
    {
        var (frames, typed) = (await r.Db.FramesAsync(mission, ct), await r.TypedAsync(names, ct));
        return people.Where(h => !frames.Exists(f => f.PersonId == h.PersonId && f.Role == h.Role && f.IsAgreed)).Select(h =>
        {
            var waits = frames.Exists(f => f.PersonId == h.PersonId && f.Role == h.Role);
            (string, string)[] line = [("mission", mission.Label), ("person", typed[h.PersonId]), ("role", MissionChoices.Role.Label(h.Role, r.Say)), .. waits ? [] : new[] { ("scope", CommandLine.Blank) }];
            return Lack.Of(r, r.Say[waits ? "gate.frame-yes" : "gate.frame", names[h.PersonId], Role(h)], MissionAssign.Spec.Path, line);
        });
    }

    private static async Task<IEnumerable<Lack>> ContractsAsync(Request r, Mission mission, List<RoleHolder> people, Dictionary<long, string> names, CancellationToken ct)
    {
        var accepted = await r.Db.AcceptancesAsync(mission, ct);
        return people.Where(h => MoralContract.Roles.Contains(h.Role) && !accepted.Exists(a => a.PersonId == h.PersonId && a.Role == h.Role)).Select(h =>
            Lack.Of(r, r.Say["gate.contract", names[h.PersonId], Role(h)], ContractAccept.Spec.Path, ("mission", mission.Label), ("role", MissionChoices.Role.Label(h.Role, r.Say))));
    }

    private static async Task<IEnumerable<Lack>> PledgesAsync(Request r, Mission mission, CancellationToken ct)
    {
        if (mission.Commons.Count == 0)
        {
            return [Lack.Of(r, r.Say["gate.common"], MissionEdit.Spec.Path, ("mission", mission.Label), ("commons", CommandLine.Blank))];
        }

        var promised = await r.Db.Pledges.AnyAsync(p => p.CommunityId == mission.CommunityId && p.MissionId == mission.Id && p.ReleasedAt == null && p.State != Pledges.PledgeState.NotKept, ct);
        return promised ? [] : [Lack.Of(r, r.Say["gate.pledge"], Pledges.MissionPledge.Spec.Path, ("mission", mission.Label), ("common", CommandLine.Blank), ("what", CommandLine.Blank))];
    }

    private static Labelled Role(RoleHolder holder) => MissionChoices.Role.Labelled(holder.Role);
}
