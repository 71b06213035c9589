using Microsoft.EntityFrameworkCore;
using NodaTime;
using Unisson.Bot.Commoners;
using Unisson.Bot.Commons;
using Unisson.Bot.Communities;
using Unisson.Bot.Kernel;
using Unisson.Bot.Missions;
using Unisson.Bot.Storage;

namespace Unisson.Bot.Calls;

/// <summary>A call with all that deciding and telling about it needs: its asks, its mission with who holds which role, its common and community.</summary>
public sealed record CallScene(Call Call, Mission Mission, Common? Common, Community Community)
{
    public DateTimeZone Zone { get; } = Zones.Get(Community.Zone);

    public WakingTime Clock { get; } = WakingTime.In(Community.Zone);

    public int Filled => Call.Holding(Mission).Count();

    public bool IsShort => Filled < Call.Places;

    /// <summary>From opening to deadline within one waking day.</summary>
    public bool IsUrgent => Clock.MinutesAt(Call.Deadline) - Clock.MinutesAt(Call.OpenedAt) <= WakingTime.Day;

    public bool IsPrivate => Mission.Visibility == Visibility.Private;

    public static async Task<CallScene> LoadAsync(BotDb db, Call call, CancellationToken ct)
    {
        if (db.Entry(call) is { State: not EntityState.Detached } entry)
        {
            await entry.Collection(c => c.Asks).LoadAsync(ct);
        }

        var mission = await db.Missions.Include(m => m.Holders).Include(m => m.Commons).AsSplitQuery().FirstAsync(m => m.CommunityId == call.CommunityId && m.Id == call.MissionId, ct);
        var common = call.CommonId is { } id ? await db.Commons.FirstAsync(c => c.CommunityId == call.CommunityId && c.Id == id, ct) : null;
        return new CallScene(call, mission, common, await db.CommunityAsync(call.CommunityId, ct));
    }

    /// <summary>For lists: calls of one community with their asks, in three queries however many they are.</summary>
    public static async Task<List<CallScene>> LoadAllAsync(BotDb db, Community community, IReadOnlyList<Call> calls, CancellationToken ct)
    {
        var (ids, commonIds) = (calls.Select(c => c.MissionId).Distinct().ToList(), calls.Select(c => c.CommonId).Distinct().ToList());
        var missions = await db.Missions.Include(m => m.Holders).Where(m => m.CommunityId == community.Id && ids.Contains(m.Id)).ToDictionaryAsync(m => m.Id, ct);
        var commons = await db.Commons.Where(c => c.CommunityId == community.Id && commonIds.Contains(c.Id)).ToDictionaryAsync(c => c.Id, ct);
        return [.. calls.Select(c => new CallScene(c, missions[c.MissionId], c.CommonId is { } id ? commons[id] : null, community))];
    }

    /// <summary>As the planner sees it.</summary>
    /// <param name="budget">Asks that the common can still send this month; null = no limit.</param>
    public PlanCall ForPlan(IReadOnlyList<OpenAsk> open, int? budget = null) => new()
    {
        Places = Call.Places,
        Filled = Filled,
        Minutes = Call.Minutes,
        MinLevel = Call.LeastLevel,
        Opened = Clock.MinutesAt(Call.OpenedAt),
        Deadline = Clock.MinutesAt(Call.Deadline),
        OpenAsks = open,
        BudgetLeft = budget,
    };

    /// <summary>Speaks to the community as a whole, as cards do.</summary>
    public Say SayToAll(DateTimeOffset now) => new(Community.Language, Zone, now);

    /// <summary>Of the team: who coordinates, and who made the call.</summary>
    public IReadOnlyList<long> Leads => [.. Mission.Holders.Where(h => h is { Role: RoleKind.Coordinator, Holding: Holding.Active }).Select(h => h.PersonId)
        .Prepend(Call.CallerId).Where(id => Mission.HasInTeam(id) || id == Call.CallerId).Distinct()];

    public long? GuarantorId => Mission.Holders.Find(h => h is { Role: RoleKind.GuarantorConnector, Holding: Holding.Active })?.PersonId;

    /// <summary>May see and end the call, and knows the names of those who said yes.</summary>
    public bool IsLedBy(Caller caller) => Mission.HasInTeam(caller.PersonId) || (caller.IsGuarantor && !IsPrivate);

    /// <summary>May read the mission's title: not so who only lets the call of a private mission leave.</summary>
    public bool IsTitledFor(Caller caller) => Mission.IsSeenBy(caller.PersonId) || Call.Asks.Exists(a => a.PersonId == caller.PersonId && a.IsKnown);

    /// <summary>May let a call leave whose caller nobody vouched for yet, or go on that was reported (rule 18).</summary>
    public bool CanBeVouchedBy(Caller caller) => (caller.IsGuarantor || caller.IsAdmin || Common?.StewardId == caller.PersonId) && caller.PersonId != Call.CallerId;
}
