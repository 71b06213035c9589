using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Missions;
using Unisson.Bot.Storage;

namespace Unisson.Bot.Contributions;

/// <summary>
/// The lines of an export, read in batches so that neither memory nor a view of the file is held while somebody slow takes them. Those that
/// are written meanwhile are not in it.
/// </summary>
/// <param name="last">The last number that it holds.</param>
/// <param name="reader">Who takes it.</param>
internal sealed class ExportLines(Func<BotDb> read, LineFilter filter, int last, long reader)
{
    /// <summary>Lines; the first batch is small, so that its first line leaves at once.</summary>
    private const int FirstBatch = 200, Batch = 4_000;

    /// <summary>What may stand in it at all: of one person alone no money, because in a file about somebody a sum has their name (design 13).</summary>
    public static IQueryable<LedgerLine> Of(BotDb db, LineFilter filter)
        => filter.PersonId is null ? filter.Lines(db) : filter.Lines(db).Where(l => l.Cents == null && l.Contribution != ContributionKind.Money);

    public async IAsyncEnumerable<IReadOnlyList<ExportedLine>> BatchesAsync([EnumeratorCancellation] CancellationToken ct)
    {
        var (after, size) = (filter.From - 1, FirstBatch);
        while (true)
        {
            var batch = await BatchAsync(after, size, ct);
            if (batch.Count > 0)
            {
                yield return batch;
                after = batch[^1].Number;
            }

            if (batch.Count < size)
            {
                yield break;
            }

            size = Batch;
        }
    }

    private async Task<List<ExportedLine>> BatchAsync(int after, int size, CancellationToken ct)
    {
        await using var db = read();
        var rows = await Of(db, filter).AsNoTracking().Where(l => l.Number > after && l.Number <= last).OrderBy(l => l.Number).Take(size)
            .Select(l => new Row(
                l,
                l.Text,
                l.Cents != null || l.Contribution == ContributionKind.Money
                    || db.Ledger.Any(o => o.CommunityId == l.CommunityId && o.Number == l.About && o.Cents != null)
                    || db.Ledger.Any(o => o.CommunityId == l.CommunityId && o.About == (l.About ?? l.Number) && o.Cents != null)))
            .ToListAsync(ct);
        var names = await ExportConsent.NamesAsync(db, filter.CommunityId, reader, [.. rows.Where(r => !r.HasMoney && r.Text != null).Select(r => r.Line.PersonId).OfType<long>().Distinct()], ct);
        var commonIds = rows.ConvertAll(r => r.Line.CommonId).Distinct().ToList();
        var commons = await db.Commons.Where(c => commonIds.Contains(c.Id)).Select(c => new { c.Id, c.Slug, c.Name }).ToDictionaryAsync(c => c.Id, c => (c.Slug, c.Name), ct);
        var missionIds = rows.Select(r => r.Line.MissionId).OfType<long>().Distinct().ToList();
        var missions = missionIds.Count == 0 ? [] : await db.Missions.Where(m => missionIds.Contains(m.Id) && m.Visibility != Visibility.Private).ToDictionaryAsync(m => m.Id, ct);
        return rows.ConvertAll(r => Exported(r, commons[r.Line.CommonId], r.Line.MissionId is { } id ? missions.GetValueOrDefault(id) : null, names));
    }

    private static ExportedLine Exported(Row row, (string Slug, string Name) common, Mission? mission, Dictionary<long, string> names)
    {
        var (line, text) = (row.Line, row.Text);
        return new ExportedLine
        {
            Number = line.Number,
            Kind = line.Kind,
            About = line.About,
            Written = line.At,
            Day = line.On,
            Common = common.Slug,
            CommonName = common.Name,
            Mission = mission?.Label,
            MissionTitle = mission?.Title,
            Contribution = line.Contribution,
            Minutes = line.Minutes,
            Cents = line.Cents,
            What = text?.What is { Length: > 0 } what ? what : null,
            Link = text?.Link,
            Name = !row.HasMoney && text is not null && line.PersonId is { } person ? names.GetValueOrDefault(person) : null,
            Forgotten = text is null,
            Hash = Convert.ToHexStringLower(line.Hash),
        };
    }

    /// <param name="HasMoney">It, the line that it is about, or what was written about it since holds money: then nobody is named.</param>
    private sealed record Row(LedgerLine Line, LedgerText? Text, bool HasMoney);
}
