using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Storage;

namespace Unisson.Bot.Commoners;

/// <summary>What people are called.</summary>
internal static class Naming
{
    private static readonly Func<BotDb, List<long>, IAsyncEnumerable<KeyValuePair<long, string>>> Named = EF.CompileAsyncQuery((BotDb db, List<long> people) =>
        db.People.Where(p => people.Contains(p.Id)).Select(p => new KeyValuePair<long, string>(p.Id, p.Became == null ? p.Name : db.People.First(b => b.Id == p.Became).Name)));

    /// <summary>The names of these people, by id.</summary>
    public static async Task<Dictionary<long, string>> NamesAsync(BotDb db, List<long> people, CancellationToken ct)
        => await Named(db, people).ToDictionaryAsync(n => n.Key, n => n.Value, cancellationToken: ct);
}
