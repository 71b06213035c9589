using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Closing;
using Unisson.Bot.Experiences;
using Unisson.Bot.Kernel;

namespace Unisson.Bot.Commons;

/// <summary>
/// <c>/common show</c>: what the directory says of a common, its resources, the missions that lean on it, and what came back to it. Of people it says nothing but
/// the caller's own bond; who knows it is <c>/commoners find</c> (rule 4).
/// </summary>
public static class CommonShow
{
    private static readonly Option<string> Which = Options.Text("common", "commun", needed: true, picks: Picks.Common);

    public static CommandSpec Spec { get; } = new(Groups.Common, new("show", "voir"))
    {
        Allow = Allow.Member,
        Options = [Which],
        Reads = true,
        Run = RunAsync,
    };

    private static async Task<Result<Reply>> RunAsync(Request r, CancellationToken ct)
    {
        if ((await r.CommonAsync(Which, ct)).Refused(out var refusal, out var common))
        {
            return refusal;
        }

        return new Reply(r.Say["common.shown", common.Name, common.Slug, CommonChoices.State.Label(common.State, r.Say).ToLower(r.Say.Culture)])
        {
            Lines =
            [
                .. Page(r.Say, common, await CommonChannels.ShownAsync(r, common, ct)),
                .. await Resources.LinesAsync(r, common, ct),
                .. await StewardAsync(r, common, ct),
                .. await Leaning.LinesAsync(r, common, ct),
                .. await CameBack.LinesAsync(r, common, ct),
                .. await Learning.LinesAsync(r, common, ct),
                await OwnAsync(r, common, ct),
                Spoken(r, "commoners find", ("common", common.Slug)),
            ],
        };
    }

    private static IEnumerable<string> Page(Say say, Common common, string? channel) =>
    [
        .. Split(common.About),
        .. common.Aliases is { } aliases ? [say["common.aliases", aliases]] : Array.Empty<string>(),
        .. Split(common.Links),
        .. common.Licence is { } licence ? [say["common.licence", licence]] : Array.Empty<string>(),
        .. channel is not null ? [say["common.channel", channel]] : Array.Empty<string>(),
    ];

    /// <summary>Who speaks for it, and the limits they set; to themselves also how much of the month is used.</summary>
    private static async Task<IReadOnlyList<string>> StewardAsync(Request r, Common common, CancellationToken ct)
    {
        if (common.StewardId is not { } steward)
        {
            return [r.Say["common.no-steward"]];
        }

        var name = await r.Db.People.Where(p => p.Id == steward).Select(p => p.Name).FirstAsync(ct);
        return [r.Say["common.steward", name], .. CommonTerms.Words(common, r.Say), .. r.Caller.Channel is null && await CommonTerms.UsedAsync(r, common, ct) is { } used ? [used] : Array.Empty<string>()];
    }

    private static string[] Split(string? text) => text?.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];

    /// <summary>What the caller says of it themselves; the line to say it where nothing was said, or where others read along.</summary>
    private static async Task<string> OwnAsync(Request r, Common common, CancellationToken ct)
    {
        var own = r.Caller.Channel is not null ? null : await r.Db.Experiences.FirstOrDefaultAsync(x => x.CommunityId == common.CommunityId && x.CommonId == common.Id && x.PersonId == r.Caller.PersonId, ct);
        return own is null ? Spoken(r, ExperienceAdd.Spec.Path, ("common", common.Slug), ("level", "…")) : r.Say["common.own", own.Words(r.Say)];
    }

    /// <summary>A line to type, with what it does.</summary>
    private static string Spoken(Request r, string path, params (string, string)[] values)
        => r.Say["common.spoken", r.Say[$"command.{path}"], r.Catalogue[path].Write(new CommandLine(path, values), r.Caller.Language)];
}
