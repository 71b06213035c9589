using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Commoners;
using Unisson.Bot.Contributions;
using Unisson.Bot.Kernel;

namespace Unisson.Bot.Moving;

/// <summary>
/// Lines that a file brings and that are there already, so that the same file twice is the same as once. A row is such a line when day, common,
/// kind, amount, words and link are the same, and the name where the row has one; two equal rows need two lines.
/// </summary>
internal sealed class LinesThere
{
    private readonly Dictionary<Key, List<string>> _names = [];

    public static async Task<LinesThere> AmongAsync(Request r, IReadOnlyList<ContributionRow> rows, CancellationToken ct)
    {
        var there = new LinesThere();
        foreach (var row in rows)
        {
            there._names.TryAdd(Key.Of(row, row.Said), []);
            there._names.TryAdd(Key.Of(row, row.What), []);
        }

        if (rows.Count == 0)
        {
            return there;
        }

        var (first, last, commons) = (rows.Min(row => row.On), rows.Max(row => row.On), rows.Select(row => row.Common.Id).Distinct().ToList());
        await foreach (var lines in LedgerRows.BatchesAsync(() => r.Db, r.Caller.CommunityId, all => all.Where(l => l.On >= first && l.On <= last && commons.Contains(l.CommonId)), keeps: true, ct))
        {
            var found = lines.Where(s => there._names.ContainsKey(Key.Of(s))).ToList();
            var people = await Naming.NamesAsync(r.Db, [.. found.Select(s => s.Line.PersonId).OfType<long>().Distinct()], ct);
            foreach (var s in found)
            {
                there._names[Key.Of(s)].Add(Fold.Of(s.Line.PersonId is { } person ? people.GetValueOrDefault(person, "") : s.Line.Text?.Name ?? ""));
            }
        }

        foreach (var p in await r.Db.Proposals.AsNoTracking().Where(p => p.CommunityId == r.Caller.CommunityId && p.AuthorId == r.Caller.PersonId && (p.PersonId == null || p.PersonId == r.Caller.PersonId)).ToListAsync(ct))
        {
            if (there._names.TryGetValue(new Key(p.CommonId, p.On, p.Given, p.What, p.Link), out var names))
            {
                names.Add(Fold.Of(p.PersonId is null ? p.Name ?? "" : r.Caller.Name));
            }
        }

        return there;
    }

    /// <summary>Whether a row is one of them, which stands for that row alone from now on.</summary>
    public bool Takes(ContributionRow row) => Takes(Key.Of(row, row.Said), row.Name) || (row.What != row.Said && Takes(Key.Of(row, row.What), row.Name));

    private bool Takes(Key key, string? name)
    {
        var names = _names[key];
        var at = name is null ? names.Count - 1 : names.IndexOf(Fold.Of(name));
        if (at < 0)
        {
            return false;
        }

        names.RemoveAt(at);
        return true;
    }

    private sealed record Key(long Common, DateOnly On, Given Given, string What, string? Link)
    {
        public static Key Of(ContributionRow row, string what) => new(row.Common.Id, row.On, row.Given, what, row.Link);

        public static Key Of(Standing s) => new(s.Line.CommonId, s.Line.On, s.Given, s.What!, s.Line.Text?.Link);
    }
}
