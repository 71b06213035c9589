using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Commons;
using Unisson.Bot.Kernel;

namespace Unisson.Bot.Moving;

/// <summary>
/// Commons as a file, with their resources. Who speaks for one, how often and on which terms its people may be asked is not in it: its steward
/// says so, with their own hand. One that is there already stays as it is.
/// </summary>
internal static class CommonsTable
{
    private static readonly Column Slug = new("slug"), Name = new("name"), Aliases = new("aliases"), About = new("about"), Links = new("links"), Licence = new("licence"),
        State = new("state"), Holds = new("resources");

    public static Table Table { get; } = new(Moved.Commons, [Slug, Name, Aliases, About, Links, Licence, State, Holds]) { Rows = RowsAsync, Told = ToldAsync, Plan = PlanAsync };

    private static async IAsyncEnumerable<string?[]> RowsAsync(Leaving leaving, [EnumeratorCancellation] CancellationToken ct)
    {
        await using var db = leaving.Read();
        var resources = (await db.Resources.AsNoTracking().Where(x => x.CommunityId == leaving.CommunityId).OrderBy(x => x.Id).ToListAsync(ct)).ToLookup(x => x.CommonId);
        foreach (var c in await db.Commons.AsNoTracking().Where(c => c.CommunityId == leaving.CommunityId).OrderBy(c => c.Id).ToListAsync(ct))
        {
            yield return [c.Slug, c.Name, c.Aliases, c.About, c.Links, c.Licence, CommonChoices.State.Label(c.State, leaving.Say), ResourceCell.Of(resources[c.Id], leaving.Say)];
        }
    }

    private static async Task<Reply> ToldAsync(Request r, CancellationToken ct)
    {
        var (commons, resources) = (await r.Db.Commons.CountAsync(c => c.CommunityId == r.Caller.CommunityId, ct), await r.Db.Resources.CountAsync(x => x.CommunityId == r.Caller.CommunityId, ct));
        return new Reply(r.Say["export.commons", commons, resources]) { Lines = [r.Say["export.never-commons"]] };
    }

    private static async Task<Plan> PlanAsync(Request r, Sheet sheet, CancellationToken ct)
    {
        var known = (await r.Db.Commons.Where(c => c.CommunityId == r.Caller.CommunityId).Select(c => c.Slug).ToListAsync(ct)).ToHashSet(StringComparer.Ordinal);
        var (added, wrong, passed) = (new List<Read>(), new List<WrongCell>(), 0);
        foreach (var row in sheet.Rows)
        {
            var reading = new RowReading(row, wrong, new Reading(r.Say));
            var said = row[Slug] ?? row[Name] ?? "";
            var slug = Common.SlugOf(said);
            if (slug is null || (row[Slug] is { } typed && Fold.Of(typed).Replace(' ', '-') != slug))
            {
                reading.IsWrong(Slug, said.Length == 0 ? new Refusal("import.missing") : slug is null ? new Refusal("import.slug", said.Cut(40)) : new Refusal("import.slug-like", said.Cut(40), slug));
                continue;
            }

            var common = new Common { CommunityId = r.Caller.CommunityId, Slug = slug, Name = reading.Text(Name, CommonFields.Name)?.OneLine() ?? said, AddedBy = r.Caller.PersonId, AddedAt = r.Now };
            common.Aliases = reading.Text(Aliases, CommonFields.Aliases);
            common.About = reading.Text(About, CommonFields.About);
            common.Links = reading.Text(Links, CommonFields.Links);
            common.Licence = reading.Text(Licence, CommonFields.Licence);
            common.State = reading.Value(State, CommonFields.State) ?? CommonState.Living;
            var resources = reading.Resources(Holds);
            if (known.Add(slug))
            {
                added.Add(new Read(common, resources));
            }
            else
            {
                passed++;
            }
        }

        return new Plan([.. added.Select(a => r.Say["import.common", a.Common.Name, a.Common.Slug, a.Resources.Count])], passed, wrong, stop => StoreAsync(r, added, stop));
    }

    private static async Task<IReadOnlyList<string>> StoreAsync(Request r, List<Read> added, CancellationToken ct)
    {
        r.Db.Commons.AddRange(added.Select(a => a.Common));
        await r.Db.SaveChangesAsync(ct);
        foreach (var (common, resources) in added)
        {
            r.Db.Resources.AddRange(resources.Select(x => x.To(common, r)));
        }

        await r.Db.SaveChangesAsync(ct);
        foreach (var (common, _) in added)
        {
            await r.Db.IndexAsync(common, ct);
        }

        return [r.Say["import.commons-next"]];
    }

    private sealed record Read(Common Common, IReadOnlyList<ResourceRead> Resources);
}
