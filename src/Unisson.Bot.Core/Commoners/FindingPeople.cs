using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Kernel;
using Unisson.Bot.Links;
using Unisson.Bot.Storage;

namespace Unisson.Bot.Commoners;

/// <summary>Turns what people type for a member into the person. A community may live on two networks: whoever has no account on the caller's is named by what they are called.</summary>
public static class FindingPeople
{
    /// <summary>What every command calls the option that names somebody.</summary>
    private const string Option = "person";

    /// <summary>What the line of a gesture names people by, by id, which nobody reads: their account at this door, else the one they have.</summary>
    internal static async Task<Dictionary<long, string>> AccountsAsync(BotDb db, Caller caller, List<long> people, CancellationToken ct)
    {
        var accounts = await db.Accounts.Where(a => people.Contains(a.PersonId)).ToListAsync(ct);
        return accounts.GroupBy(a => a.PersonId).ToDictionary(g => g.Key, g => g.OrderBy(a => a.Door != caller.Door).ThenBy(a => a.ExternalId, StringComparer.Ordinal).First().ExternalId);
    }

    /// <summary>The same for one person; null where they have none.</summary>
    internal static async Task<string?> AccountAsync(BotDb db, Caller caller, long person, CancellationToken ct)
        => (await AccountsAsync(db, caller, [person], ct)).GetValueOrDefault(person);

    /// <summary>How a line to be typed names people at this door: by their account; on Discord, where ids are numbers that nobody knows, and where they have none, by what they are called.</summary>
    internal static async Task<Dictionary<long, string>> TypedAsync(this Request r, Dictionary<long, string> names, CancellationToken ct)
    {
        List<long> people = r.Caller.Door == "discord" ? [] : [.. names.Keys];
        var accounts = await r.Db.Accounts.Where(a => a.Door == r.Caller.Door && people.Contains(a.PersonId)).GroupBy(a => a.PersonId).Select(g => new { g.Key, Account = g.Min(a => a.ExternalId)! }).ToDictionaryAsync(a => a.Key, a => a.Account, ct);
        return names.ToDictionary(n => n.Key, n => accounts.GetValueOrDefault(n.Key) ?? "@" + n.Value);
    }

    /// <summary>Those of them who did not leave the community.</summary>
    internal static Task<List<long>> StillMembersAsync(this BotDb db, long communityId, List<long> people, CancellationToken ct)
        => db.Memberships.Where(m => m.CommunityId == communityId && people.Contains(m.PersonId) && m.LeftAt == null).Select(m => m.PersonId).ToListAsync(ct);

    /// <summary>The line as people read it: whom it names by an account elsewhere stands in it by what they are called, where that means nobody else.</summary>
    internal static async Task<CommandLine> ReadableAsync(BotDb db, Caller caller, CommandLine line, CancellationToken ct)
        => line.Values.TryGetValue(Option, out var account)
            && await WithAccountAsync(db, caller, Elsewhere(caller), [account], ct) is { } person
            && await CalledAsync(db, caller, Fold.Of(person.Name), ct) is [var only] && only.Id == person.Id
            ? line.With(Option, "@" + person.Name)
            : line;

    /// <summary>
    /// By the account's id at this door (at the terminal the name, folded), with its sign or without, else by that of whoever has no account here,
    /// or by their name where only one of them is called so (<c>person.ambiguous</c>, with a reading for each); among members only: <c>person.unknown</c>.
    /// </summary>
    public static async Task<Result<Person>> PersonAsync(this Request r, string typed, CancellationToken ct)
    {
        var external = Fold.Of(typed.TrimStart('@'));
        string[] ids = [external, "@" + external];
        if ((await WithAccountAsync(r.Db, r.Caller, [r.Caller.Door], ids, ct) ?? await WithAccountAsync(r.Db, r.Caller, Elsewhere(r.Caller), ids, ct)) is { } person)
        {
            return person;
        }

        return await CalledAsync(r.Db, r.Caller, external, ct) switch
        {
            [] => new Refusal("person.unknown", typed),
            [var only] => only,
            var several => await AmbiguousAsync(r, typed, several, ct),
        };
    }

    private static string[] Elsewhere(Caller caller) => [.. NetworkChoices.Networks.Values.Where(n => n != caller.Door)];

    private static async Task<Refusal> AmbiguousAsync(Request r, string typed, List<Person> several, CancellationToken ct)
    {
        var accounts = (await AccountsAsync(r.Db, r.Caller, several.ConvertAll(p => p.Id), ct)).Values.Order(StringComparer.Ordinal).ToList();
        return new Refusal("person.ambiguous", typed.TrimStart('@'), accounts) { Readings = [.. accounts.Select(a => (a, a))], Mend = r.Line.With(Option, CommandLine.Blank) };
    }

    private static Task<Person?> WithAccountAsync(BotDb db, Caller caller, string[] doors, string[] ids, CancellationToken ct) => (
        from a in db.Accounts
        join m in db.Memberships on a.PersonId equals m.PersonId
        join p in db.People on a.PersonId equals p.Id
        where doors.Contains(a.Door) && ids.Contains(a.ExternalId) && m.CommunityId == caller.CommunityId && m.LeftAt == null
        select p).FirstOrDefaultAsync(ct);

    /// <summary>Who has no account at this door and calls themselves so, whatever stands behind it to tell them from others; else who is shown so.</summary>
    private static async Task<List<Person>> CalledAsync(BotDb db, Caller caller, string folded, CancellationToken ct)
    {
        var (looks, here, elsewhere) = (Looks.Of(folded), caller.Door, Elsewhere(caller));
        var end = looks + '\uFFFF';
        var alike = looks.Length == 0 ? [] : await (
            from p in db.People
            join m in db.Memberships on p.Id equals m.PersonId
            where (p.Looks == looks || (p.Name.Contains(Naming.Account) && string.Compare(p.Looks, looks) > 0 && string.Compare(p.Looks, end) < 0)) && m.CommunityId == caller.CommunityId && m.LeftAt == null
                && db.Accounts.Any(a => a.PersonId == p.Id && elsewhere.Contains(a.Door)) && !db.Accounts.Any(a => a.PersonId == p.Id && a.Door == here)
            select p).ToListAsync(ct);
        return alike.FindAll(p => Fold.Of(Naming.Own(p.Name)) == folded) is { Count: > 0 } called ? called : alike.FindAll(p => Fold.Of(p.Name) == folded);
    }
}
