using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Commoners;
using Unisson.Bot.Kernel;

namespace Unisson.Bot.Experiences;

/// <summary><c>/experience list</c>: one's own experiences, or those that another person shows to the caller. What is hidden leaves no hint.</summary>
public static class ExperienceList
{
    private const int Most = 20;

    private static readonly Option<string> Person = Options.Text("person", "personne", picks: Picks.Person);

    public static CommandSpec Spec { get; } = new(Groups.Experience, new("list", "liste", "lister"))
    {
        Allow = Allow.Member,
        Options = [Person],
        Positions = (_, _) => [Person],
        Reads = true,
        Run = RunAsync,
    };

    private static async Task<Result<Reply>> RunAsync(Request r, CancellationToken ct)
    {
        if (!r.Given(Person, out var typed))
        {
            return await OwnAsync(r, ct);
        }

        if ((await r.PersonAsync(typed, ct)).Refused(out var refusal, out var person))
        {
            return refusal;
        }

        return person.Id == r.Caller.PersonId ? await OwnAsync(r, ct) : await OfAsync(r, person, ct);
    }

    private static async Task<Reply> OwnAsync(Request r, CancellationToken ct)
    {
        var rows = await RowsAsync(r, r.Caller.PersonId, [], ct);
        if (rows.Count == 0)
        {
            return new Reply(r.Say["experience.none-own"]);
        }

        var names = await Naming.NamesAsync(r.Db, [.. rows.Select(x => x.Experience.ConfirmedBy ?? 0).Distinct()], ct);
        return new Reply(r.Say["experience.own", rows.Count])
        {
            Lines = [.. rows.Take(Most).Select(x => Own(r.Say, x, names)), .. More(r.Say, rows.Count), .. await HowToConfirmAsync(r, rows, ct)],
        };
    }

    /// <summary>With the first of those that others see and that wait for it as the example.</summary>
    private static async Task<string[]> HowToConfirmAsync(Request r, List<Row> rows, CancellationToken ct)
        => rows.Find(x => x.Experience.Counted != x.Experience.Level && x.Experience.SeenBy != SeenBy.Private) is { } row
            ? [r.Say["experience.confirm-how"], await ExperienceConfirm.LineAsync(r, row.Slug, ct)]
            : [];

    private static async Task<Reply> OfAsync(Request r, Person person, CancellationToken ct)
    {
        var rows = await RowsAsync(r, person.Id, SeeingExperiences.ShownTo(r.Caller), ct);
        return rows.Count == 0
            ? new Reply(r.Say["experience.none-shown", person.Name])
            : new Reply(r.Say["experience.shown", person.Name])
            {
                Lines = [.. rows.Take(Most).Select(x => r.Say["experience.row", x.Common, x.Experience.Words(r.Say), Note(r.Say, x.Experience)]), .. More(r.Say, rows.Count)],
            };
    }

    private sealed record Row(Experience Experience, string Common, string Slug);

    /// <param name="shown">Who must be able to see them; none for one's own.</param>
    private static async Task<List<Row>> RowsAsync(Request r, long personId, IReadOnlyList<SeenBy> shown, CancellationToken ct) => await (
        from x in r.Db.Experiences
        join c in r.Db.Commons on x.CommonId equals c.Id
        where x.PersonId == personId && x.CommunityId == r.Caller.CommunityId && (shown.Count == 0 || shown.Contains(x.SeenBy))
        orderby c.Slug
        select new Row(x, c.Name, c.Slug)).Take(200).ToListAsync(ct);

    private static string Own(Say say, Row row, Dictionary<long, string> names)
        => say["experience.row-own", row.Common, row.Experience.Words(say), Note(say, row.Experience), row.Experience.Seers(say)] + Counts(say, row.Experience, names);

    /// <summary>What of it counts in calls, and by whose word.</summary>
    private static string Counts(Say say, Experience experience, Dictionary<long, string> names)
    {
        var by = names.GetValueOrDefault(experience.ConfirmedBy ?? 0);
        var counted = ExperienceChoices.Level.Label(experience.Counted, say);
        return (experience.IsConfirmed, experience.Counted == experience.Level) switch
        {
            (true, _) => say["experience.row-confirmed", by],
            (_, true) => "",
            _ when experience.Counted > Level.Contributed => say["experience.row-confirmed-to", counted, by],
            _ => say["experience.row-counts-as", counted],
        };
    }

    private static string Note(Say say, Experience experience) => experience.Note is { } note ? say["experience.row-note", note] : "";

    private static IEnumerable<string> More(Say say, int count) => count > Most ? [say["list.more", count - Most]] : [];
}
