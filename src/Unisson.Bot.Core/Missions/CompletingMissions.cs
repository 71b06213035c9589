using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Kernel;
using Unisson.Bot.Storage;

namespace Unisson.Bot.Missions;

/// <summary>A mission offered while somebody types.</summary>
public sealed record MissionOffered(string Label, string Title);

/// <summary>Completes a mission by the beginning of its number or of its title, among those that the asker may see; read from indexes.</summary>
public static class CompletingMissions
{
    private const int Most = 25;

    /// <summary>At most 25: by number first, then by title; for nothing typed, those with the nearest deadlines that are open.</summary>
    public static async Task<IReadOnlyList<MissionOffered>> CompleteAsync(BotDb db, Caller caller, string prefix, CancellationToken ct)
    {
        var seen = db.Missions.AsNoTracking().SeenBy(caller.CommunityId, caller.PersonId);
        var folded = Fold.Of(prefix.Trim());
        if (folded.Length is 0 or > 120)
        {
            return folded.Length > 0 ? [] : Offered(await seen.Where(m => m.State == MissionState.Open).OrderBy(m => m.Deadline == null).ThenBy(m => m.Deadline).Take(Most).ToListAsync(ct));
        }

        var found = await ByNumberAsync(seen, folded, ct);
        if (found.Count < Most)
        {
            var after = folded + '\uFFFF';
            found.AddRange(await seen.Where(m => m.FoldedTitle.CompareTo(folded) >= 0 && m.FoldedTitle.CompareTo(after) < 0)
                .OrderBy(m => m.FoldedTitle).Take(Most).ToListAsync(ct));
        }

        return Offered(found);
    }

    /// <summary>"1" begins 1, 10 to 19, 100 to 199 …; "mp00" begins the hundred numbers 0000 to 0099.</summary>
    private static async Task<List<Mission>> ByNumberAsync(IQueryable<Mission> seen, string folded, CancellationToken ct)
    {
        var apart = folded.StartsWith("mp", StringComparison.Ordinal);
        var digits = folded.AsSpan().TrimStart(apart ? "mp" : "m");
        var found = new List<Mission>();
        if (digits.Length > 8 || digits.ContainsAnyExceptInRange('0', '9') || (digits.Length == 0 && !apart))
        {
            return found;
        }

        var number = digits.Length == 0 ? 0 : int.Parse(digits, System.Globalization.CultureInfo.InvariantCulture);
        var widest = apart ? Math.Max(4 - digits.Length, 0) : 8 - digits.Length;
        for (var zeros = apart ? widest : 0; zeros <= widest && found.Count < Most; zeros++)
        {
            var (from, to) = (number * Power(zeros), ((number + 1L) * Power(zeros)) - 1);
            found.AddRange(await seen.Where(m => m.IsApart == apart && m.Number >= from && m.Number <= to).OrderBy(m => m.Number).Take(Most - found.Count).ToListAsync(ct));
        }

        return found;
    }

    private static long Power(int zeros) => (long)Math.Pow(10, zeros);

    private static List<MissionOffered> Offered(IEnumerable<Mission> missions)
        => [.. missions.DistinctBy(m => m.Id).Take(Most).Select(m => new MissionOffered(m.Label, m.Title))];
}
