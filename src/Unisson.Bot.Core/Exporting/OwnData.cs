using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Availability;
using Unisson.Bot.Calls;
using Unisson.Bot.Commoners;
using Unisson.Bot.Commons;
using Unisson.Bot.Communities;
using Unisson.Bot.Contributions;
using Unisson.Bot.Experiences;
using Unisson.Bot.Kernel;
using Unisson.Bot.Missions;

namespace Unisson.Bot.Exporting;

/// <summary>Collects all that is kept about the one who asks, over all communities. An ask that never left is not in it: they never hear of those (rule 7).</summary>
internal sealed partial class OwnData
{
    private readonly Request _r;
    private readonly CancellationToken _ct;
    private readonly long _me;
    private List<long> _ids = [];
    private Dictionary<long, string> _communities = [];
    private Dictionary<long, string> _commons = [];
    private Dictionary<long, string> _missions = [];

    private OwnData(Request r, CancellationToken ct) => (_r, _ct, _me) = (r, ct, r.Caller.PersonId);

    public static async Task<IReadOnlyList<Section>> OfAsync(Request r, CancellationToken ct)
    {
        var own = new OwnData(r, ct);
        await own.LoadAsync();
        return
        [
            await own.PersonAsync(), await own.AccountsAsync(), await own.MembershipsAsync(), await own.ExperiencesAsync(), await own.WishesAsync(),
            await own.AsksAsync(), await own.RolesAsync(), await own.CallsAsync(), await own.JournalAsync(), await own.LinesAsync(), await own.ProposalsAsync(),
            await own.ResourcesAsync(), await own.FramesAsync(), await own.PledgesAsync(), await own.AcceptancesAsync(), await own.LookingBackAsync(), await own.ConcernsAsync(),
            await own.RemindersAsync(), await own.MessagesAsync(), await own.ActsAsync(),
        ];
    }

    private async Task LoadAsync()
    {
        var db = _r.Db;
        _ids = [_me, .. await db.People.Where(p => p.Became == _me).Select(p => p.Id).ToListAsync(_ct)];
        _communities = await db.Communities.Where(c => db.Memberships.Any(m => m.CommunityId == c.Id && _ids.Contains(m.PersonId))).ToDictionaryAsync(c => c.Id, c => c.Name, _ct);
        var communities = _communities.Keys.ToList();
        _commons = await db.Commons.Where(c => communities.Contains(c.CommunityId)).ToDictionaryAsync(c => c.Id, c => c.Name, _ct);
        _missions = await db.Missions.Where(m => communities.Contains(m.CommunityId)
                && (m.Visibility != Visibility.Private || m.OpenedBy == _me || m.Holders.Any(h => h.PersonId == _me) || db.Calls.Any(c => c.MissionId == m.Id && c.Asks.Any(a => a.PersonId == _me && a.SentAt != null))))
            .ToDictionaryAsync(m => m.Id, m => $"{m.Title} ({m.Label})", _ct);
    }

    private async Task<Section> PersonAsync()
    {
        var p = await _r.Db.PersonAsync(_me, _ct);
        return Section.Of("person", [p], _ =>
        [
            new("name", p.Name), new("language", p.Language?.ToString()), new("language_guess", p.LanguageGuess?.ToString()), new("zone", p.Zone), new("door", p.Door),
            new("digest", p.Digest == Digest.OwnWeekly ? null : CommonerChoices.Digest.Labelled(p.Digest)), new("minutes_a_month", p.Capacity), new("moments", Flags(p.Days, CommonerChoices.Moments)),
            new("quiet_from_minute", p.QuietFrom), new("quiet_to_minute", p.QuietTo), new("terms", Flags(p.Terms, CommonerChoices.Terms)), new("near", p.Near),
            new("paused_at", p.PausedAt), new("pause_ends_at", p.PauseEndsAt), new("last_asked_at", p.LastAskedAt), new("fatigue", p.Fatigue), new("exposure", p.Exposure),
            new("replies", p.Replies), new("yeses", p.Yeses), new("reply_minutes", p.ReplyMinutes), new("unanswered", p.Unanswered),
        ]);
    }

    private async Task<Section> AccountsAsync() => Section.Of("accounts", await _r.Db.Accounts.Where(a => a.PersonId == _me).ToListAsync(_ct), a =>
        [new("network", a.Door), new("account", a.ExternalId), new("name", a.Name), new("reachable", a.IsReachable)]);

