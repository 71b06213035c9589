using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Commoners;
using Unisson.Bot.Experiences;
using Unisson.Bot.Missions;
using Unisson.Bot.Storage;

namespace Unisson.Bot.Calls;

/// <summary>A person who may know the call's common, with what they said of it.</summary>
/// <param name="Level">As they say; null where the call names no common.</param>
/// <param name="Counted">What of it counts (rule 18).</param>
/// <param name="Asks">How many asks a month they agreed to here.</param>
internal sealed record Known(Person Person, Level? Level, Level? Counted, int? Since, int Asks, bool IsMember)
{
    public int Weight => Counted is { } level ? Call.Weight(level) : 0;
}

/// <summary>
/// Reads whom a call could ask, and all the facts that the rules want, in a fixed number of queries: the longest rested come from an index,
/// so that the cost does not grow with the number of people.
/// </summary>
internal static class Candidates
{
    private const int Most = 512;

    /// <summary>The longest rested who may be asked now. The team is not asked for its own mission.</summary>
    public static async Task<List<Known>> LongestRestedAsync(BotDb db, CallScene scene, CancellationToken ct)
    {
        var team = scene.Mission.Holders.Where(h => h.Holding != Holding.HandedBack).Select(h => h.PersonId)
            .Append(scene.Call.CallerId).Append(scene.Mission.OpenedBy).ToHashSet();
        var known = scene.Call.CommonId is { } common
            ? await Of(db, Rested(db, scene.Call, common)).AsNoTracking().ToListAsync(ct)
            : await Guarantors(db, scene.Call.CommunityId, null).AsNoTracking().ToListAsync(ct);
        known.RemoveAll(k => team.Contains(k.Person.Id));
        return known;
    }

    /// <summary>These people, whatever their turn.</summary>
    public static Task<List<Known>> TheseAsync(BotDb db, CallScene scene, IReadOnlyList<long> people, CancellationToken ct) => scene.Call.CommonId is { } common
        ? Of(db, db.Experiences.Where(x => x.CommunityId == scene.Call.CommunityId && x.CommonId == common && people.Contains(x.PersonId))).AsNoTracking().ToListAsync(ct)
        : Guarantors(db, scene.Call.CommunityId, people).AsNoTracking().ToListAsync(ct);

    private static IQueryable<Known> Of(BotDb db, IQueryable<Experience> experiences) =>
        from x in experiences
        join m in db.Memberships on new { x.CommunityId, x.PersonId } equals new { m.CommunityId, m.PersonId }
        join p in db.People on x.PersonId equals p.Id
        select new Known(p, x.Level, x.Counted, x.Since, m.Asks, m.LeftAt == null);

    // Few in any community.
    private static IQueryable<Known> Guarantors(BotDb db, long communityId, IReadOnlyList<long>? only)
    {
        var yes = true;
        return (
            from m in db.Memberships
            join p in db.People on m.PersonId equals p.Id
            where m.CommunityId == communityId && m.IsGuarantor == yes && m.LeftAt == null && (only == null || only.Contains(m.PersonId))
            orderby p.LastAskedAt != null, p.LastAskedAt, p.Id
            select new Known(p, null, null, null, m.Asks, true)).Take(Most);
    }

    /// <summary>One range of the index a level, because within a level the longest rested come first.</summary>
    private static IQueryable<Experience> Rested(BotDb db, Call call, long common)
    {
        // Compared with a value, because a bare column is no range of an index.
        var askable = true;
        IQueryable<Experience> OfLevel(Level level) => db.Experiences
            .Where(x => x.CommunityId == call.CommunityId && x.CommonId == common && x.IsAskable == askable && x.Counted == level)
            .OrderBy(x => x.RestedSince).ThenBy(x => x.PersonId).Take(Most);

        return Enum.GetValues<Level>().Where(l => Call.Weight(l) >= call.LeastLevel).Select(OfLevel).Aggregate((all, level) => all.Concat(level))
            .OrderBy(x => x.RestedSince).ThenBy(x => x.PersonId).Take(Most);
    }
}
