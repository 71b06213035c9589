using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Kernel;

namespace Unisson.Bot.Commons;

/// <summary>The resources of a common, newest first; who added them is not said (rule 4).</summary>
internal static class Resources
{
    private const int Shown = 10;

    public static async Task<IReadOnlyList<string>> LinesAsync(Request r, Common common, CancellationToken ct)
    {
        var all = r.Db.Resources.Where(x => x.CommunityId == common.CommunityId && x.CommonId == common.Id);
        var newest = await all.OrderByDescending(x => x.Id).Take(Shown + 1).ToListAsync(ct);
        if (newest.Count == 0)
        {
            return [];
        }

        var more = newest.Count > Shown ? await all.CountAsync(ct) - Shown : 0;
        return [r.Say["common.resources"], .. newest.Take(Shown).Select(x => Row(r.Say, x)), .. more > 0 ? [r.Say["list.more", more]] : Array.Empty<string>()];
    }

    private static string Row(Say say, Resource resource)
    {
        var kind = CommonChoices.Resource.Label(resource.Kind, say).ToLower(say.Culture);
        return resource.Link is { } link ? say["common.resource", resource.Title, kind, link] : say["common.resource-bare", resource.Title, kind];
    }
}
