using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Kernel;
using Unisson.Bot.Links;
using Unisson.Bot.Storage;

namespace Unisson.Bot.Commoners;

/// <summary>Turns what people type for a member into the person. A community may live on two networks: whoever has no account on the caller's is named by what they are called.</summary>
public static class FindingPeople
{
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

    /// <summary>
    /// By the account's id at this door (at the terminal the name, folded), with its sign or without, else by that of whoever has no account here,
    /// or by their name where only one of them is called so; among members only: <c>person.unknown</c>.
    /// </summary>
    public static async Task<Result<Person>> PersonAsync(this Request r, string typed, CancellationToken ct)
    {
        var external = Fold.Of(typed.TrimStart('@'));
        string[] ids = [external, "@" + external], elsewhere = [.. NetworkChoices.Networks.Values.Where(n => n != r.Caller.Door)];
        var person = await r.WithAccountAsync([r.Caller.Door], ids, ct) ?? await r.WithAccountAsync(elsewhere, ids, ct) ?? await r.CalledAsync(external, elsewhere, ct);
        return person is null ? new Refusal("person.unknown", typed) : person;
    }

    private static Task<Person?> WithAccountAsync(this Request r, string[] doors, string[] ids, CancellationToken ct) => (
        from a in r.Db.Accounts
        join m in r.Db.Memberships on a.PersonId equals m.PersonId
        join p in r.Db.People on a.PersonId equals p.Id
        where doors.Contains(a.Door) && ids.Contains(a.ExternalId) && m.CommunityId == r.Caller.CommunityId && m.LeftAt == null
        select p).FirstOrDefaultAsync(ct);

    private static async Task<Person?> CalledAsync(this Request r, string folded, string[] elsewhere, CancellationToken ct)
    {
        var (looks, here) = (Looks.Of(folded), r.Caller.Door);
        var alike = looks.Length == 0 ? [] : await (
            from p in r.Db.People
            join m in r.Db.Memberships on p.Id equals m.PersonId
            where p.Looks == looks && m.CommunityId == r.Caller.CommunityId && m.LeftAt == null
                && r.Db.Accounts.Any(a => a.PersonId == p.Id && elsewhere.Contains(a.Door)) && !r.Db.Accounts.Any(a => a.PersonId == p.Id && a.Door == here)
            select p).ToListAsync(ct);
        return alike.FindAll(p => Fold.Of(p.Name) == folded) is [var only] ? only : null;
    }
}
