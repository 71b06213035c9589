using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Kernel;
using Unisson.Bot.Storage;

namespace Unisson.Bot.Missions;

/// <summary>Turns what people type for a mission into the mission, if they may see it.</summary>
public static partial class FindingMissions
{
    private static readonly Func<BotDb, long, bool, int, CancellationToken, Task<Mission?>> Alone = EF.CompileAsyncQuery(
        (BotDb db, long communityId, bool isApart, int number, CancellationToken ct) =>
            db.Missions.AsTracking().FirstOrDefault(m => m.CommunityId == communityId && m.IsApart == isApart && m.Number == number));

    private static readonly Func<BotDb, long, bool, int, CancellationToken, Task<Mission?>> Whole = EF.CompileAsyncQuery(
        (BotDb db, long communityId, bool isApart, int number, CancellationToken ct) =>
            db.Missions.AsTracking().Include(m => m.Holders).Include(m => m.Commons).AsSplitQuery()
                .FirstOrDefault(m => m.CommunityId == communityId && m.IsApart == isApart && m.Number == number));

    private static readonly Func<BotDb, long, long, CancellationToken, Task<Mission?>> ById = EF.CompileAsyncQuery(
        (BotDb db, long communityId, long id, CancellationToken ct) =>
            db.Missions.AsNoTracking().Include(m => m.Holders).FirstOrDefault(m => m.CommunityId == communityId && m.Id == id));

    /// <summary>Takes M1, m1, 1 or MP0042. A private mission of others is unknown like one that never was: <c>mission.unknown</c>.</summary>
    public static Task<Result<Mission>> MissionAsync(this Request r, string typed, CancellationToken ct) => FindAsync(r, typed, Whole, ct);

    /// <summary>The same for who only names it: its people and commons are there only where they decide who may see it.</summary>
    public static Task<Result<Mission>> NamedMissionAsync(this Request r, string typed, CancellationToken ct) => FindAsync(r, typed, Alone, ct);

    /// <summary>The mission that a button is on, with its people, to be read only; null when the one who pressed may not see it.</summary>
    public static async Task<Mission?> SeenMissionAsync(this BotDb db, Caller caller, long id, CancellationToken ct)
        => await ById(db, caller.CommunityId, id, ct) is { } mission && mission.IsSeenBy(caller.PersonId) ? mission : null;

    private static async Task<Result<Mission>> FindAsync(Request r, string typed, Func<BotDb, long, bool, int, CancellationToken, Task<Mission?>> look, CancellationToken ct)
    {
        if (Label().Match(typed.Trim()) is not { Success: true } match)
        {
            return new Refusal("mission.unknown", typed);
        }

        var apart = match.Groups["apart"].Length > 0;
        var number = int.Parse(match.Groups["number"].ValueSpan, CultureInfo.InvariantCulture);
        // Numbers apart are those of private missions, of which some were opened up since.
        var mission = await (apart ? Whole : look)(r.Db, r.Caller.CommunityId, apart, number, ct);
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
