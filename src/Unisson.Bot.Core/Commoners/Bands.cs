using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Storage;

namespace Unisson.Bot.Commoners;

/// <summary>How many people are known for a common, as far as anybody is told (rule 4).</summary>
public enum Band
{
    Few,
    Enough,
    Many,
}

/// <summary>The band of a common on one local day: whoever asks that day, and however often, hears the same.</summary>
public sealed class CommonBand
{
    public long CommunityId { get; init; }

    public long CommonId { get; init; }

    /// <summary>In the community's zone.</summary>
    public DateOnly Day { get; init; }

    public Band Band { get; init; }
}

/// <summary>
/// Says in bands how many people know a common: the first to ask on a day settles it. It counts who is known, never who is free, and counts no
/// further than a band needs.
/// </summary>
public static class Bands
{
    /// <summary>Below it the sentence is always the same.</summary>
    private const int LeastTold = 8;

    private const int LeastMany = 30;

    private static readonly Func<BotDb, long, long, DateOnly, CancellationToken, Task<Band?>> Kept = EF.CompileAsyncQuery(
        (BotDb db, long communityId, long commonId, DateOnly day, CancellationToken ct) =>
            db.CommonBands.Where(b => b.CommunityId == communityId && b.CommonId == commonId && b.Day == day).Select(b => (Band?)b.Band).FirstOrDefault());

    /// <summary>The band of a day, which is added to what is stored where nobody asked yet on that day.</summary>
    /// <param name="day">The local day in the community's zone.</param>
    public static async Task<Band> ForAsync(BotDb db, long communityId, long commonId, DateOnly day, CancellationToken ct)
    {
        if (await Kept(db, communityId, commonId, day, ct) is { } known)
        {
            return known;
        }

        db.CommonBands.RemoveRange(await db.CommonBands.Where(b => b.CommunityId == communityId && b.CommonId == commonId).ToListAsync(ct));
        var band = Of(await CountAsync(db, communityId, commonId, ct));
        db.CommonBands.Add(new CommonBand { CommunityId = communityId, CommonId = commonId, Day = day, Band = band });
        return band;
    }

    public static Band Of(int people) => people < LeastTold ? Band.Few : people < LeastMany ? Band.Enough : Band.Many;

    /// <summary>« Peu de personnes sont connues pour ce commun ; la carte est ouverte à qui veut. »</summary>
    public static string Sentence(Band band, Say say) => band switch
    {
        Band.Few => say["band.few"],
        Band.Enough => say["band.enough"],
        _ => say["band.many"],
    };

    private static Task<int> CountAsync(BotDb db, long communityId, long commonId, CancellationToken ct) => (
        from x in db.Experiences
        join m in db.Memberships on new { x.CommunityId, x.PersonId } equals new { m.CommunityId, m.PersonId }
        where x.CommunityId == communityId && x.CommonId == commonId && m.LeftAt == null
        select x.Id).Take(LeastMany).CountAsync(ct);
}
