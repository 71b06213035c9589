using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Commoners;
using Unisson.Bot.Kernel;
using Unisson.Bot.Missions;
using Fields = Unisson.Bot.Contracts.ContractFields;

namespace Unisson.Bot.Contracts;

/// <summary>
/// <c>/contract read</c>: the moral contract, in either language; for a mission also the resources of its commons, and who accepted it there.
/// </summary>
public static class ContractRead
{
    /// <summary>Most resources that are shown, the newest.</summary>
    private const int Shown = 20;

    public static CommandSpec Spec { get; } = new(Groups.Contract, new("read", "lire"))
    {
        Allow = Allow.Member,
        Reads = true,
        Options = [Fields.Mission, Fields.Role, Fields.Tongue],
        Positions = (_, _) => [Fields.Mission],
        Run = RunAsync,
    };

    private static async Task<Result<Reply>> RunAsync(Request r, CancellationToken ct)
    {
        var say = r.Value(Fields.Tongue) is { } language ? new Say(language, r.Say.Zone, r.Now) : r.Say;
        var role = r.Value(Fields.Role);
        var first = say["contract.title", MoralContract.Version];
        if (!r.Given(Fields.Mission, out var typed))
        {
            return new Reply(first) { Lines = [.. MoralContract.Lines(role, say)], Actions = r.Caller.IsGuarantor ? [] : [ContractActions.Candidate.On(r.Caller.PersonId, r.Say)] };
        }

        if ((await r.MissionAsync(typed, ct)).Refused(out var refusal, out var mission))
        {
            return refusal;
        }

        var acceptances = await r.Db.AcceptancesAsync(mission, ct);
        var toAccept = mission.IsOver ? [] : Unaccepted(mission, r.Caller.PersonId, acceptances);
        return new Reply(first)
        {
            Lines = [.. MoralContract.Lines(role, say), .. await ResourcesAsync(r, mission, say, ct), .. await AcceptedAsync(r, acceptances, say, ct)],
            Actions = [.. toAccept.Select(h => ContractActions.Accept.On(h.Id, r.Say)), MissionActions.Show.On(mission.Id, r.Say)],
        };
    }

    /// <summary>Roles of somebody that accept it and did not yet.</summary>
    private static List<RoleHolder> Unaccepted(Mission mission, long personId, List<Acceptance> acceptances) => mission.Holders.FindAll(h =>
        h.PersonId == personId && h.Holding is Holding.Selected or Holding.Active && MoralContract.Roles.Contains(h.Role)
        && !acceptances.Exists(a => a.PersonId == personId && a.Role == h.Role));

    private static async Task<List<string>> AcceptedAsync(Request r, List<Acceptance> acceptances, Say say, CancellationToken ct)
    {
        var names = await Naming.NamesAsync(r.Db, [.. acceptances.Select(a => a.PersonId).Distinct()], ct);
        return acceptances.ConvertAll(a => say["contract.accepted-by", names[a.PersonId], MissionChoices.Role.Labelled(a.Role), say.Day(a.At)]);
    }

    private static async Task<IEnumerable<string>> ResourcesAsync(Request r, Mission mission, Say say, CancellationToken ct)
    {
        var newest = await (
            from m in r.Db.MissionCommons
            join c in r.Db.Commons on m.CommonId equals c.Id
            join x in r.Db.Resources on new { m.CommunityId, m.CommonId } equals new { x.CommunityId, x.CommonId }
            where m.CommunityId == mission.CommunityId && m.MissionId == mission.Id
            orderby x.Id descending
            select new { c.Name, x.Title }).Take(Shown).ToListAsync(ct);
        return newest.GroupBy(x => x.Name, StringComparer.Ordinal).Select(g => say["contract.resources", g.Key, g.Select(x => x.Title)]);
    }
}
