using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Calls;
using Unisson.Bot.Communities;
using Unisson.Bot.Kernel;
using Unisson.Bot.Missions;
using Unisson.Bot.Storage;

namespace Unisson.Bot.Digests;

/// <summary>What goes on in a community, as far as one reader may see it.</summary>
/// <param name="Open">How many missions are open.</param>
/// <param name="Opened">Those of them that others opened since the last digest, the newest first.</param>
/// <param name="Calling">How many calls are under way.</param>
/// <param name="Begun">Those of them that others began since the last digest, the newest first.</param>
internal sealed record Going(int Open, List<Mission> Opened, int Calling, List<CallScene> Begun)
{
    /// <summary>Of each thing that many are named; the others are counted.</summary>
    public const int Named = 10;

    private const int Counted = 1000;

    public bool HasNews => Opened.Count > 0 || Begun.Count > 0;

    /// <param name="seen">The missions that the reader may see.</param>
    /// <param name="reader">Null for everybody.</param>
    public static async Task<Going> OfAsync(BotDb db, Community community, IQueryable<Mission> seen, long? reader, DateTimeOffset since, CancellationToken ct)
    {
        var open = seen.Where(m => m.State == MissionState.Open);
        var calls = db.Calls.Where(c => c.CommunityId == community.Id && c.State == CallState.Open && seen.Any(m => m.Id == c.MissionId));
        var begun = await calls.Where(c => c.OpenedAt >= since && c.CallerId != reader).OrderByDescending(c => c.Number).Include(c => c.Asks).Take(Counted).ToListAsync(ct);
        return new Going(
            await open.Take(Counted).CountAsync(ct),
            await open.Where(m => m.OpenedAt >= since && m.OpenedBy != reader).OrderByDescending(m => m.Id).Take(Counted).ToListAsync(ct),
            await calls.Take(Counted).CountAsync(ct),
            await CallScene.LoadAllAsync(db, community, begun, ct));
    }

    /// <summary>« deux missions ouvertes », « un appel en cours ».</summary>
    public IEnumerable<string> Counts(Say say)
    {
        if (Open > 0)
        {
            yield return say["digest.missions", Open];
        }

        if (Calling > 0)
        {
            yield return say["digest.calls", Calling];
        }
    }

    public IEnumerable<string> Lines(Say say, Community community)
    {
        var zone = Zones.Get(community.Zone);
        return
        [
            .. Some(Opened, m => MissionCard.Deadline(m, zone) is { } due
                ? say["digest.opened-due", m.ShortTitle, m.Label, due]
                : say["digest.opened", m.ShortTitle, m.Label], say),
            .. Some(Begun, c => say["digest.begun", c.Call.Label, CallCard.First(c, say)], say),
        ];
    }

    /// <summary>A line each, and how many more there are.</summary>
    public static IEnumerable<string> Some<T>(IReadOnlyCollection<T> all, Func<T, string> line, Say say)
    {
        var lines = all.Take(Named).Select(line);
        return all.Count > Named ? lines.Append(say["digest.more", all.Count - Named]) : lines;
    }
}
