using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Calls;
using Unisson.Bot.Commons;
using Unisson.Bot.Kernel;
using Unisson.Bot.Missions;
using Unisson.Bot.Reminders;
using Unisson.Bot.Storage;

namespace Unisson.Bot.Help;

/// <summary>Values from the records that a person may name, each read from an index and never more than a page of it.</summary>
internal static class Suggestions
{
    private const int Looked = 100;

    public static async Task<IReadOnlyList<Candidate>> OfAsync(BotDb db, Caller caller, Picks picks, string folded, CancellationToken ct) => picks switch
    {
        Picks.Common => await CommonsAsync(db, caller, folded, ct),
        Picks.Mission => await MissionsAsync(db, caller, folded, ct),
        Picks.Call => await CallsAsync(db, caller, folded, ct),
        Picks.Person => await PeopleAsync(db, caller, folded, ct),
        Picks.Reminder => await RemindersAsync(db, caller, folded, ct),
        Picks.Line => await LinesAsync(db, caller, folded, ct),
        Picks.Channel => await ChannelsAsync(db, caller, folded, ct),
        _ => [],
    };

    private static async Task<IReadOnlyList<Candidate>> CommonsAsync(BotDb db, Caller caller, string folded, CancellationToken ct)
    {
        var commons = db.Commons.Where(c => c.CommunityId == caller.CommunityId);
        if (folded.Length > 0)
        {
            // A short name is compared as a range, which an index can answer; "begins with" it cannot.
            var ids = await CommonSearch.BegunAsync(db, caller.CommunityId, folded, Looked, ct);
            commons = commons.Where(c => ids.Contains(c.Id) || (string.Compare(c.Slug, folded) >= 0 && string.Compare(c.Slug, folded + '\uFFFF') < 0));
        }

        var found = await commons.OrderBy(c => c.Slug).Take(Completion.Most).Select(c => new { c.Slug, c.Name }).ToListAsync(ct);
        return [.. found.Select(c => new Candidate(c.Slug, c.Name))];
    }

    private static async Task<IReadOnlyList<Candidate>> MissionsAsync(BotDb db, Caller caller, string folded, CancellationToken ct)
    {
        if (await CompletingMissions.CompleteAsync(db, caller, folded, ct) is { Count: > 0 } begun)
        {
            return Fitting("", begun.Select(m => (m.Label, m.Title)));
        }

        var seen = await db.Missions.SeenBy(caller.CommunityId, caller.PersonId).OrderByDescending(m => m.Id).Take(Looked).ToListAsync(ct);
        return Fitting(folded, seen.Select(m => (m.Label, m.Title)));
    }

    private static async Task<IReadOnlyList<Candidate>> CallsAsync(BotDb db, Caller caller, string folded, CancellationToken ct)
    {
        var missions = db.Missions.SeenBy(caller.CommunityId, caller.PersonId);
        var own = db.Missions.InTeamOf(caller.CommunityId, caller.PersonId);
        var seen = await (
            from c in db.Calls
            join m in db.Missions on c.MissionId equals m.Id
            where c.CommunityId == caller.CommunityId
                && (c.Asks.Any(a => a.PersonId == caller.PersonId && (a.SentAt != null || a.IsVolunteer))
                    || own.Any(o => o.Id == c.MissionId)
                    || (c.State != CallState.Waiting && missions.Any(s => s.Id == c.MissionId)))
            orderby c.Id descending
            select new { Call = c, m.Title }).Take(Looked).ToListAsync(ct);
        return Fitting(folded, seen.Select(s => (s.Call.Label, s.Title)));
    }

    private static async Task<IReadOnlyList<Candidate>> PeopleAsync(BotDb db, Caller caller, string folded, CancellationToken ct)
    {
        var name = folded.TrimStart('@');
        var end = name + '\uFFFF';
        var found = await (
            from a in db.Accounts
            join m in db.Memberships on a.PersonId equals m.PersonId
            where a.Door == caller.Door && string.Compare(a.ExternalId, name) >= 0 && string.Compare(a.ExternalId, end) < 0
                && m.CommunityId == caller.CommunityId && m.LeftAt == null
            orderby a.ExternalId
            select new { a.ExternalId, a.Name }).Take(Completion.Most).ToListAsync(ct);
        return [.. found.Select(a => new Candidate(a.ExternalId, a.Name))];
    }

    private static async Task<IReadOnlyList<Candidate>> RemindersAsync(BotDb db, Caller caller, string folded, CancellationToken ct)
    {
        var own = await db.Reminders.Where(x => x.PersonId == caller.PersonId && (x.State == ReminderState.Active || x.State == ReminderState.Sent))
            .OrderByDescending(x => x.Number).Take(Looked).ToListAsync(ct);
        return Fitting(folded, own.Select(x => (x.Label, x.What ?? "")));
    }

    private static async Task<IReadOnlyList<Candidate>> LinesAsync(BotDb db, Caller caller, string folded, CancellationToken ct)
    {
        var last = await db.Ledger.Where(l => l.CommunityId == caller.CommunityId).OrderByDescending(l => l.Number).Take(Looked).Include(l => l.Text).ToListAsync(ct);
        return Fitting(folded, last.Select(l => (l.Label, l.Text?.What ?? "")));
    }

    private static async Task<IReadOnlyList<Candidate>> ChannelsAsync(BotDb db, Caller caller, string folded, CancellationToken ct)
    {
        var known = await db.Channels.Where(c => c.CommunityId == caller.CommunityId && c.Door == caller.Door).Select(c => c.ExternalId).Distinct().ToListAsync(ct);
        return [.. known.Where(c => Fold.Of(c).Contains(folded, StringComparison.Ordinal)).Order(StringComparer.Ordinal).Take(Completion.Most).Select(c => new Candidate(c, c))];
    }

    /// <summary>By number or by words of the title.</summary>
    private static IReadOnlyList<Candidate> Fitting(string folded, IEnumerable<(string Label, string Title)> rows)
        => [.. rows.Where(r => Completion.Begins(r.Label, folded) || Fold.Of(r.Title).Contains(folded, StringComparison.Ordinal))
            .Take(Completion.Most).Select(r => new Candidate(r.Label, r.Title.Length == 0 ? r.Label : $"{r.Label} · {r.Title.OneLine().Cut(80)}"))];
}
