using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Kernel;
using Unisson.Bot.Storage;

namespace Unisson.Bot.Commoners;

/// <summary>Turns what people type for a member into the person.</summary>
public static class FindingPeople
{
    /// <summary>What a line names people by at this door, by id; without those who have no account there.</summary>
    internal static Task<Dictionary<long, string>> AccountsAsync(this Request r, List<long> people, CancellationToken ct)
        => r.Db.Accounts.Where(a => a.Door == r.Caller.Door && people.Contains(a.PersonId)).GroupBy(a => a.PersonId).Select(g => new { g.Key, Account = g.Min(a => a.ExternalId)! }).ToDictionaryAsync(a => a.Key, a => a.Account, ct);

    /// <summary>How a line to be typed names people at this door: by their account; on Discord, where ids are numbers that nobody knows, by what they are called.</summary>
    internal static async Task<Dictionary<long, string>> TypedAsync(this Request r, Dictionary<long, string> names, CancellationToken ct)
    {
        var accounts = r.Caller.Door == "discord" ? [] : await r.AccountsAsync([.. names.Keys], ct);
        return names.ToDictionary(n => n.Key, n => accounts.GetValueOrDefault(n.Key) ?? "@" + n.Value);
    }

    /// <summary>Those of them who did not leave the community.</summary>
    internal static Task<List<long>> StillMembersAsync(this BotDb db, long communityId, List<long> people, CancellationToken ct)
        => db.Memberships.Where(m => m.CommunityId == communityId && people.Contains(m.PersonId) && m.LeftAt == null).Select(m => m.PersonId).ToListAsync(ct);

    /// <summary>By the account's id at this door (at the terminal the name, folded), with its sign or without, among members only: <c>person.unknown</c>.</summary>
    public static async Task<Result<Person>> PersonAsync(this Request r, string typed, CancellationToken ct)
    {
        var external = Fold.Of(typed.TrimStart('@'));
        string[] ids = [external, "@" + external];
        var person = await (
            from a in r.Db.Accounts
            join m in r.Db.Memberships on a.PersonId equals m.PersonId
            join p in r.Db.People on a.PersonId equals p.Id
            where a.Door == r.Caller.Door && ids.Contains(a.ExternalId) && m.CommunityId == r.Caller.CommunityId && m.LeftAt == null
            select p).FirstOrDefaultAsync(ct);
        return person is null ? new Refusal("person.unknown", typed) : person;
    }
}
