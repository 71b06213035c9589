using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Commoners;
using Unisson.Bot.Deliveries;
using Unisson.Bot.Kernel;
using Unisson.Bot.Storage;

namespace Unisson.Bot.Digests;

/// <summary>Tells somebody what happened: what rings, at once; what does not, with their next digest (rule 14).</summary>
public static class TellingNews
{
    private static readonly Func<BotDb, long, Task<bool>> IsReachable = EF.CompileAsyncQuery((BotDb db, long personId) =>
        db.Accounts.Any(a => a.PersonId == personId && a.IsReachable));

    /// <summary>Who wants no digest, or can be reached by none, gets it by itself.</summary>
    /// <param name="subject">What it is about, where it goes by itself (<see cref="OutboxRow.Subject"/>).</param>
    public static async Task TellAsync(BotDb db, long communityId, long personId, string subject, Reply news, DateTimeOffset now, CancellationToken ct)
    {
        if (news.Loudness == Loudness.Quiet && await db.Memberships.FindAsync([communityId, personId], ct) is { DigestAt: not null } && await IsReachable(db, personId))
        {
            db.News.Add(new News { CommunityId = communityId, PersonId = personId, At = now, Text = string.Join(' ', [news.First, .. news.Lines]) });
            return;
        }

        await Outbox.ToPersonAsync(db, communityId, personId, subject, news, now, notBefore: null, askId: null, ct);
    }

    /// <summary>What waits for somebody's digest in their communities, the oldest first, taken out: whoever asks tells it.</summary>
    public static async Task<List<string>> TakeAllAsync(BotDb db, long personId, CancellationToken ct)
    {
        var news = await (
            from m in db.Memberships
            join n in db.News on new { m.CommunityId, m.PersonId } equals new { n.CommunityId, n.PersonId }
            where m.PersonId == personId
            orderby n.Id
            select n).ToListAsync(ct);
        db.News.RemoveRange(news);
        return news.ConvertAll(n => n.Text);
    }

    internal static Task<bool> IsReachableAsync(BotDb db, long personId) => IsReachable(db, personId);
}
