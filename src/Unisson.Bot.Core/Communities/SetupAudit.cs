using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Commoners;
using Unisson.Bot.Dates;
using Unisson.Bot.Kernel;

namespace Unisson.Bot.Communities;

/// <summary>
/// <c>/setup audit</c>: who changed what in the community's space, and when; the newest first, 20 at most. A line holds the command and none of
/// its values, so that nothing of anybody's time, asks, answers or experience can stand in it (design 13).
/// </summary>
public static class SetupAudit
{
    private const int Most = 20;

    private static readonly Option<DateOnly> Since = DateOptions.PastDay("since", "depuis");

    public static CommandSpec Spec { get; } = new(Groups.Setup, new("audit", "journal"))
    {
        Allow = Allow.Admin,
        Options = [Since],
        Positions = (_, _) => [Since],
        Reads = true,
        Run = RunAsync,
    };

    private static async Task<Result<Reply>> RunAsync(Request r, CancellationToken ct)
    {
        var rows = r.Db.Audit.AsNoTracking().Where(a => a.CommunityId == r.Caller.CommunityId);
        if (r.Given(Since, out var since) && since > DateOnly.MinValue)
        {
            var from = r.Caller.Zone.AtStartOfDay(NodaTime.LocalDate.FromDateOnly(since)).ToDateTimeOffset().ToUniversalTime();
            rows = rows.Where(a => a.At >= from);
        }

        var newest = await rows.OrderByDescending(a => a.Id).Take(Most).ToListAsync(ct);
        if (newest.Count == 0)
        {
            return new Reply(r.Say["audit.none"]);
        }

        var more = newest.Count == Most ? await rows.CountAsync(ct) - Most : 0;
        var names = await Naming.NamesAsync(r.Db, [.. newest.Select(a => a.PersonId).Distinct()], ct);
        return new Reply(r.Say["audit.list"])
        {
            Lines =
            [
                .. newest.Select(a => r.Say["audit.row", a.At, names.GetValueOrDefault(a.PersonId, Say.Nobody), What(r, a.Command)]),
                .. more > 0 ? [r.Say["list.more", more]] : Array.Empty<string>(),
            ],
        };
    }

    /// <summary>« Donner son usage à un salon (/espace salon) ».</summary>
    private static string What(Request r, string path) => r.Catalogue.Has(path)
        ? r.Say["audit.what", r.Say[$"command.{path}"], r.Catalogue[path].PathIn(r.Caller.Language)]
        : path;
}
