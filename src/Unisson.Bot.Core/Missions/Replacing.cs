using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Calls;
using Unisson.Bot.Commoners;
using Unisson.Bot.Kernel;
using Unisson.Bot.Storage;

namespace Unisson.Bot.Missions;

/// <summary>What can fill roles that were handed back and that nobody else has: who stepped forward already or works beside them, else a call.</summary>
/// <param name="Ready">Names, by role.</param>
/// <param name="People">Those who are named.</param>
/// <param name="ToCall">Roles that a call can look for and that none looks for yet.</param>
internal sealed record Replacing(IReadOnlyList<(RoleKind Role, List<string> Names)> Ready, IReadOnlyList<long> People, IReadOnlyList<RoleKind> ToCall)
{
    /// <summary>What is told to those who are ready themselves.</summary>
    public static Replacing Untold { get; } = new([], [], []);

    private static readonly RoleKind[] Callable = [RoleKind.HelpingCommoner, RoleKind.GuarantorConnector];

    public static async Task<Replacing> OfAsync(BotDb db, Mission mission, List<Left> left, DateTimeOffset now, CancellationToken ct)
    {
        var open = mission.IsOver ? [] : left.Select(l => l.Role).Distinct().Where(role => !mission.HasActive(role)).ToList();
        var standing = mission.Holders.FindAll(h => open.Contains(h.Role) && h.Holding is Holding.Candidate or Holding.Shadow);
        var names = standing.Count == 0 ? [] : await Naming.NamesAsync(db, [.. standing.Select(h => h.PersonId).Distinct()], ct);
        var called = await db.Calls.Where(c => c.CommunityId == mission.CommunityId && c.MissionId == mission.Id
            && (c.State == CallState.Open || c.State == CallState.Waiting || c.State == CallState.Frozen || (c.State == CallState.Filled && c.Deadline > now))).Select(c => c.Role).ToListAsync(ct);
        return new Replacing(
            [.. open.Select(role => (role, standing.Where(h => h.Role == role).Select(h => names[h.PersonId].Cut(32)).ToList())).Where(r => r.Item2.Count > 0)],
            [.. names.Keys],
            [.. open.Where(role => Callable.Contains(role) && !called.Contains(role))]);
    }

    public IEnumerable<string> Lines(Say say) => Ready.Select(r => say["mission.told.ready", MissionChoices.Role.Labelled(r.Role), r.Names]);

    public IEnumerable<ReplyAction> Actions(Mission mission, Say say)
        => ToCall.Select(role => (role == RoleKind.HelpingCommoner ? MissionActions.Call : MissionActions.CallGuarantor).On(mission.Id, say));
}
