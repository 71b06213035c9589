using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Kernel;

namespace Unisson.Bot.Commons;

/// <summary><c>/common list</c>: the directory by short name, 20 at most, of one state if it is named.</summary>
public static class CommonList
{
    private const int Shown = 20;

    public static CommandSpec Spec { get; } = new(Groups.Common, new("list", "liste", "lister"))
    {
        Allow = Allow.Member,
        Options = [CommonFields.State],
        Positions = (_, _) => [CommonFields.State],
        Reads = true,
        Run = RunAsync,
    };

    internal static string Row(Say say, Common common) => say["common.row", common.Slug, common.Name, CommonChoices.State.Label(common.State, say).ToLower(say.Culture)];

    private static async Task<Result<Reply>> RunAsync(Request r, CancellationToken ct)
    {
        var commons = r.Db.Commons.Where(c => c.CommunityId == r.Caller.CommunityId);
        if (r.Given(CommonFields.State, out var state))
        {
            commons = commons.Where(c => c.State == state);
        }

        var page = await commons.OrderBy(c => c.Slug).Take(Shown + 1).ToListAsync(ct);
        if (page.Count == 0)
        {
            return new Reply(r.Say[r.Given(CommonFields.State) ? "common.none-so" : "common.none"]);
        }

        var count = page.Count > Shown ? await commons.CountAsync(ct) : page.Count;
        return new Reply(r.Say["common.listed", count])
        {
            Lines = [.. page.Take(Shown).Select(c => Row(r.Say, c)), .. count > Shown ? [r.Say["common.more", count - Shown]] : Array.Empty<string>()],
        };
    }
}
