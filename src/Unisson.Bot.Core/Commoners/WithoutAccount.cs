using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Storage;

namespace Unisson.Bot.Commoners;

/// <summary>
/// Names that an admin brought in: people and organisations without account, to whom contributions can be credited. Nothing else is known of
/// them; they agreed to nothing, and nothing is asked of them.
/// </summary>
internal static class WithoutAccount
{
    public static IQueryable<Person> Of(BotDb db, long communityId) =>
        from m in db.Memberships
        join p in db.People on m.PersonId equals p.Id
        where m.CommunityId == communityId && m.LeftAt == null && p.ForgottenAt == null && p.Became == null && !db.Accounts.Any(a => a.PersonId == p.Id)
        select p;

    /// <summary>A name as it was brought in, where it is one of them but for case and accents.</summary>
    public static async Task<string> SpelledAsync(BotDb db, long communityId, string name, CancellationToken ct)
    {
        var folded = Fold.Of(name);
        return (await Of(db, communityId).Select(p => p.Name).ToListAsync(ct)).Find(known => Fold.Of(known) == folded) ?? name;
    }
}
