using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Commons;
using Unisson.Bot.Experiences;
using Unisson.Bot.Kernel;

namespace Unisson.Bot.Commoners;

/// <summary>
/// <c>/commoners find</c>: who knows a common. By name only who shows it to the caller, in order of name; all others are in one band (rule 4).
/// Nothing is said of anybody's time. The first to ask on a day has the band kept, and so writes.
/// </summary>
public static class CommonersFind
{
    private const int Shown = 20;
    private const int Read = 500;

    private static readonly Option<string> OfCommon = Options.Text("common", "commun", needed: true, picks: Picks.Common);
    private static readonly Option<string> Near = Options.Text("near", "près-de", 80);

    public static CommandSpec Spec { get; } = new(Groups.Commoners, new("find", "trouver", "chercher"))
    {
        Allow = Allow.Member,
        Reads = true,
        Options = [OfCommon, Near],
        Run = RunAsync,
    };

    private sealed record Known(long PersonId, string Name, string? Near, Experience Experience);

    private static async Task<Result<Reply>> RunAsync(Request r, CancellationToken ct)
    {
        if ((await r.CommonAsync(OfCommon, ct)).Refused(out var refusal, out var common))
        {
            return refusal;
        }

        var day = new Say(r.Caller.Language, r.Caller.CommunityZone, r.Now).Day(r.Now);
        var band = await Bands.ForAsync(r.Db, r.Caller.CommunityId, common.Id, day, ct);
        var known = await KnownAsync(r, common, ct);
        return new Reply(r.Say["commoners.band", common.Name, Bands.Sentence(band, r.Say)]) { Lines = Lines(r, known) };
    }

    /// <summary>Who shows it to the caller, in order of name; where very many do, of the first of them.</summary>
    private static async Task<List<Known>> KnownAsync(Request r, Common common, CancellationToken ct)
    {
        var shown = SeeingExperiences.ShownTo(r.Caller);
        var known = await (
            from x in r.Db.Experiences.AsNoTracking()
            join m in r.Db.Memberships on new { x.CommunityId, x.PersonId } equals new { m.CommunityId, m.PersonId }
            join p in r.Db.People on x.PersonId equals p.Id
            where x.CommunityId == r.Caller.CommunityId && x.CommonId == common.Id && shown.Contains(x.SeenBy) && m.LeftAt == null
            select new Known(p.Id, p.Name, p.Near, x)).Take(Read).ToListAsync(ct);
        var near = r.Text(Near) is { } place ? Fold.Of(place) : null;
        return [.. known.Where(k => near is null || IsNear(k.Near, near)).OrderBy(k => Fold.Of(k.Name), StringComparer.Ordinal).ThenBy(k => k.PersonId)];
    }

    private static bool IsNear(string? home, string place)
        => home is not null && Fold.Of(home) is var folded && (folded.Contains(place, StringComparison.Ordinal) || place.Contains(folded, StringComparison.Ordinal));

    private static List<string> Lines(Request r, List<Known> known)
    {
        if (known.Count == 0)
        {
            return [r.Say[r.Given(Near) ? "commoners.nobody-near" : "commoners.nobody"]];
        }

        List<string> lines = [r.Say["commoners.shown"], .. known.Take(Shown).Select(k => r.Say["commoners.row", k.Name, k.Experience.Words(r.Say)])];
        if (known.Count > Shown)
        {
            lines.Add(r.Say["commoners.more", known.Count - Shown]);
        }

        return lines;
    }
}
