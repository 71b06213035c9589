using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Kernel;

namespace Unisson.Bot.Calls;

/// <summary>Turns what people type for a call into the call, if they may know of it.</summary>
public static partial class FindingCalls
{
    /// <summary>Takes C1, c1, 1 or CP0042. A call that is not theirs to know of is unknown like one that never was: <c>call.unknown</c>.</summary>
    public static async Task<Result<CallScene>> CallAsync(this Request r, string typed, CancellationToken ct)
    {
        if (Label().Match(typed.Trim()) is not { Success: true } match)
        {
            return new Refusal("call.unknown", typed);
        }

        var apart = match.Groups["apart"].Length > 0;
        var number = int.Parse(match.Groups["number"].ValueSpan, CultureInfo.InvariantCulture);
        var call = await r.Db.Calls.Include(c => c.Asks).FirstOrDefaultAsync(c => c.CommunityId == r.Caller.CommunityId && c.IsApart == apart && c.Number == number, ct);
        return call is not null && await CallScene.LoadAsync(r.Db, call, ct) is var scene && IsKnownTo(scene, r.Caller) ? scene : new Refusal("call.unknown", typed);
    }

    private static bool IsKnownTo(CallScene scene, Caller caller) => scene.Call switch
    {
        var call when call.Asks.Exists(a => a.PersonId == caller.PersonId && a.IsKnown) || scene.IsLedBy(caller) => true,
        { State: CallState.Waiting } => scene.CanBeVouchedBy(caller),
        _ => scene.Mission.IsSeenBy(caller.PersonId),
    };

    [GeneratedRegex("^(c(?<apart>p)?)?(?<number>[0-9]{1,8})$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Label();
}
