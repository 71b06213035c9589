using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Commoners;
using Unisson.Bot.Communities;
using Unisson.Bot.Experiences;
using Unisson.Bot.Missions;
using Unisson.Bot.Storage;

namespace Unisson.Bot.Calls;

/// <summary>A person who may know the call's common, with what they said of it.</summary>
/// <param name="Level">Null where the call names no common.</param>
/// <param name="Asks">How many asks a month they agreed to here.</param>
internal sealed record Known(Person Person, Level? Level, int? Since, int Asks, bool IsMember)
{
    public int Weight => Level is { } level ? Call.Weight(level) : 0;
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
            : await Guarantors(db, db.Memberships.Where(m => m.CommunityId == scene.Call.CommunityId && m.IsGuarantor)).AsNoTracking().ToListAsync(ct);
        known.RemoveAll(k => team.Contains(k.Person.Id));
        return known;
    }

    /// <summary>These people, whatever their turn.</summary>
    public static Task<List<Known>> TheseAsync(BotDb db, CallScene scene, IReadOnlyList<long> people, CancellationToken ct) => scene.Call.CommonId is { } common
        ? Of(db, db.Experiences.Where(x => x.CommunityId == scene.Call.CommunityId && x.CommonId == common && people.Contains(x.PersonId))).AsNoTracking().ToListAsync(ct)
        : Guarantors(db, db.Memberships.Where(m => m.CommunityId == scene.Call.CommunityId && m.IsGuarantor && people.Contains(m.PersonId))).AsNoTracking().ToListAsync(ct);

    private static IQueryable<Known> Of(BotDb db, IQueryable<Experience> experiences) =>
        from x in experiences
        join m in db.Memberships on new { x.CommunityId, x.PersonId } equals new { m.CommunityId, m.PersonId }
        join p in db.People on x.PersonId equals p.Id
        select new Known(p, x.Level, x.Since, m.Asks, m.LeftAt == null);

    // Few in any community.
    private static IQueryable<Known> Guarantors(BotDb db, IQueryable<Membership> of) => (
        from m in of
        join p in db.People on m.PersonId equals p.Id
        where m.LeftAt == null
        orderby p.LastAskedAt != null, p.LastAskedAt, p.Id
        select new Known(p, null, null, m.Asks, true)).Take(Most);

    /// <summary>One range of the index a level, because within a level the longest rested come first.</summary>
    private static IQueryable<Experience> Rested(BotDb db, Call call, long common)
    {
        IQueryable<Experience> OfLevel(Level level) => db.Experiences
            .Where(x => x.CommunityId == call.CommunityId && x.CommonId == common && x.IsAskable && x.Level == level)
            .OrderBy(x => x.RestedSince).ThenBy(x => x.PersonId).Take(Most);

        return Enum.GetValues<Level>().Where(l => l >= call.Level).Select(OfLevel).Aggregate((all, level) => all.Concat(level))
            .OrderBy(x => x.RestedSince).ThenBy(x => x.PersonId).Take(Most);
    }
}
