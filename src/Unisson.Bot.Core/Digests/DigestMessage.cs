using Unisson.Bot.Commoners;
using Unisson.Bot.Communities;
using Unisson.Bot.Kernel;
using Unisson.Bot.Missions;
using Unisson.Bot.Storage;

namespace Unisson.Bot.Digests;

/// <summary>What a person reads in a digest: what happened that concerns them, what comes, and what began around them. It rings nobody.</summary>
internal static class DigestMessage
{
    /// <summary>News in one digest; the others wait for the next.</summary>
    public const int MostNews = 20;

    /// <summary>Null where there is nothing to say; for who never chose a digest, where nothing happened: it saves them messages, and adds none.</summary>
    /// <param name="news">May be one more than go into it.</param>
    /// <param name="since">Up to when the last one told what happened.</param>
    public static async Task<Reply?> OfAsync(BotDb db, Community community, Person person, List<News> news, DateTimeOffset since, Say say, CancellationToken ct)
    {
        if (news.Count == 0 && person.Digest == Digest.OwnWeekly)
        {
            return null;
        }

        var until = DigestTimes.Next(person, say.Zone, community.Holidays, say.Now) ?? say.Now;
        var own = await OwnDays.OfAsync(db, community, person, until, say, ct);
        var going = await Going.OfAsync(db, community, db.Missions.SeenBy(community.Id, person.Id), person.Id, since, ct);
        return news.Count > 0 || own.HasAny || going.HasNews ? Of(community, person, news, own, going, say) : null;
    }

    private static Reply Of(Community community, Person person, List<News> news, OwnDays own, Going going, Say say)
    {
        List<string> counts = [.. going.Counts(say), .. own.Counts(say)];
        if (news.Count > 0)
        {
            counts.Add(say["digest.news", Math.Min(news.Count, MostNews)]);
        }

        return new Reply(say[person.Digest == Digest.Daily ? "digest.day" : "digest.week", community.Name.Cut(40), counts])
        {
            Lines =
            [
                .. news.Take(MostNews).Select(n => n.Text),
                .. news.Count > MostNews ? [say["digest.more-news"]] : Array.Empty<string>(),
                .. own.Lines(say, community),
                .. going.Lines(say, community),
            ],
            Actions = [DigestActions.Change.On(person.Id, say)],
        };
    }
}
