using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Kernel;

namespace Unisson.Bot.Missions;

/// <summary>Turns what people type for a mission into the mission, if they may see it.</summary>
public static partial class FindingMissions
{
    /// <summary>Takes M1, m1, 1 or MP0042. A private mission of others is unknown like one that never was: <c>mission.unknown</c>.</summary>
    public static async Task<Result<Mission>> MissionAsync(this Request r, string typed, CancellationToken ct)
    {
        if (Label().Match(typed.Trim()) is not { Success: true } match)
        {
            return new Refusal("mission.unknown", typed);
        }

        var apart = match.Groups["apart"].Length > 0;
        var number = int.Parse(match.Groups["number"].ValueSpan, CultureInfo.InvariantCulture);
        var mission = await r.Db.Missions.Include(m => m.Holders).Include(m => m.Commons).AsSplitQuery()
            .FirstOrDefaultAsync(m => m.CommunityId == r.Caller.CommunityId && m.IsApart == apart && m.Number == number, ct);
        return mission is not null && mission.IsSeenBy(r.Caller.PersonId) ? mission : new Refusal("mission.unknown", typed);
    }

    /// <summary>Missions that a person may see: all but private ones of others.</summary>
    public static IQueryable<Mission> SeenBy(this IQueryable<Mission> missions, long communityId, long personId) => missions.Where(m =>
        m.CommunityId == communityId
        && (m.Visibility != Visibility.Private || m.OpenedBy == personId || m.Holders.Any(h => h.PersonId == personId && h.Holding != Holding.HandedBack)));

    /// <summary>Missions in whose team a person is, as <see cref="Mission.HasInTeam"/> has it.</summary>
    public static IQueryable<Mission> InTeamOf(this IQueryable<Mission> missions, long communityId, long personId) => missions.Where(m =>
        m.CommunityId == communityId
        && (m.OpenedBy == personId || m.Holders.Any(h => h.PersonId == personId && (h.Holding == Holding.Selected || h.Holding == Holding.Active || h.Holding == Holding.Done))));

    [GeneratedRegex("^(m(?<apart>p)?)?(?<number>[0-9]{1,8})$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Label();
}
