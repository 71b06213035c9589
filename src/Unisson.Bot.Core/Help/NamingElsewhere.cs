using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Kernel;
using Unisson.Bot.Links;

namespace Unisson.Bot.Help;

/// <summary>Discord lets people be picked who are on Discord, and nobody else: how to name whoever of the community is on its other network alone.</summary>
internal static class NamingElsewhere
{
    private const string Picking = "discord";

    /// <summary>A line for the help of a command that picks somebody; null where all can be picked or a name can be typed beside it.</summary>
    public static async Task<string?> HowAsync(Request r, CommandSpec spec, CancellationToken ct)
    {
        if (r.Caller.Door != Picking || spec.Options.FirstOrDefault(o => o.Picks == Picks.Person) is not { } person || spec.Options.Any(o => o.Name.English == "name"))
        {
            return null;
        }

        string[] others = [.. NetworkChoices.Networks.Values.Where(n => n != Picking)];
        var there = await r.Db.Installations.Where(i => i.CommunityId == r.Caller.CommunityId && others.Contains(i.Door) && i.RemovedAt == null).Select(i => i.Door).FirstOrDefaultAsync(ct);
        // Discord's app takes what begins with a slash for its own form.
        return there is null ? null : r.Say["help.elsewhere", NetworkChoices.Label(there, r.Say), "!" + Examples.Of(spec, [.. spec.Options.Where(o => o.Needed || o == person)], r.Say)[1..]];
    }
}
