using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Commoners;
using Unisson.Bot.Commons;
using Unisson.Bot.Kernel;
using Unisson.Bot.Missions;
using Unisson.Bot.Storage;
using Fields = Unisson.Bot.Contributions.ContributionFields;

namespace Unisson.Bot.Contributions;

/// <summary>Which lines of a community's ledger are meant.</summary>
/// <param name="From">The first number that can be meant: what was given since a day was written down since then.</param>
internal sealed record LineFilter(long CommunityId, long? MissionId, long? CommonId, long? PersonId, DateOnly? Since, int From)
{
    /// <summary>Refusals: <c>mission.unknown</c>, also for a private one of others, <c>common.…</c>, <c>person.unknown</c>.</summary>
    public static async Task<Result<LineFilter>> ReadAsync(Request r, CancellationToken ct)
    {
        var filter = new LineFilter(r.Caller.CommunityId, null, null, null, null, 0);
        if (r.Given(Fields.Mission, out var typed))
        {
            if ((await r.NamedMissionAsync(typed, ct)).Refused(out var refusal, out var mission))
            {
                return refusal;
            }

            filter = filter with { MissionId = mission.Id };
        }

        if (r.Given(Fields.Common, out typed))
        {
            if ((await r.CommonAsync(typed, ct)).Refused(out var refusal, out var common))
            {
                return refusal;
            }

            filter = filter with { CommonId = common.Id };
        }

        if (r.Given(Fields.Person, out typed))
        {
            if ((await r.PersonAsync(typed, ct)).Refused(out var refusal, out var person))
            {
                return refusal;
            }

            filter = filter with { PersonId = person.Id, Joined = await r.Db.People.Where(p => p.Became == person.Id).Select(p => p.Id).ToListAsync(ct) };
        }

        return r.Given(Fields.Since, out var since)
            ? filter with { Since = since, From = await FirstSinceAsync(r.Db, r.Caller.CommunityId, StartOf(since, r), ct) }
            : filter;
    }

    /// <summary>Accounts that became this person's, and whose lines are theirs.</summary>
    public IReadOnlyList<long> Joined { get; init; } = [];

    /// <summary>All of the ledger is meant.</summary>
    public bool IsWhole => this is { MissionId: null, CommonId: null, PersonId: null, Since: null };

    public IQueryable<LedgerLine> Lines(BotDb db)
    {
        var lines = db.Ledger.Include(l => l.Text).Where(l => l.CommunityId == CommunityId && l.Number >= From);
        lines = MissionId is { } mission ? lines.Where(l => l.MissionId == mission) : lines;
        lines = CommonId is { } common ? lines.Where(l => l.CommonId == common) : lines;
        lines = (PersonId, Joined) switch
        {
            (null, _) => lines,
            ({ } person, []) => lines.Where(l => l.PersonId == person),
            ({ } person, { } joined) => lines.Where(l => l.PersonId == person || joined.Contains(l.PersonId!.Value)),
        };
        return Since is { } since ? lines.Where(l => l.On >= since) : lines;
    }

    /// <summary>What these lines come to, in parts to be added up: from the sums that are kept, where they can tell; else from the lines themselves.</summary>
    public IQueryable<LedgerSum> Sums(BotDb db)
    {
        if (this is not { MissionId: null, PersonId: null, Since: null or { Day: 1 } })
        {
            return LedgerSums.PartsOf(Lines(db));
        }

        var sums = db.LedgerSums.AsNoTracking().Where(s => s.CommunityId == CommunityId);
        sums = CommonId is { } common ? sums.Where(s => s.CommonId == common) : sums;
        return Since is { } since ? sums.Where(s => s.Month >= since) : sums;
    }

    /// <summary>Only those that the reader wrote or that are about them.</summary>
    public IQueryable<Proposal> Proposals(BotDb db, long reader)
    {
        var proposals = db.Proposals.Where(p => p.CommunityId == CommunityId && (p.PersonId == reader || p.AuthorId == reader));
        proposals = MissionId is { } mission ? proposals.Where(p => p.MissionId == mission) : proposals;
        proposals = CommonId is { } common ? proposals.Where(p => p.CommonId == common) : proposals;
        proposals = PersonId is { } person ? proposals.Where(p => p.PersonId == person) : proposals;
        return Since is { } since ? proposals.Where(p => p.On >= since) : proposals;
    }

    // East of Greenwich the calendar's first day begins before the first instant.
    private static DateTimeOffset StartOf(DateOnly day, Request r) => day == DateOnly.MinValue
        ? DateTimeOffset.MinValue
        : r.Caller.Zone.AtStartOfDay(NodaTime.LocalDate.FromDateOnly(day)).ToDateTimeOffset();

    /// <summary>The number of the first line written since then. Instants rise with the numbers, so halving finds it in some twenty looks.</summary>
    private static async Task<int> FirstSinceAsync(BotDb db, long communityId, DateTimeOffset since, CancellationToken ct)
    {
        var (low, high) = (1, (await db.LedgerHeads.FirstOrDefaultAsync(h => h.CommunityId == communityId, ct))?.Number + 1 ?? 1);
        while (low < high)
        {
            var middle = low + ((high - low) / 2);
            var at = await db.Ledger.Where(l => l.CommunityId == communityId && l.Number == middle).Select(l => l.At).FirstOrDefaultAsync(ct);
            (low, high) = at < since ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
