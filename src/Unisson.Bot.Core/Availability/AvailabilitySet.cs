using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Calls;
using Unisson.Bot.Commoners;
using Unisson.Bot.Communities;
using Unisson.Bot.Experiences;
using Unisson.Bot.Kernel;
using Fields = Unisson.Bot.Availability.AvailabilityFields;

namespace Unisson.Bot.Availability;

/// <summary>
/// <c>/availability set</c>: the only place where somebody consents to be asked, for themselves alone (rule 1). Hours without asks are not
/// consent; 0 asks takes consent back, and what was open is released at once.
/// </summary>
public static class AvailabilitySet
{
    public static CommandSpec Spec { get; } = new(Groups.Availability, new("set", "régler", "regle"))
    {
        Allow = Allow.Member,
        Options = Fields.All,
        Form = [Fields.Asks, Fields.Hours, Fields.Days, Fields.Quiet, Fields.Terms],
        Run = RunAsync,
    };

    private static async Task<Result<Reply>> RunAsync(Request r, CancellationToken ct)
    {
        var person = await r.Db.PersonAsync(r.Caller.PersonId, ct);
        var membership = (await r.Db.Memberships.FindAsync([r.Caller.CommunityId, r.Caller.PersonId], ct))!;
        if (!Fields.All.Any(r.Given))
        {
            return await AskAsync(r, membership, ct);
        }

        var could = membership.Asks > 0;
        Apply(r, person, membership);
        if (membership.Asks == 0 || person.Capacity == 0)
        {
            await CallEnd.ReleaseAsync(r.Db, person.Id, person.Capacity == 0 ? null : r.Caller.CommunityId, r.Now, ct);
        }

        if (r.Given(Fields.Asks) || r.Given(Fields.Hours))
        {
            await StillTrue.PlanAsync(r.Db, membership, r.Now, ct);
        }

        await Turns.KeepAsync(r.Db, person.Id, ct);
        return new Reply(First(r, person, membership, could))
        {
            Lines = [.. await LinesAsync(r, person, membership, could, ct)],
            Actions = membership.Asks > 0 ? [AvailabilityActions.Stop.On(person.Id, r.Say)] : [],
        };
    }

    /// <summary>The bare line asks both questions, and gives the line to complete; who answered them before gets what they said, to be changed.</summary>
    private static async Task<Refusal> AskAsync(Request r, Membership membership, CancellationToken ct)
    {
        var line = membership.ConsentAt is null
            ? r.Line.With("asks", CommandLine.Blank).With("hours", CommandLine.Blank)
            : Giving.Line(r.Line, await r.Db.PersonAsync(r.Caller.PersonId, ct), membership, r.Say);
        var community = await r.Db.Communities.Where(c => c.Id == r.Caller.CommunityId).Select(c => c.Name).FirstAsync(ct);
        return (membership.ConsentAt is null ? new Refusal("availability.first", r.Caller.Name, community) : new Refusal("availability.empty")) with { Mend = line };
    }

    private static void Apply(Request r, Person person, Membership membership)
    {
        if (r.Given(Fields.Asks, out var asks))
        {
            membership.Consent(asks, r.Now);
        }

        person.Capacity = r.Value(Fields.Hours) is { } hours ? (int)hours.TotalMinutes : person.Capacity;
        person.Days = r.Value(Fields.Days) ?? person.Days;
        person.Terms = r.Value(Fields.Terms) ?? person.Terms;
        if (r.Given(Fields.Quiet, out var quiet))
        {
            (person.QuietFrom, person.QuietTo) = (quiet.From, quiet.To);
        }

        if (r.Text(Fields.Near) is { } near)
        {
            person.Near = near == "-" ? null : near;
        }
    }

    private static string First(Request r, Person person, Membership membership, bool could) => (membership.Asks, person.Capacity) switch
    {
        (0, _) when r.Given(Fields.Asks) => r.Say["availability.zero"],
        (0, > 0) when r.Given(Fields.Hours) => r.Say["availability.hours-only", TimeSpan.FromMinutes(person.Capacity)],
        ( > 0, 0) => r.Say["availability.asks-only", membership.Asks],
        ( > 0, _) when !could => r.Say["availability.consent", membership.Asks, TimeSpan.FromMinutes(person.Capacity)],
        _ => r.Say["availability.stored"],
    };

    private static async Task<List<string>> LinesAsync(Request r, Person person, Membership membership, bool could, CancellationToken ct)
    {
        var lines = new List<string>();
        if (membership.Asks > 0 && !could)
        {
            lines.Add(r.Say["availability.promise"]);
        }

        if (membership.Asks == 0 != (person.Capacity == 0))
        {
            var missing = membership.Asks == 0 ? "asks" : "hours";
            lines.Add(Spec.Write(new CommandLine(Spec.Path, (missing, CommandLine.Blank)), r.Caller.Language));
        }

        lines.AddRange(Giving.Words(person, membership, r.Say));
        if (person.PausedAt is not null)
        {
            lines.Add(r.Say["availability.still-paused"]);
        }

        if (membership.Asks > 0 && !await r.Db.Experiences.AnyAsync(x => x.PersonId == person.Id && x.CommunityId == membership.CommunityId, ct))
        {
            lines.Add(r.Say["availability.no-experience"]);
        }

        return lines;
    }
}