    private async Task<Section> MembershipsAsync() => Section.Of("memberships", await _r.Db.Memberships.Where(m => _ids.Contains(m.PersonId)).ToListAsync(_ct), m =>
    [
        new("community", _communities[m.CommunityId]), new("joined_at", m.JoinedAt), new("left_at", m.LeftAt), new("admin", m.IsAdmin), new("guarantor", m.IsGuarantor),
        new("vouched", m.IsVouched), new("asks_a_month", m.Asks), new("consent_at", m.ConsentAt), new("named_outside", m.IsNamedOutside), new("digest_at", m.DigestAt), new("still_true_at", m.StillTrueAt),
    ]);

    private async Task<Section> ExperiencesAsync() => Section.Of("experiences", await _r.Db.Experiences.Where(x => x.PersonId == _me).ToListAsync(_ct), x =>
    [
        new("community", _communities[x.CommunityId]), new("common", _commons[x.CommonId]), new("level", ExperienceChoices.Level.Labelled(x.Level)), new("since", x.Since), new("note", x.Note),
        new("seen_by", ExperienceChoices.SeenBy.Labelled(x.SeenBy)), new("declared_at", x.DeclaredAt), new("confirmed", x.Confirmed is { } level ? ExperienceChoices.Level.Labelled(level) : null),
    ]);

    /// <summary>"Not this subject", "I could", "not now".</summary>
    private async Task<Section> WishesAsync()
    {
        var mutes = await _r.Db.Mutes.Where(m => m.PersonId == _me).ToListAsync(_ct);
        var offers = await _r.Db.Offers.Where(o => o.PersonId == _me).ToListAsync(_ct);
        return new Section("wishes",
        [
            .. mutes.Select(m => new List<Field> { new("not_this_subject", _commons[m.CommonId]) }),
            .. offers.Select(o => new List<Field> { new("offer", OfferChoices.Kind.Labelled(o.Could ? OfferKind.Could : OfferKind.NotNow)), new("common", o.CommonId is { } common ? _commons[common] : null), new("until", o.Until) }),
        ]);
    }

    private async Task<Section> AsksAsync()
    {
        var asks = await (
            from a in _r.Db.Asks
            join c in _r.Db.Calls on a.CallId equals c.Id
            where _ids.Contains(a.PersonId) && (a.SentAt != null || a.IsVolunteer)
            orderby a.Id
            select new { Ask = a, c.MissionId, c.CommonId }).ToListAsync(_ct);
        return Section.Of("asks", asks, a =>
        [
            new("mission", _missions.GetValueOrDefault(a.MissionId)), new("common", a.CommonId is { } common ? _commons[common] : null), new("minutes", a.Ask.Minutes), new("sent_at", a.Ask.SentAt),
            new("state", CallChoices.Ask.Labelled(a.Ask.State)), new("answered_at", a.Ask.AnsweredAt), new("came_forward", a.Ask.IsVolunteer), new("chance_of_a_yes", a.Ask.SentAt is null ? null : a.Ask.Chance),
        ]);
    }

    private async Task<Section> RolesAsync() => Section.Of("roles", await _r.Db.RoleHolders.Where(h => h.PersonId == _me).ToListAsync(_ct), h =>
        [new("mission", _missions.GetValueOrDefault(h.MissionId)), new("role", MissionChoices.Role.Labelled(h.Role)), new("holding", MissionChoices.Holding.Labelled(h.Holding)), new("since", h.Since)]);

    private async Task<Section> CallsAsync() => Section.Of("calls", await _r.Db.Calls.Where(c => c.CallerId == _me).ToListAsync(_ct), c =>
        [new("call", c.Label), new("mission", _missions.GetValueOrDefault(c.MissionId)), new("note", c.Note), new("state", CallChoices.State.Labelled(c.State))]);

    private async Task<Section> JournalAsync() => Section.Of("journal", await _r.Db.Journal.Where(j => _ids.Contains(j.PersonId)).OrderBy(j => j.Id).ToListAsync(_ct), j =>
        [new("mission", _missions.GetValueOrDefault(j.MissionId)), new("at", j.At), new("what", j.What), new("note", j.Note)]);

