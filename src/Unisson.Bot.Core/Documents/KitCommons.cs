using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Commons;
using Unisson.Bot.Missions;
using Unisson.Bot.Storage;

namespace Unisson.Bot.Documents;

/// <summary>Reads the commons that a mission leans on, with what they offer.</summary>
internal static class KitCommons
{
    /// <summary>Resources of one common.</summary>
    private const int Shown = 10;

    public static async Task<List<KitCommon>> OfAsync(BotDb db, Mission mission, CancellationToken ct)
    {
        var ids = mission.Commons.ConvertAll(c => c.CommonId);
        var witnessed = (await Claim.OfAsync(db, mission, ct)).Where(c => c.HasWitness).Select(c => c.CommonId).ToHashSet();
        var commons = await db.Commons.AsNoTracking().Where(c => c.CommunityId == mission.CommunityId && ids.Contains(c.Id)).OrderBy(c => c.Slug).ToListAsync(ct);
        commons = [.. commons.OrderBy(c => c.Name, InOrder.Names)];
        // A common has 50 resources at most, and a mission names its commons in 300 characters.
        var resources = (await db.Resources.AsNoTracking().Where(x => x.CommunityId == mission.CommunityId && ids.Contains(x.CommonId)).OrderByDescending(x => x.Id).ToListAsync(ct)).ToLookup(x => x.CommonId);
        return commons.ConvertAll(c => new KitCommon
        {
            Name = c.Name,
            About = Written.Lines(c.About),
            Licence = c.Licence,
            Links = [.. Written.Lines(c.Links).Select(l => new Address(l))],
            Resources = [.. resources[c.Id].Take(Shown).Select(x => new KitResource(new Linked(x.Title, x.Link), CommonChoices.Resource.Labelled(x.Kind)))],
            More = Math.Max(0, resources[c.Id].Count() - Shown),
            IsToBuild = c.State == CommonState.ToBuild,
            IsAsleep = c.State == CommonState.Asleep,
            HasWitness = witnessed.Contains(c.Id),
        });
    }
}
