using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Kernel;

namespace Unisson.Bot.Commons;

/// <summary>Turns what people type for a common into the common.</summary>
public static class FindingCommons
{
    /// <summary>By short name, else by its only name that begins so; refusals: <c>common.unknown</c>, <c>common.several</c>.</summary>
    public static async Task<Result<Common>> CommonAsync(this Request request, string typed, CancellationToken ct)
    {
        var folded = Fold.Of(typed);
        var community = request.Caller.CommunityId;
        if (await request.Db.Commons.FirstOrDefaultAsync(c => c.CommunityId == community && c.Slug == folded, ct) is { } exact)
        {
            return exact;
        }

        var near = await request.Db.CommonWords.Where(w => w.CommunityId == community && w.Word.StartsWith(folded)).Select(w => w.CommonId).Distinct().Take(4).ToListAsync(ct);
        var found = await request.Db.Commons.Where(c => near.Contains(c.Id)).OrderBy(c => c.Slug).ToListAsync(ct);
        return found switch
        {
            [var only] => only,
            [] => new Refusal("common.unknown", typed),
            _ => new Refusal("common.several", typed, found.Select(c => c.Slug).Take(3)),
        };
    }
}
