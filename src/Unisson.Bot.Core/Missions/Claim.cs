using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Calls;
using Unisson.Bot.Commons;
using Unisson.Bot.Experiences;
using Unisson.Bot.Storage;

namespace Unisson.Bot.Missions;

/// <summary>A common that a mission claims to lean on (rule 9).</summary>
/// <param name="CommonId">The common.</param>
/// <param name="IsToBuild">There is nothing to know of it yet.</param>
/// <param name="HasWitness">A helping commoner of the mission has contributed to it, as far as everybody may know.</param>
internal sealed record Claim(long CommonId, string Name, bool IsToBuild, bool HasWitness)
{
    private static readonly Func<BotDb, long, List<long>, IAsyncEnumerable<Claimed>> Commons = EF.CompileAsyncQuery((BotDb db, long communityId, List<long> commons) =>
        db.Commons.Where(c => c.CommunityId == communityId && commons.Contains(c.Id)).OrderBy(c => c.Slug).Select(c => new Claimed(c.Id, c.Name, c.State)));

    // What somebody keeps to themselves does not show by a line that goes; a yes to a call for the common is known to all.
    private static readonly Func<BotDb, long, List<long>, List<long>, IAsyncEnumerable<long>> Witnessed = EF.CompileAsyncQuery((BotDb db, long communityId, List<long> commons, List<long> helpers) =>
        db.Experiences.Where(x => x.CommunityId == communityId && commons.Contains(x.CommonId) && helpers.Contains(x.PersonId) && x.Counted != Level.Used
                && (x.SeenBy == SeenBy.Community || x.SeenBy == SeenBy.Public
                    || db.Asks.Any(a => a.PersonId == x.PersonId && a.State == AskState.Accepted && !a.IsVolunteer && db.Calls.Any(c => c.Id == a.CallId && c.CommonId == x.CommonId))))
            .Select(x => x.CommonId));

    private sealed record Claimed(long Id, string Name, CommonState State);

    public static async Task<IReadOnlyList<Claim>> OfAsync(BotDb db, Mission mission, CancellationToken ct)
    {
        var ids = mission.Commons.ConvertAll(c => c.CommonId);
        if (ids.Count == 0)
        {
            return [];
        }

        var helpers = mission.Holders.Where(h => h.Role == RoleKind.HelpingCommoner && (h.IsHeld || h.Holding == Holding.Done)).Select(h => h.PersonId).ToList();
        var witnessed = helpers.Count == 0 ? [] : await Witnessed(db, mission.CommunityId, ids, helpers).ToHashSetAsync(cancellationToken: ct);
        return await Commons(db, mission.CommunityId, ids).Select(c => new Claim(c.Id, c.Name, c.State == CommonState.ToBuild, witnessed.Contains(c.Id))).ToListAsync(ct);
    }

    /// <summary>What the card says of commons that nobody vouches for yet, and of those that are still to be built.</summary>
    public static IEnumerable<string> Words(IReadOnlyList<Claim> claims, Say say)
    {
        var (toBuild, alone) = (claims.Where(c => c.IsToBuild).Select(c => c.Name).ToList(), claims.Where(c => c is { IsToBuild: false, HasWitness: false }).Select(c => c.Name).ToList());
        if (alone.Count > 0)
        {
            yield return say["mission.card.no-witness", alone];
        }

        if (toBuild.Count > 0)
        {
            yield return say["mission.card.to-build", toBuild];
        }
    }
}
