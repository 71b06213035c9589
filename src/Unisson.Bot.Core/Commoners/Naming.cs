using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Storage;

namespace Unisson.Bot.Commoners;

/// <summary>What people are called.</summary>
internal static class Naming
{
    /// <summary>How the account begins that stands behind a name.</summary>
    public const string Account = " (@";

    private static readonly Func<BotDb, List<long>, IAsyncEnumerable<KeyValuePair<long, string>>> Named = EF.CompileAsyncQuery((BotDb db, List<long> people) =>
        db.People.Where(p => people.Contains(p.Id)).Select(p => new KeyValuePair<long, string>(p.Id, p.Became == null ? p.Name : db.People.First(b => b.Id == p.Became).Name)));

    /// <summary>
    /// What somebody is called who comes into a community: as they call themselves, with their account where somebody of it has a name that looks
    /// the same, or where the name is made to look like another (rule 18).
    /// </summary>
    /// <param name="account">What people read of it.</param>
    public static async Task<string> ToldApartAsync(BotDb db, Person person, string account, long communityId, CancellationToken ct)
    {
        var told = $"{Account}{account.TrimStart('@')})";
        var isTaken = Looks.IsMixed(person.Name) || await (
            from p in db.People
            join m in db.Memberships on p.Id equals m.PersonId
            where p.Looks == person.Looks && p.Id != person.Id && m.CommunityId == communityId && m.LeftAt == null && db.Accounts.Any(a => a.PersonId == p.Id)
            select p).AnyAsync(ct);
        return isTaken && !person.Name.EndsWith(told, StringComparison.Ordinal) ? person.Name + told : person.Name;
    }

    /// <summary>A name as its person gave it, without the account behind it.</summary>
    public static string Own(string name) => name.EndsWith(')') && name.LastIndexOf(Account, StringComparison.Ordinal) is > 0 and var at ? name[..at] : name;

    /// <summary>The names of these people, by id.</summary>
    public static async Task<Dictionary<long, string>> NamesAsync(BotDb db, List<long> people, CancellationToken ct)
        => await Named(db, people).ToDictionaryAsync(n => n.Key, n => n.Value, cancellationToken: ct);
}
