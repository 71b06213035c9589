using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Commons;
using Unisson.Bot.Kernel;
using Unisson.Bot.Missions;
using Fields = Unisson.Bot.Contributions.ContributionFields;

namespace Unisson.Bot.Contributions;

/// <summary>To which common something went, and what it was.</summary>
internal sealed record Subject(Common Common, string What)
{
    /// <summary>A mission's only common fills itself. Refusals: <c>command.missing</c> with the line to complete, <c>contribution.which-common</c>, <c>common.…</c>.</summary>
    public static async Task<Result<Subject>> ReadAsync(Request r, Mission? mission, CancellationToken ct)
    {
        var (common, what) = (r.Text(Fields.Common), r.Text(Fields.What));
        if (common is not null && what is null && mission?.Commons is [var only] && await r.Db.CommonAsync(r.Caller.CommunityId, Fold.Of(common), ct) is null)
        {
            // One text, no amount, and the mission leans on one common only: the text is what it was.
            return new Subject(await OfAsync(r, only, ct), OneLine(common));
        }

        if (common is null && what is not null && mission?.Commons is { Count: > 1 } several)
        {
            var ids = several.ConvertAll(c => c.CommonId);
            var slugs = await r.Db.Commons.Where(c => ids.Contains(c.Id)).OrderBy(c => c.Slug).Select(c => c.Slug).ToListAsync(ct);
            return new Refusal("contribution.which-common", mission.Title, slugs) { Mend = r.Line.With("common", CommandLine.Blank) };
        }

        var missing = Missing(r, common is null && mission?.Commons is not [_], what is null);
        if (missing.Count > 0)
        {
            return missing is [var last] && last == Fields.Amount ? new Refusal("contribution.amount") : r.Missing(missing);
        }

        if (common is null)
        {
            return new Subject(await OfAsync(r, mission!.Commons[0], ct), OneLine(what!));
        }

        if (await r.Db.CommonAsync(r.Caller.CommunityId, Fold.Of(common), ct) is not { } found && (await r.CommonAsync(common, ct)).Refused(out var refusal, out found))
        {
            return refusal;
        }

        return new Subject(found, OneLine(what!));
    }

    /// <summary>Texts of the ledger are one line each, so that a line can be read out wherever it stands.</summary>
    public static string OneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static List<Option> Missing(Request r, bool common, bool what)
    {
        var missing = new List<Option>();
        if (common)
        {
            missing.Add(Fields.Common);
        }

        if (!r.Given(Fields.Amount) && !(r.Given(Fields.Kind, out var kind) && Given.IsWhole(kind)))
        {
            missing.Add(Fields.Amount);
        }

        if (what)
        {
            missing.Add(Fields.What);
        }

        return missing;
    }

    private static Task<Common> OfAsync(Request r, MissionCommon of, CancellationToken ct)
        => r.Db.Commons.AsNoTracking().FirstAsync(c => c.CommunityId == of.CommunityId && c.Id == of.CommonId, ct);
}
