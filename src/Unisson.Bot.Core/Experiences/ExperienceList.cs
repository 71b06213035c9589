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
        return rows.Count == 0
            ? new Reply(r.Say["experience.none-own"])
            : new Reply(r.Say["experience.own", rows.Count]) { Lines = [.. rows.Take(Most).Select(x => Own(r.Say, x)), .. More(r.Say, rows.Count)] };
    }

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

    private sealed record Row(Experience Experience, string Common);

    /// <param name="shown">Who must be able to see them; none for one's own.</param>
    private static async Task<List<Row>> RowsAsync(Request r, long personId, IReadOnlyList<SeenBy> shown, CancellationToken ct) => await (
        from x in r.Db.Experiences
        join c in r.Db.Commons on x.CommonId equals c.Id
        where x.PersonId == personId && x.CommunityId == r.Caller.CommunityId && (shown.Count == 0 || shown.Contains(x.SeenBy))
        orderby c.Slug
        select new Row(x, c.Name)).Take(200).ToListAsync(ct);

    private static string Own(Say say, Row row)
    {
        var words = row.Experience.Words(say);
        var counted = row.Experience.Counted == row.Experience.Level ? "" : say["experience.row-counts-as", ExperienceChoices.Level.Label(row.Experience.Counted, say)];
        return say["experience.row-own", row.Common, words, Note(say, row.Experience), row.Experience.Seers(say)] + counted;
    }

    private static string Note(Say say, Experience experience) => experience.Note is { } note ? say["experience.row-note", note] : "";

    private static IEnumerable<string> More(Say say, int count) => count > Most ? [say["list.more", count - Most]] : [];
}