    /// <summary>Theirs, and those that they wrote of others, whom the file does not name.</summary>
    private async Task<Section> LinesAsync()
    {
        var communities = _communities.Keys.ToList();
        var lines = await _r.Db.Ledger.Include(l => l.Text).Where(l => communities.Contains(l.CommunityId) && (_ids.Contains(l.PersonId ?? 0) || _ids.Contains(l.AuthorId))).OrderBy(l => l.Id).ToListAsync(_ct);
        return Section.Of("lines", lines, l =>
        [
            new("community", _communities[l.CommunityId]), new("line", l.Label), new("what_it_is", Words("line-kind", l.Kind)), new("about", l.About), new("mine", _ids.Contains(l.PersonId ?? 0)), new("written_by_me", _ids.Contains(l.AuthorId)),
            new("common", _commons[l.CommonId]), new("mission", l.MissionId is { } mission ? _missions.GetValueOrDefault(mission) : null), new("kind", ContributionChoices.Kind.Labelled(l.Contribution)),
            new("minutes", l.Minutes), new("cents", l.Cents), new("day", l.On), new("at", l.At), new("what", l.Text?.What), new("amount", l.Text?.Amount), new("link", l.Text?.Link), new("credited", l.Text?.Name),
        ]);
    }

    private async Task<Section> ProposalsAsync() => Section.Of("proposals", await _r.Db.Proposals.Where(p => p.AuthorId == _me || p.PersonId == _me).ToListAsync(_ct), p =>
    [
        new("line", p.Label), new("mine", p.PersonId == _me), new("written_by_me", p.AuthorId == _me), new("common", _commons[p.CommonId]), new("kind", ContributionChoices.Kind.Labelled(p.Contribution)),
        new("minutes", p.Minutes), new("cents", p.Cents), new("day", p.On), new("what", p.What), new("link", p.Link), new("credited", p.Name),
    ]);

    private async Task<Section> ResourcesAsync() => Section.Of("resources", await _r.Db.Resources.Where(x => x.AddedBy == _me).OrderBy(x => x.Id).ToListAsync(_ct), x =>
        [new("common", _commons[x.CommonId]), new("what", x.Title), new("kind", CommonChoices.Resource.Labelled(x.Kind)), new("link", x.Link), new("at", x.AddedAt)]);

    private async Task<Section> RemindersAsync() => Section.Of("reminders", await _r.Db.Reminders.Where(x => x.PersonId == _me).OrderBy(x => x.Number).ToListAsync(_ct), x =>
    [
        new("reminder", x.Label), new("what", x.What), new("for", Words("reminder-kind", x.Kind)), new("mission", x.MissionId is { } mission ? _missions.GetValueOrDefault(mission) : null),
        new("due_at", x.DueAt), new("rule", x.Rule), new("zone", x.Zone), new("state", Words("reminder-state", x.State)), new("sent_at", x.SentAt),
    ]);

    /// <summary>What waits for them, or left within days: when, without the words, which may name others.</summary>
    private async Task<Section> MessagesAsync()
    {
        var messages = await _r.Db.Outbox.Where(o => o.PersonId == _me && o.Body != null && (o.SentAt != null || o.AskId == null)).OrderBy(o => o.Id).ToListAsync(_ct);
        var news = await _r.Db.News.Where(n => n.PersonId == _me).OrderBy(n => n.Id).ToListAsync(_ct);
        return new Section("messages",
        [
            .. messages.Select(o => new List<Field> { new("at", o.CreatedAt), new("sent_at", o.SentAt) }),
            .. news.Select(n => new List<Field> { new("at", n.At) }),
        ]);
    }

    private async Task<Section> ActsAsync() => Section.Of("acts", await _r.Db.Audit.Where(a => a.PersonId == _me).OrderBy(a => a.Id).ToListAsync(_ct), a =>
        [new("community", _communities.GetValueOrDefault(a.CommunityId)), new("at", a.At), new("command", a.Command)]);

    private static Labelled[] Flags<T>(T all, Choices<T> choices)
        where T : struct, Enum
        => [.. Enum.GetValues<T>().Where(f => Convert.ToInt32(f, CultureInfo.InvariantCulture) != 0 && all.HasFlag(f)).Select(choices.Labelled)];

    private static Labelled Words<T>(string list, T value)
        where T : struct, Enum
        => new($"data.{list}.{value.ToString().ToLowerInvariant()}");
}
