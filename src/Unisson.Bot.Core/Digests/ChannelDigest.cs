using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Communities;
using Unisson.Bot.Contributions;
using Unisson.Bot.Deliveries;
using Unisson.Bot.Due;
using Unisson.Bot.Kernel;
using Unisson.Bot.Missions;
using Unisson.Bot.Storage;

namespace Unisson.Bot.Digests;

/// <summary>
/// The week of a community, on Monday morning in the channels that it gave this use: missions, deadlines, calls and what came to the commons.
/// Of private missions nothing; none comes when there is nothing new.
/// </summary>
public static class ChannelDigest
{
    private const int Batch = 10;
    private const int Week = 7;

    public static DueKind Due { get; } = new("channel-digests", (db, ct) => db.Communities.MinAsync(c => c.DigestAt, ct), RunAsync);

    /// <summary>From now on, once a channel has this use.</summary>
    public static async Task BeginAsync(BotDb db, Community community, DateTimeOffset now, CancellationToken ct)
    {
        if (community.DigestAt is null)
        {
            community.DigestedLine = await LastLineAsync(db, community, ct);
            community.DigestedAt = now;
            Plan(db, community, now);
        }
    }

    private static async Task<bool> RunAsync(BotDb db, DateTimeOffset now, CancellationToken ct)
    {
        var due = await db.Communities.Where(c => c.DigestAt <= now).OrderBy(c => c.DigestAt).Take(Batch).ToListAsync(ct);
        foreach (var community in due)
        {
            // A channel of an older version has its first one at the time that is planned now.
            if (community.DigestedAt is { } since && await OfAsync(db, community, since, now, ct) is { } digest)
            {
                await Outbox.ToChannelAsync(db, community.Id, ChannelUse.Digest, $"digest:{community.Id}", digest, now, ct);
            }

            (community.DigestedAt, community.DigestedLine) = (now, await LastLineAsync(db, community, ct));
            Plan(db, community, now);
        }

        return due.Count == Batch;
    }

    private static async Task<Reply?> OfAsync(BotDb db, Community community, DateTimeOffset since, DateTimeOffset now, CancellationToken ct)
    {
        var say = new Say(community.Language, Zones.Get(community.Zone), now);
        var open = db.Missions.Where(m => m.CommunityId == community.Id && m.Visibility != Visibility.Private);
        var going = await Going.OfAsync(db, community, open, null, since, ct);
        var today = say.Day(now);
        var until = today.AddDays(Week);
        var deadlines = await open.Where(m => m.State == MissionState.Open && m.Deadline >= today && m.Deadline < until).OrderBy(m => m.Deadline).ThenBy(m => m.Id).ToListAsync(ct);
        var given = await db.Ledger.Where(l => l.CommunityId == community.Id && l.Number > community.DigestedLine && l.Kind == LineKind.Line)
            .GroupBy(l => l.CommunityId)
            .Select(g => new { Lines = g.Count(), Minutes = g.Sum(l => l.Minutes) ?? 0, Cents = g.Sum(l => l.Cents) ?? 0 })
            .FirstOrDefaultAsync(ct);
        if (!going.HasNews && deadlines.Count == 0 && given is null)
        {
            return null;
        }

        List<string> counts = [.. going.Counts(say)];
        List<string> lines =
        [
            .. Going.Some(deadlines, m => say["digest.due", m.ShortTitle, m.Label, MissionCard.Deadline(m, say.Zone)], say),
            .. going.Lines(say, community),
        ];
        if (deadlines.Count > 0)
        {
            counts.Add(say["digest.deadlines", deadlines.Count]);
        }

        if (given is not null)
        {
            counts.Add(say["digest.lines", given.Lines]);
            List<string> sums = [.. given.Minutes > 0 ? [say.Speak(TimeSpan.FromMinutes(given.Minutes))] : Array.Empty<string>(), .. given.Cents > 0 ? [say.Money(given.Cents)] : Array.Empty<string>()];
            lines.AddRange(sums.Count > 0 ? [say["digest.given", sums]] : []);
        }

        return new Reply(say["digest.channel", community.Name.Cut(40), counts]) { Lines = lines };
    }

    private static async Task<int> LastLineAsync(BotDb db, Community community, CancellationToken ct)
        => await db.Ledger.Where(l => l.CommunityId == community.Id).MaxAsync(l => (int?)l.Number, ct) ?? 0;

    private static void Plan(BotDb db, Community community, DateTimeOffset now)
    {
        community.DigestAt = DigestTimes.Next(community, now);
        db.Wake(community.DigestAt.Value);
    }
}
