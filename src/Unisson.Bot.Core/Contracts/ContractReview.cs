using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Deliveries;
using Unisson.Bot.Due;
using Unisson.Bot.Kernel;
using Unisson.Bot.Missions;
using Unisson.Bot.Storage;

namespace Unisson.Bot.Contracts;

/// <summary>A year after somebody accepted the moral contract they are asked to read it again, quietly, as long as the mission goes on or they guarantee here.</summary>
internal static class ContractReview
{
    private const int Batch = 100;

    public static DueKind Due { get; } = new("contract", NextAsync, RunAsync);

    private static async Task<DateTimeOffset?> NextAsync(BotDb db, CancellationToken ct)
        => await db.Acceptances.MinAsync(a => (DateOnly?)a.ReviewOn, ct) is { } day ? Start(day) : null;

    private static async Task<bool> RunAsync(BotDb db, DateTimeOffset now, CancellationToken ct)
    {
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        var due = await db.Acceptances.AsTracking().Where(a => a.ReviewOn <= today).OrderBy(a => a.ReviewOn).Take(Batch).ToListAsync(ct);
        foreach (var acceptance in due)
        {
            acceptance.ReviewOn = today.AddMonths(MoralContract.ReviewMonths);
            await AskAsync(db, acceptance, now, ct);
        }

        return due.Count == Batch;
    }

    private static async Task AskAsync(BotDb db, Acceptance acceptance, DateTimeOffset now, CancellationToken ct)
    {
        var mission = acceptance.MissionId is { } id ? await db.Missions.Include(m => m.Holders).FirstAsync(m => m.Id == id, ct) : null;
        var member = await db.Memberships.FirstOrDefaultAsync(m => m.CommunityId == acceptance.CommunityId && m.PersonId == acceptance.PersonId && m.LeftAt == null, ct);
        if (member is null || !(mission is null ? member.IsGuarantor : !mission.IsOver && mission.Holds(acceptance.PersonId, acceptance.Role) is not null))
        {
            return;
        }

        var say = await Outbox.SayToAsync(db, acceptance.PersonId, acceptance.CommunityId, now, ct);
        var asked = mission is null ? new Reply(say["contract.again"]) : new Reply(say["contract.again-for", mission.ShortTitle, mission.Label]) { Actions = [ContractActions.Read.On(mission.Id, say)] };
        await Outbox.ToPersonAsync(db, acceptance.CommunityId, acceptance.PersonId, $"contract:{acceptance.Id}", asked, now, null, null, ct);
    }

    private static DateTimeOffset Start(DateOnly day) => new(day.ToDateTime(new TimeOnly(7, 0)), TimeSpan.Zero);
}
