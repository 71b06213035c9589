using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Commoners;
using Unisson.Bot.Communities;
using Unisson.Bot.Kernel;
using Unisson.Bot.Storage;

namespace Unisson.Bot.Moving;

/// <summary>
/// People as a file: names alone. Out go those who agreed to be named outside the community, and the names without account that admins brought
/// in; in come names without account, to whom contributions can be credited. A consent, a time or an experience is never in it (rule 1).
/// </summary>
internal static class PeopleTable
{
    private const int LongestName = 80;

    private static readonly Column Name = new("name", Needed: true), Remove = new("remove");

    public static Table Table { get; } = new(Moved.People, [Name, Remove]) { Rows = RowsAsync, Told = ToldAsync, Plan = PlanAsync };

    private static async IAsyncEnumerable<string?[]> RowsAsync(Leaving leaving, [EnumeratorCancellation] CancellationToken ct)
    {
        await using var db = leaving.Read();
        foreach (var name in await NamesAsync(db, leaving.CommunityId, ct))
        {
            yield return [name, null];
        }
    }

    private static async Task<Reply> ToldAsync(Request r, CancellationToken ct)
    {
        var names = await NamesAsync(r.Db, r.Caller.CommunityId, ct);
        var unnamed = await Members(r.Db, r.Caller.CommunityId).CountAsync(m => !m.IsNamedOutside && r.Db.Accounts.Any(a => a.PersonId == m.PersonId), ct);
        return new Reply(r.Say["export.people", names.Count]) { Lines = [unnamed == 0 ? r.Say["export.all-named"] : r.Say["contribution.export-unnamed", unnamed], r.Say["export.never"]] };
    }

    /// <summary>Each once, in their order.</summary>
    private static async Task<List<string>> NamesAsync(BotDb db, long communityId, CancellationToken ct)
    {
        var agreed = await (from m in Members(db, communityId) join p in db.People on m.PersonId equals p.Id where m.IsNamedOutside && p.ForgottenAt == null select p.Name).ToListAsync(ct);
        var brought = await WithoutAccount.Of(db, communityId).Select(p => p.Name).ToListAsync(ct);
        return [.. agreed.Concat(brought).DistinctBy(n => Fold.Of(n), StringComparer.Ordinal).OrderBy(n => Fold.Of(n), StringComparer.Ordinal)];
    }

    private static IQueryable<Membership> Members(BotDb db, long communityId) => db.Memberships.Where(m => m.CommunityId == communityId && m.LeftAt == null);

    private static async Task<Plan> PlanAsync(Request r, Sheet sheet, CancellationToken ct)
    {
        var wrong = new List<WrongCell>();
        var known = (await (from m in Members(r.Db, r.Caller.CommunityId) join p in r.Db.People on m.PersonId equals p.Id select p.Name).ToListAsync(ct)).Select(n => Fold.Of(n)).ToHashSet(StringComparer.Ordinal);
        var brought = (await WithoutAccount.Of(r.Db, r.Caller.CommunityId).ToListAsync(ct)).ToLookup(p => Fold.Of(p.Name), StringComparer.Ordinal);
        var (added, removed, passed) = (new List<string>(), new List<Person>(), 0);
        foreach (var row in sheet.Rows)
        {
            if (row[Name]?.OneLine() is not { Length: > 0 } name)
            {
                wrong.Add(new WrongCell(row.Line, Name, new Refusal("import.missing")));
            }
            else if (name.Length > LongestName)
            {
                wrong.Add(new WrongCell(row.Line, Name, new Refusal("import.too-long", LongestName, name.Length)));
            }
            else if (row[Remove] is { } said && !CommunityChoices.YesNo.TryRead(said, out _))
            {
                wrong.Add(new WrongCell(row.Line, Remove, new Refusal("import.yes-no", said.Cut(40))));
            }
            else if (row[Remove] is { } yes && CommunityChoices.YesNo.TryRead(yes, out var goes) && goes == YesNo.Yes)
            {
                var gone = brought[Fold.Of(name)].Except(removed).ToList();
                removed.AddRange(gone);
                passed += gone.Count == 0 ? 1 : 0;
            }
            else if (known.Add(Fold.Of(name)))
            {
                added.Add(name);
            }
            else
            {
                passed++;
            }
        }

        return new Plan([.. added, .. removed.Select(p => r.Say["import.name-goes", p.Name])], passed, wrong, stop => StoreAsync(r, added, removed, stop));
    }

    private static async Task<IReadOnlyList<string>> StoreAsync(Request r, List<string> added, List<Person> removed, CancellationToken ct)
    {
        var people = added.ConvertAll(name => new Person { Name = name });
        r.Db.People.AddRange(people);
        await r.Db.SaveChangesAsync(ct);
        r.Db.Memberships.AddRange(people.Select(p => new Membership { CommunityId = r.Caller.CommunityId, PersonId = p.Id, JoinedAt = r.Now }));
        await r.Db.SaveChangesAsync(ct);
        var ids = removed.ConvertAll(p => p.Id);
        await r.Db.Memberships.Where(m => ids.Contains(m.PersonId)).ExecuteDeleteAsync(ct);
        await r.Db.People.Where(p => ids.Contains(p.Id)).ExecuteDeleteAsync(ct);
        return added.Count > 0 ? [r.Say["import.people-next"]] : [];
    }
}
