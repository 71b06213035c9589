using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Calls;
using Unisson.Bot.Communities;
using Unisson.Bot.Experiences;
using Unisson.Bot.Kernel;
using Unisson.Bot.Links;
using Unisson.Bot.Reminders;

namespace Unisson.Bot.Commoners;

/// <summary>
/// <c>/my show</c>: what is known about the one who asks, in words (rule 15). When they were asked and how they answered stands there ask by ask;
/// no rate is made of it for anybody (rule 2), and an ask that never left is not there (rule 7).
/// </summary>
public static class MyShow
{
    private const int ShownAsks = 12;

    public static CommandSpec Spec { get; } = new(Groups.My, new("show", "voir"))
    {
        Allow = Allow.Anyone,
        Reads = true,
        Run = RunAsync,
    };

    private static async Task<Result<Reply>> RunAsync(Request r, CancellationToken ct)
    {
        var person = await r.Db.People.SingleAsync(p => p.Id == r.Caller.PersonId, ct);
        var member = await r.Db.Memberships.SingleAsync(m => m.CommunityId == r.Caller.CommunityId && m.PersonId == person.Id, ct);
        var accounts = await r.Db.Accounts.Where(a => a.PersonId == person.Id).OrderBy(a => a.Id).ToListAsync(ct);
        return new Reply(r.Say["my.show", person.Name])
        {
            Lines =
            [
                r.Say["my.accounts", accounts.Select(a => NetworkChoices.Shown(a, r.Say))],
                string.Join(' ', [.. MySettings.All(person, r.Caller, r.Say), MySettings.Named(member, r.Say)]),
                await StandingAsync(r, member, ct),
                await ExperienceAsync(r, ct),
                .. Giving(r, person, member),
                .. await AsksAsync(r, ct),
                await KeptAsync(r, ct),
            ],
        };
    }

    private static async Task<string> StandingAsync(Request r, Membership member, CancellationToken ct)
    {
        var roles = new List<string>();
        if (member.IsGuarantor)
        {
            roles.Add(r.Say["choice.standing.guarantor"]);
        }

        if (member.IsAdmin)
        {
            roles.Add(r.Say["choice.standing.admin"]);
        }

        var spokenFor = await r.Db.Commons.Where(c => c.CommunityId == member.CommunityId && c.StewardId == member.PersonId).OrderBy(c => c.Slug).Select(c => c.Name).ToListAsync(ct);
        roles.AddRange(spokenFor.Select(name => r.Say["my.steward", name]));
        return member.LeftAt is { } left ? r.Say["my.left", r.Say.Day(left)]
            : roles.Count > 0 ? r.Say["my.member-as", r.Say.Day(member.JoinedAt), roles]
            : r.Say["my.member", r.Say.Day(member.JoinedAt)];
    }

    private static async Task<string> ExperienceAsync(Request r, CancellationToken ct)
    {
        var seen = await r.Db.Experiences.Where(x => x.PersonId == r.Caller.PersonId && x.CommunityId == r.Caller.CommunityId).Select(x => x.SeenBy).ToListAsync(ct);
        return seen.Count == 0
            ? r.Say["my.experience-none"]
            : r.Say["my.experience", seen.Count, seen.GroupBy(s => s).OrderBy(s => s.Key).Select(s => r.Say["my.experience-seen", s.Count(), ExperienceChoices.SeenBy.Label(s.Key, r.Say)])];
    }

    private static IEnumerable<string> Giving(Request r, Person person, Membership member)
    {
        yield return member is { Asks: > 0, ConsentAt: { } since }
            ? r.Say["my.consent", r.Say.Day(since), member.Asks]
            : r.Say["my.consent-none"];
        yield return person.Capacity > 0 ? r.Say["my.hours", TimeSpan.FromMinutes(person.Capacity)] : r.Say["my.hours-none"];
        if (person.PausedAt is { } paused)
        {
            yield return person.PauseEndsAt is { } until ? r.Say["my.paused-until", r.Say.Day(paused), r.Say.Day(until)] : r.Say["my.paused", r.Say.Day(paused)];
        }
    }

    /// <summary>When they were asked and what they answered, newest first, over all communities for 12 months.</summary>
    private static async Task<IReadOnlyList<string>> AsksAsync(Request r, CancellationToken ct)
    {
        var year = r.Now.AddMonths(-12);
        var asks = await (
            from a in r.Db.Asks
            join c in r.Db.Calls on a.CallId equals c.Id
            join m in r.Db.Missions on c.MissionId equals m.Id
            where a.PersonId == r.Caller.PersonId && a.SentAt != null && a.SentAt >= year && !a.IsVolunteer
            orderby a.SentAt descending
            select new { At = a.SentAt!.Value, a.State, m.Title }).Take(200).ToListAsync(ct);
        if (asks.Count == 0)
        {
            return [r.Say["my.asks-none"]];
        }

        List<string> lines =
        [
            r.Say["my.asks"],
            .. asks.Take(ShownAsks).Select(a => r.Say["my.ask", r.Say.Day(a.At), a.Title.Cut(60), Answer(a.State, r.Say)]),
        ];
        if (asks.Count > ShownAsks)
        {
            lines.Add(r.Say["my.asks-more", r.Say.Day(asks[ShownAsks].At)]);
        }

        return lines;
    }

    private static string Answer(AskState state, Say say) => state switch
    {
        AskState.Sent => say["my.ask-open"],
        AskState.Silent => say["my.ask-silent"],
        AskState.Released => say["my.ask-released"],
        _ => say["my.ask-answered", CallChoices.Ask.Label(state, say)],
    };

    private static async Task<string> KeptAsync(Request r, CancellationToken ct)
    {
        var lines = await r.Db.Ledger.CountAsync(l => l.CommunityId == r.Caller.CommunityId && (l.PersonId == r.Caller.PersonId || r.Db.People.Any(p => p.Became == r.Caller.PersonId && p.Id == l.PersonId)), ct);
        var reminders = await r.Db.Reminders.CountAsync(x => x.PersonId == r.Caller.PersonId && x.State == ReminderState.Active, ct);
        return r.Say["my.kept", lines, reminders];
    }
}
