using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Commoners;
using Unisson.Bot.Communities;
using Unisson.Bot.Deliveries;
using Unisson.Bot.Kernel;
using Unisson.Bot.Missions;
using Unisson.Bot.Storage;

namespace Unisson.Bot.Contracts;

/// <summary>Becoming a guarantor of the community: one's own acceptance of the moral contract, then the yes of a guarantor, where there is none of an admin.</summary>
internal static class Candidacy
{
    private const int Asked = 10;

    public static async Task<Result<Reply>> StandAsync(Request r, CancellationToken ct)
    {
        if (r.Caller.IsGuarantor)
        {
            return new Refusal("contract.guarantor");
        }

        if (await r.Db.CandidacyAsync(r.Caller.CommunityId, r.Caller.PersonId, ct) is { } waits)
        {
            return new Refusal("contract.waits", r.Say.Day(waits.At));
        }

        var own = r.Db.Acceptances.Add(new Acceptance
        {
            CommunityId = r.Caller.CommunityId,
            PersonId = r.Caller.PersonId,
            Role = RoleKind.GuarantorConnector,
            Version = MoralContract.Version,
            At = r.Now,
            ReviewOn = new Say(r.Caller.Language, r.Caller.CommunityZone, r.Now).Day(r.Now).AddMonths(MoralContract.ReviewMonths),
        }).Entity;
        await r.Db.SaveChangesAsync(ct);
        foreach (var keeper in await KeepersAsync(r, ct))
        {
            var say = await Outbox.SayToAsync(r.Db, keeper, r.Caller.CommunityId, r.Now, ct);
            var asked = new Reply(say["contract.candidate", r.Caller.Name])
            {
                Lines = [say["contract.candidate-means"]],
                Actions = [ContractActions.Confirm.On(own.Id, say)],
                Loudness = Loudness.Ping,
            };
            await Outbox.ToPersonAsync(r.Db, r.Caller.CommunityId, keeper, $"candidacy:{own.Id}", asked, r.Now, null, null, ct);
        }

        return new Reply(r.Say["contract.stood"]) { Lines = [.. RoleLines(r.Say)] };
    }

    public static async Task<Result<Reply>> ConfirmAsync(Request r, string typed, CancellationToken ct)
    {
        if ((await r.PersonAsync(typed, ct)).Refused(out var refusal, out var person))
        {
            return refusal;
        }

        if (person.Id == r.Caller.PersonId || !await KeepsAsync(r, ct))
        {
            return new Refusal("standing.guarantor");
        }

        if (await r.Db.CandidacyAsync(r.Caller.CommunityId, person.Id, ct) is not { } candidacy)
        {
            return new Refusal("contract.no-candidacy", person.Name);
        }

        (candidacy.ConfirmedBy, candidacy.ConfirmedAt) = (r.Caller.PersonId, r.Now);
        var membership = (await r.Db.Memberships.FindAsync([r.Caller.CommunityId, person.Id], ct))!;
        membership.IsGuarantor = true;
        r.Note();
        var say = await Outbox.SayToAsync(r.Db, person.Id, r.Caller.CommunityId, r.Now, ct);
        await Outbox.ToPersonAsync(r.Db, r.Caller.CommunityId, person.Id, $"candidacy:{candidacy.Id}", new Reply(say["contract.confirmed-you", r.Caller.Name]), r.Now, null, null, ct);
        return new Reply(r.Say["contract.confirmed", person.Name]);
    }

    private static IEnumerable<string> RoleLines(Say say) => MoralContract.Lines(RoleKind.GuarantorConnector, say);

    private static async Task<bool> KeepsAsync(Request r, CancellationToken ct)
    {
        var yes = true;
        return r.Caller.IsGuarantor || (r.Caller.IsAdmin && !await r.Db.Memberships.AnyAsync(m => m.CommunityId == r.Caller.CommunityId && m.IsGuarantor == yes && m.LeftAt == null, ct));
    }

    /// <summary>Who is asked: guarantors of the community; admins where there is none.</summary>
    private static async Task<List<long>> KeepersAsync(Request r, CancellationToken ct)
    {
        var yes = true;
        var here = r.Db.Memberships.Where(m => m.CommunityId == r.Caller.CommunityId && m.LeftAt == null);
        var guarantors = await here.Where(m => m.IsGuarantor == yes).OrderBy(m => m.PersonId).Select(m => m.PersonId).Take(Asked).ToListAsync(ct);
        return guarantors.Count > 0 ? guarantors : await here.Where(m => m.IsAdmin == yes).OrderBy(m => m.PersonId).Select(m => m.PersonId).Take(Asked).ToListAsync(ct);
    }
}
