using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Calls;
using Unisson.Bot.Commoners;
using Unisson.Bot.Kernel;

namespace Unisson.Bot.Availability;

/// <summary><c>/availability show</c>: all that one gives, in words, and why one is held back now if so. Only ever for that person.</summary>
public static class AvailabilityShow
{
    private const int MostNames = 20;

    public static CommandSpec Spec { get; } = new(Groups.Availability, new("show", "voir"))
    {
        Allow = Allow.Member,
        Reads = true,
        Run = RunAsync,
    };

    private static async Task<Result<Reply>> RunAsync(Request r, CancellationToken ct)
    {
        var month = await MonthOfGiving.ReadAsync(r, ct);
        var (person, membership) = (month.Person, month.Membership);
        return new Reply(First(r.Say, month))
        {
            Lines =
            [
                .. Giving.Words(person, membership, r.Say),
                .. await OffersAsync(r, ct),
                .. await MutesAsync(r, ct),
                .. Month(r.Say, month),
                person.LastAskedAt is { } asked ? r.Say["availability.last-asked", r.Say.Day(asked)] : r.Say["availability.never-asked"],
                .. month.HeldBack() is { } held ? [held] : Array.Empty<string>(),
            ],
            Actions =
            [
                .. person.PausedAt is null ? [] : new[] { AvailabilityActions.Resume.On(person.Id, r.Say) },
                .. membership.Asks == 0 ? [] : new[] { AvailabilityActions.Stop.On(person.Id, r.Say) },
            ],
        };
    }

    private static string First(Say say, MonthOfGiving month) => month switch
    {
        { Person: { PausedAt: not null, PauseEndsAt: { } ends } } => say["availability.now-paused-until", say.Day(ends)],
        { Person.PausedAt: not null } => say["availability.now-paused"],
        { Membership.Asks: 0 } => say["availability.now-nothing"],
        _ => say["availability.now", month.Membership.Asks, TimeSpan.FromMinutes(month.Person.Capacity)],
    };

    private static IEnumerable<string> Month(Say say, MonthOfGiving month)
    {
        if (month.Promised + month.Reserved > 0)
        {
            yield return say["availability.month", TimeSpan.FromMinutes(month.Promised), TimeSpan.FromMinutes(month.Reserved), TimeSpan.FromMinutes(month.Left)];
        }
    }

    private static async Task<List<string>> OffersAsync(Request r, CancellationToken ct)
    {
        var offers = await (
            from o in r.Db.Offers
            join c in r.Db.Commons on o.CommonId equals (long?)c.Id into commons
            from c in commons.DefaultIfEmpty()
            where o.PersonId == r.Caller.PersonId && o.CommunityId == r.Caller.CommunityId && o.Until > r.Now
            orderby o.Id
            select new { o.Could, o.Until, Common = c == null ? null : c.Name }).Take(MostNames).ToListAsync(ct);
        return offers.ConvertAll(o => (o.Could, o.Common) switch
        {
            (true, null) => r.Say["availability.offer-could", r.Say.Day(o.Until)],
            (true, _) => r.Say["availability.offer-could-common", o.Common, r.Say.Day(o.Until)],
            (false, null) => r.Say["availability.offer-not-now", r.Say.Day(o.Until)],
            (false, _) => r.Say["availability.offer-not-now-common", o.Common, r.Say.Day(o.Until)],
        });
    }

    private static async Task<List<string>> MutesAsync(Request r, CancellationToken ct)
    {
        var muted = await (
            from m in r.Db.Mutes
            join c in r.Db.Commons on m.CommonId equals c.Id
            where m.CommunityId == r.Caller.CommunityId && m.PersonId == r.Caller.PersonId
            orderby c.Slug
            select new { c.Name, c.Slug }).Take(MostNames).ToListAsync(ct);
        var line = muted.Count == 0 ? null : new CommandLine(AvailabilityOffer.Spec.Path, ("offer", OfferChoices.Kind.Label(OfferKind.Could, r.Say)), ("common", muted[0].Slug));
        return line is null ? [] : [r.Say["availability.muted", muted.Select(m => m.Name)], AvailabilityOffer.Spec.Write(line, r.Caller.Language)];
    }
}
