using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Files;
using Unisson.Bot.Kernel;
using Fields = Unisson.Bot.Contributions.ContributionFields;

namespace Unisson.Bot.Contributions;

/// <summary>
/// <c>/contribution export</c>: the ledger as a file, for a spreadsheet or for programs. It is made to leave the community, so a person is named
/// in it with their consent only, and never beside money (design 13).
/// </summary>
public static class ContributionExport
{
    public static CommandSpec Spec { get; } = new(Groups.Contribution, new("export", "exporter"))
    {
        Allow = Allow.Member,
        Options = [Fields.Mission, Fields.Common, Fields.Person, Fields.Since, Fields.Format],
        Reads = true,
        Run = RunAsync,
    };

    private static async Task<Result<Reply>> RunAsync(Request r, CancellationToken ct)
    {
        if ((await LineFilter.ReadAsync(r, ct)).Refused(out var refusal, out var filter))
        {
            return refusal;
        }

        var last = (await r.Db.LedgerHeads.AsNoTracking().FirstOrDefaultAsync(h => h.CommunityId == filter.CommunityId, ct))?.Number ?? 0;
        var held = ExportLines.Of(r.Db, filter).Where(l => l.Number <= last);
        var count = filter.IsWhole ? last : await held.CountAsync(ct);
        if (count == 0)
        {
            return new Reply(r.Say["contribution.none"]);
        }

        var people = await held.Where(l => l.PersonId != null).Select(l => l.PersonId!.Value).Distinct().ToListAsync(ct);
        var unnamed = await ExportConsent.UnnamedAsync(r.Db, filter.CommunityId, r.Caller.PersonId, people, ct);
        return new Reply(r.Say["contribution.exported", count])
        {
            Lines =
            [
                unnamed == 0 ? r.Say["contribution.export-named"] : r.Say["contribution.export-unnamed", unnamed],
                r.Say["contribution.export-never"],
                .. filter.PersonId is null ? Array.Empty<string>() : [r.Say["contribution.export-no-money"]],
            ],
            Files = [File(r, new ExportLines(r.Read, filter, last, r.Caller.PersonId))],
        };
    }

    private static ReplyFile File(Request r, ExportLines lines)
    {
        var (say, now, tooLarge) = (r.Say, r.Now, r.Say["contribution.export-too-large"]);
        return r.Value(Fields.Format) == ExportFormat.Json
            ? new ReplyFile("unisson-ledger.json", "application/json", "") { Streaming = new((into, ct) => LedgerJson.WriteAsync(into, lines, now, ct), tooLarge) }
            : new ReplyFile("unisson-ledger.csv", "text/csv", "") { Streaming = new((into, ct) => LedgerCsv.WriteAsync(into, lines, say, ct), tooLarge) };
    }
}
