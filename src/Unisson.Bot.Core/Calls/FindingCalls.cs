using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Kernel;
using Unisson.Bot.Missions;
using Unisson.Bot.Storage;

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
        var call = await KnownTo(r.Db, r.Caller).Include(c => c.Asks).FirstOrDefaultAsync(c => c.IsApart == apart && c.Number == number, ct);
        return call is null ? new Refusal("call.unknown", typed) : await CallScene.LoadAsync(r.Db, call, ct);
    }

    /// <summary>The same for who leads it: <c>standing.team</c> for those who may read its title, and for others it is unknown.</summary>
    public static async Task<Result<CallScene>> LedCallAsync(this Request r, string typed, CancellationToken ct)
        => (await r.CallAsync(typed, ct)).Refused(out var refusal, out var scene) ? refusal
            : scene.IsLedBy(r.Caller) ? scene
            : scene.IsTitledFor(r.Caller) ? new Refusal("standing.team", scene.Mission.Title, scene.Mission.Label)
            : new Refusal("call.unknown", typed);

    /// <summary>Calls that a person may know of: asked or come forward, of the team, able to let one leave or go on that waits for a word, or one who may see the mission of any other.</summary>
    public static IQueryable<Call> KnownTo(BotDb db, Caller caller)
    {
        var (community, person, keeper) = (caller.CommunityId, caller.PersonId, caller.IsGuarantor || caller.IsAdmin);
        var (team, seen) = (db.Missions.InTeamOf(community, person), db.Missions.SeenBy(community, person));
        var spokenFor = db.Commons.Where(x => x.CommunityId == community && x.StewardId == person);
        return db.Calls.Where(c => c.CommunityId == community
            && (c.Asks.Any(a => a.PersonId == person && (a.SentAt != null || a.IsVolunteer))
                || team.Any(m => m.Id == c.MissionId)
                || ((c.State == CallState.Waiting || c.State == CallState.Frozen) && c.CallerId != person && (keeper || spokenFor.Any(x => x.Id == c.CommonId)))
                || (c.State != CallState.Waiting && seen.Any(m => m.Id == c.MissionId))));
    }

    [GeneratedRegex("^(c(?<apart>p)?)?(?<number>[0-9]{1,8})$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Label();
}
