using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Kernel;

namespace Unisson.Bot.Commons;

/// <summary>Standing in one common.</summary>
internal static class Steward
{
    /// <summary>For whoever speaks for the common that an option names. Refusals: <c>standing.steward</c>, <c>standing.no-steward</c>.</summary>
    public static Allow Of(Option<string> common) => new("steward", async (r, ct) =>
    {
        if (!r.Caller.IsMember)
        {
            return new Refusal("standing.member");
        }

        if (!r.Given(common))
        {
            return null;
        }

        if ((await r.CommonAsync(common, ct)).Refused(out var refusal, out var found))
        {
            return refusal;
        }

        return found.StewardId == r.Caller.PersonId ? null
            : found.StewardId is { } steward ? new Refusal("standing.steward", found.Name, await r.Db.People.Where(p => p.Id == steward).Select(p => p.Name).FirstAsync(ct))
            : new Refusal("standing.no-steward", found.Name);
    });
}
