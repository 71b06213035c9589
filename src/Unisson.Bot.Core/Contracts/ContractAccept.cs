using Unisson.Bot.Kernel;
using Unisson.Bot.Missions;
using Fields = Unisson.Bot.Contracts.ContractFields;

namespace Unisson.Bot.Contracts;

/// <summary>
/// <c>/contract accept</c>: a guarantor or a provider accepts the moral contract for a mission. Without a mission it is a candidacy as guarantor
/// in the community; and with a person, a guarantor's yes to one. Refusals: <c>contract.role</c>, <c>contract.not-in-role</c>,
/// <c>contract.accepted</c>, <c>contract.guarantor</c>, <c>contract.waits</c>, <c>contract.no-candidacy</c>, <c>standing.guarantor</c>.
/// </summary>
public static class ContractAccept
{
    public static CommandSpec Spec { get; } = new(Groups.Contract, new("accept", "accepter", "signer"))
    {
        Allow = Allow.Member,
        Options = [Fields.Mission, Fields.Role, Fields.Person],
        Positions = (_, _) => [Fields.Mission, Fields.Role],
        Run = RunAsync,
    };

    private static async Task<Result<Reply>> RunAsync(Request r, CancellationToken ct)
    {
        if (r.Given(Fields.Person, out var candidate))
        {
            return await Candidacy.ConfirmAsync(r, candidate, ct);
        }

        if (!r.Given(Fields.Mission, out var typed))
        {
            return r.Value(Fields.Role) is null or RoleKind.GuarantorConnector
                ? await Candidacy.StandAsync(r, ct)
                : new Refusal("contract.mission") { Mend = r.Line.With(Fields.Mission.Name.English, CommandLine.Blank) };
        }

        if ((await r.MissionAsync(typed, ct)).Refused(out var refusal, out var mission))
        {
            return refusal;
        }

        return mission.IsOver ? mission.Over() : await AcceptAsync(r, mission, ct);
    }

    private static async Task<Result<Reply>> AcceptAsync(Request r, Mission mission, CancellationToken ct)
    {
        var roles = mission.Holders.Where(h => h.PersonId == r.Caller.PersonId && h.Holding is Holding.Selected or Holding.Active && MoralContract.Roles.Contains(h.Role)).Select(h => h.Role).ToList();
        if (r.Value(Fields.Role) is { } said)
        {
            if (!roles.Contains(said))
            {
                return new Refusal("contract.not-in-role", MissionChoices.Role.Labelled(said), mission.ShortTitle, mission.Label);
            }

            roles = [said];
        }

        if (roles.Count == 0)
        {
            return new Refusal("contract.role", mission.ShortTitle, mission.Label);
        }

        var before = await r.Db.AcceptancesAsync(mission, ct);
        var now = roles.FindAll(role => !before.Exists(a => a.PersonId == r.Caller.PersonId && a.Role == role));
        if (now.Count == 0)
        {
            return new Refusal("contract.accepted", mission.ShortTitle, mission.Label);
        }

        var review = new Say(r.Caller.Language, r.Caller.CommunityZone, r.Now).Day(r.Now).AddMonths(MoralContract.ReviewMonths);
        foreach (var role in now)
        {
            r.Db.Acceptances.Add(new Acceptance { CommunityId = mission.CommunityId, PersonId = r.Caller.PersonId, MissionId = mission.Id, Role = role, Version = MoralContract.Version, At = r.Now, ReviewOn = review });
            Journal.Write(r.Db, mission, r.Caller.PersonId, Journal.Accepted, MissionChoices.Role.English(role), r.Now);
        }

        await MissionChanged.AfterAsync(r.Db, mission, r.Caller.PersonId, onCard: false, r.Now, ct);
        return new Reply(r.Say["contract.accepted-now", now.Select(MissionChoices.Role.Labelled), mission.ShortTitle, mission.Label])
        {
            Lines = [r.Say["contract.review", review]],
            Actions = [MissionActions.Show.On(mission.Id, r.Say)],
        };
    }
}
