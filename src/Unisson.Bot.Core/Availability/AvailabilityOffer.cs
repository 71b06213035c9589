using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Commoners;
using Unisson.Bot.Commons;
using Unisson.Bot.Experiences;
using Unisson.Bot.Kernel;
using Fields = Unisson.Bot.Availability.AvailabilityFields;

namespace Unisson.Bot.Availability;

/// <summary>
/// <c>/availability offer</c>: "I could take something this week" or "not now", for a common or for any. It ends by itself after seven days. To
/// offer help with a common lifts an earlier "not this subject".
/// </summary>
public static class AvailabilityOffer
{
    private const int Days = 7;

    public static CommandSpec Spec { get; } = new(Groups.Availability, new("offer", "proposer"))
    {
        Allow = Allow.Member,
        Options = [Fields.Offer, Fields.Common],
        Positions = (_, _) => [Fields.Offer, Fields.Common],
        Run = RunAsync,
    };

    private static async Task<Result<Reply>> RunAsync(Request r, CancellationToken ct)
    {
        Common? common = null;
        if (r.Given(Fields.Common) && (await r.CommonAsync(Fields.Common, ct)).Refused(out var refusal, out common))
        {
            return refusal;
        }

        var (community, id, could) = (r.Caller.CommunityId, r.Caller.PersonId, r.Get(Fields.Offer) == OfferKind.Could);
        await ReplaceAsync(r, common?.Id, could, ct);
        var lifted = could && common is not null && await LiftAsync(r, common.Id, ct);
        await Turns.KeepAsync(r.Db, id, ct);
        var membership = (await r.Db.Memberships.FindAsync([community, id], ct))!;
        var person = await r.Db.PersonAsync(id, ct);
        var until = r.Say.Day(r.Now.AddDays(Days));
        return new Reply((could, common) switch
        {
            (true, null) => r.Say["availability.could", until],
            (true, _) => r.Say["availability.could-common", common.Name, until],
            (false, null) => r.Say["availability.not-now", until],
            (false, _) => r.Say["availability.not-now-common", common.Name, until],
        })
        {
            Lines = [.. lifted ? [r.Say["availability.lifted", common!.Name]] : Array.Empty<string>(), .. could ? StillHeld(r.Say, person, membership.Asks) : []],
        };
    }

    /// <summary>One word counts for each common: the last one. What is over goes as well.</summary>
    private static async Task ReplaceAsync(Request r, long? commonId, bool could, CancellationToken ct)
    {
        var (community, person) = (r.Caller.CommunityId, r.Caller.PersonId);
        var before = await r.Db.Offers.Where(o => o.PersonId == person && o.CommunityId == community).ToListAsync(ct);
        r.Db.Offers.RemoveRange(before.Where(o => commonId is null || o.CommonId == commonId || o.Until <= r.Now));
        r.Db.Offers.Add(new Offer { CommunityId = community, PersonId = person, CommonId = commonId, Could = could, Until = r.Now.AddDays(Days) });
    }

    private static async Task<bool> LiftAsync(Request r, long commonId, CancellationToken ct)
    {
        if (await r.Db.Mutes.FindAsync([r.Caller.CommunityId, r.Caller.PersonId, commonId], ct) is not { } mute)
        {
            return false;
        }

        r.Db.Mutes.Remove(mute);
        return true;
    }

    private static IEnumerable<string> StillHeld(Say say, Person person, int asks)
    {
        if (person.PausedAt is not null)
        {
            yield return say["availability.still-paused"];
        }

        if (asks == 0)
        {
            yield return say["availability.still-no-consent"];
        }
    }
}
