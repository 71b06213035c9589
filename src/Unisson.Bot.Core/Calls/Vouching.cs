using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Kernel;
using Unisson.Bot.Storage;

namespace Unisson.Bot.Calls;

/// <summary>
/// The first call of a caller nobody vouched for yet waits for the word of a guarantor or admin (rule 18): their yes lets it leave and vouches
/// for the caller, their no ends it.
/// </summary>
internal static class Vouching
{
    private const int Keepers = 10;

    /// <summary>Those who can say the word, other than the caller.</summary>
    public static Task<List<long>> KeepersAsync(BotDb db, CallScene scene, CancellationToken ct)
    {
        // Values to compare with, so that both are ranges of the index.
        var (yes, no) = (true, false);
        var here = db.Memberships.Where(m => m.CommunityId == scene.Call.CommunityId && m.LeftAt == null && m.PersonId != scene.Call.CallerId);
        var steward = scene.Common?.StewardId ?? 0;
        return here.Where(m => m.IsGuarantor == yes).Concat(here.Where(m => m.IsGuarantor == no && m.IsAdmin == yes))
            .Concat(here.Where(m => m.PersonId == steward && m.IsGuarantor == no && m.IsAdmin == no))
            .OrderBy(m => m.PersonId).Select(m => m.PersonId).Take(Keepers).ToListAsync(ct);
    }

    public static async Task<Result<Reply>> SayAsync(Request r, CallScene scene, CallAnswerKind answer, CancellationToken ct)
    {
        if (answer is not (CallAnswerKind.Yes or CallAnswerKind.No))
        {
            return new Refusal("call.vouch", scene.Call.Label);
        }

        var caller = await r.Db.People.Where(p => p.Id == scene.Call.CallerId).Select(p => p.Name).FirstAsync(ct);
        if (answer == CallAnswerKind.No)
        {
            await CallEnd.CloseAsync(r.Db, scene.Call, CallState.Closed, r.Now, ct);
            await CallNotices.ToCallerAsync(r.Db, scene, "call.turned-down", r.Caller.Name, r.Now, ct);
            return new Reply(r.Say["call.turned-down.by", scene.Call.Label, caller]);
        }

        var membership = await r.Db.Memberships.FirstAsync(m => m.CommunityId == scene.Call.CommunityId && m.PersonId == scene.Call.CallerId, ct);
        membership.IsVouched = true;
        scene.Call.Open(r.Now);
        r.Db.Wake(r.Now);
        await CallCard.PostAsync(r.Db, scene, r.Now, ct);
        await CallNotices.ToCallerAsync(r.Db, scene, "call.vouched", r.Caller.Name, r.Now, ct);
        return new Reply(r.Say["call.vouched.by", scene.Call.Label, caller]);
    }
}
