using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Storage;

namespace Unisson.Bot.Contributions;

/// <summary>Who is named outside the community: who said yes to that, and whoever takes the file, to themselves.</summary>
internal static class ExportConsent
{
    private const int Batch = 500;

    /// <summary>Those of these people who are named, with their names; an account that was joined to another goes by that one.</summary>
    public static async Task<Dictionary<long, string>> NamesAsync(BotDb db, long communityId, long reader, IReadOnlyList<long> people, CancellationToken ct)
        => (await FindAsync(db, communityId, reader, people, ct)).Where(f => f.IsNamed).ToDictionary(f => f.Id, f => f.Name);

    /// <summary>How many of these people are not named, joined accounts counted once. Who asked to be forgotten has no name to leave out.</summary>
    public static async Task<int> UnnamedAsync(BotDb db, long communityId, long reader, IReadOnlyList<long> people, CancellationToken ct)
        => (await FindAsync(db, communityId, reader, people, ct)).Where(f => !f.IsNamed && !f.IsForgotten).Select(f => f.Is).Distinct().Count();

    private static async Task<List<Found>> FindAsync(BotDb db, long communityId, long reader, IReadOnlyList<long> people, CancellationToken ct)
    {
        var found = new List<Found>(people.Count);
        foreach (var ids in people.Chunk(Batch))
        {
            found.AddRange(await (
                from p in db.People.Where(p => ids.Contains(p.Id))
                join b in db.People on p.Became ?? p.Id equals b.Id
                select new Found(
                    p.Id,
                    b.Id,
                    b.Name,
                    b.ForgottenAt == null && (b.Id == reader || db.Memberships.Any(m => m.CommunityId == communityId && m.PersonId == b.Id && m.IsNamedOutside)),
                    b.ForgottenAt != null)).ToListAsync(ct));
        }

        return found;
    }

    private sealed record Found(long Id, long Is, string Name, bool IsNamed, bool IsForgotten);
}
