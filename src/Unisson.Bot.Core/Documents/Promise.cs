using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Missions;
using Unisson.Bot.Pledges;
using Unisson.Bot.Storage;

namespace Unisson.Bot.Documents;

/// <summary>What the mission promises to a common, and what has come of it.</summary>
/// <param name="Amount">As typed.</param>
/// <param name="IsOpen">Nobody has said yet what came of it.</param>
internal sealed record Promise(string Common, Labelled Kind, string What, string? Amount, DateOnly? By, Labelled State, string? Reason, bool IsOpen)
{
    /// <summary>As many as a document still shows.</summary>
    private const int Most = 500;

    /// <summary>By common, in the order in which they were made.</summary>
    /// <param name="withReleased">With those that were released when the mission came to nothing.</param>
    public static async Task<List<Promise>> OfAsync(BotDb db, Mission mission, bool withReleased, CancellationToken ct)
    {
        var rows = await (
            from p in db.Pledges
            join c in db.Commons on p.CommonId equals c.Id
            where p.CommunityId == mission.CommunityId && p.MissionId == mission.Id && (withReleased || p.ReleasedAt == null)
            orderby c.Slug, p.Id
            select new { Pledge = p, c.Name }).AsNoTracking().Take(Most).ToListAsync(ct);
        return rows.ConvertAll(r => new Promise(
            r.Name,
            new Labelled($"document.pledge-kind.{Key(r.Pledge.Kind)}"),
            r.Pledge.What,
            r.Pledge.Amount,
            r.Pledge.By,
            new Labelled($"document.pledge-state.{(r.Pledge.ReleasedAt is null ? Key(r.Pledge.State) : "released")}"),
            r.Pledge.Reason,
            r.Pledge is { State: PledgeState.Promised, ReleasedAt: null }));
    }

    private static string Key(PledgeKind kind) => kind switch
    {
        PledgeKind.Time => "time",
        PledgeKind.Money => "money",
        PledgeKind.Share => "share",
        PledgeKind.Documentation => "documentation",
        _ => "other",
    };

    private static string Key(PledgeState state) => state switch
    {
        PledgeState.Promised => "promised",
        PledgeState.Kept => "kept",
        PledgeState.Changed => "changed",
        PledgeState.Carried => "carried",
        _ => "not-kept",
    };
}
