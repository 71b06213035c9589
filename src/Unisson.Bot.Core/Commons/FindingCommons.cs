using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Kernel;

namespace Unisson.Bot.Commons;

/// <summary>Turns what people type for a common into the common.</summary>
public static class FindingCommons
{
    /// <summary>
    /// By short name, else by its whole name, else the only one whose words begin so. Refusals: <c>common.unknown</c>,
    /// <c>common.unknown-near</c> with the three nearest, <c>common.several</c>.
    /// </summary>
    public static async Task<Result<Common>> CommonAsync(this Request request, string typed, CancellationToken ct)
    {
        var folded = Fold.Of(typed);
        var slug = folded.Replace(' ', '-');
        var community = request.Caller.CommunityId;
        if (await request.Db.Commons.FirstOrDefaultAsync(c => c.CommunityId == community && c.Slug == slug, ct) is { } exact)
        {
            return exact;
        }

        var found = await CommonSearch.NamedAsync(request.Db, community, typed, ct);
        if (found.Where(c => Fold.Of(c.Name) == folded).ToList() is [var named])
        {
            return named;
        }

        return found switch
        {
            [var only] => only,
            [] => await UnknownAsync(request, typed, ct),
            _ => new Refusal("common.several", typed, found.Select(c => c.Slug).Take(3)),
        };
    }

    /// <summary>The common that an option names; a refusal gives the line back with the likeliest one in its place.</summary>
    public static async Task<Result<Common>> CommonAsync(this Request request, Option<string> option, CancellationToken ct)
    {
        var done = await request.CommonAsync(request.Get(option), ct);
        return done.Refused(out var refusal, out _) && refusal.Args is [_, IEnumerable<string> near]
            ? refusal with { Mend = request.Line.With(option.Name.English, near.First()) }
            : done;
    }

    private static async Task<Refusal> UnknownAsync(Request request, string typed, CancellationToken ct)
    {
        var near = await CommonSearch.NearestAsync(request.Db, request.Caller.CommunityId, typed, 3, ct);
        return near.Count == 0 ? new Refusal("common.unknown", typed) : new Refusal("common.unknown-near", typed, near);
    }
}
