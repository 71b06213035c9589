using Unisson.Bot.Kernel;

namespace Unisson.Bot.Commons;

/// <summary><c>/common find</c>: from words, in either language, to commons. Every word narrows; where that leaves nothing, slips are looked past, then any word counts.</summary>
public static class CommonFind
{
    private const int Shown = 10;

    private static readonly Option<string> Words = Options.Text("words", "mots", 100, needed: true);

    public static CommandSpec Spec { get; } = new(Groups.Common, new("find", "chercher", "trouver"))
    {
        Allow = Allow.Member,
        Options = [Words],
        Reads = true,
        Run = RunAsync,
    };

    private static async Task<Result<Reply>> RunAsync(Request r, CancellationToken ct)
    {
        var (words, community) = (r.Get(Words), r.Caller.CommunityId);
        var (fit, found) = await CommonSearch.FindAsync(r.Db, community, words, ct);
        return found.Count == 0
            ? await NothingAsync(r, words, ct)
            : new Reply(r.Say[fit switch { Fit.Every => "common.found", Fit.Near => "common.found-near", _ => "common.found-any" }, words]) { Lines = [.. Rows(r, found), Look(r, found[0])] };
    }

    private static IEnumerable<string> Rows(Request r, IReadOnlyList<Common> found)
    {
        var more = found.Count == CommonSearch.Most ? r.Say["common.more-words"] : r.Say["list.more", found.Count - Shown];
        return [.. found.Take(Shown).Select(c => CommonList.Row(r.Say, c)), .. found.Count > Shown ? [more] : Array.Empty<string>()];
    }

    private static string Look(Request r, Common first) => CommonShow.Spec.Write(new CommandLine(CommonShow.Spec.Path, ("common", first.Slug)), r.Caller.Language);

    private static async Task<Reply> NothingAsync(Request r, string words, CancellationToken ct)
    {
        var near = await CommonSearch.NearestAsync(r.Db, r.Caller.CommunityId, words, 3, ct);
        var add = new CommandLine(CommonAdd.Spec.Path, ("slug", Common.SlugOf(words) ?? "…"), ("name", words));
        return new Reply(r.Say["common.found-none", words])
        {
            Lines =
            [
                .. near.Count == 0 ? Array.Empty<string>() : [r.Say["common.near", near]],
                r.Say["common.try"],
                CommonAdd.Spec.Write(add, r.Caller.Language),
            ],
        };
    }
}
