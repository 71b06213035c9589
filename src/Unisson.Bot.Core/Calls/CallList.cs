using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Kernel;
using Unisson.Bot.Missions;

namespace Unisson.Bot.Calls;

/// <summary>
/// <c>/call list</c>: first what waits for one's own answer, then the calls one may know of, newest first; open ones, or those of the state that
/// is named. At most 20.
/// </summary>
public static class CallList
{
    private const int Most = 20;
    private static readonly AskState[] Waiting = [AskState.Sent, AskState.Later];
    private static readonly Option<CallState> State = Options.Choice("state", "état", CallChoices.State);

    public static CommandSpec Spec { get; } = new(Groups.Call, new("list", "liste", "lister"))
    {
        Allow = Allow.Member,
        Options = [State],
        Reads = true,
        Run = RunAsync,
    };

    /// <summary>Calls that wait for this person's answer.</summary>
    internal static IQueryable<Call> OpenFor(Storage.BotDb db, long communityId, long personId) =>
        from a in db.Asks
        join c in db.Calls on a.CallId equals c.Id
        where a.PersonId == personId && Waiting.Contains(a.State) && a.SentAt != null && a.CommunityId == communityId && c.State == CallState.Open
        orderby c.Deadline
        select c;

    private static async Task<Result<Reply>> RunAsync(Request r, CancellationToken ct)
    {
        var state = r.Value(State);
        var own = state is null or CallState.Open ? await OpenFor(r.Db, r.Caller.CommunityId, r.Caller.PersonId).Include(c => c.Asks).Take(Most).ToListAsync(ct) : [];
        var mine = own.ConvertAll(c => c.Id);
        var others = await Seen(r, state ?? CallState.Open).Include(c => c.Asks).Where(c => !mine.Contains(c.Id)).OrderByDescending(c => c.Number).Take(Most + 1).ToListAsync(ct);
        var community = await r.Db.Communities.FirstAsync(c => c.Id == r.Caller.CommunityId, ct);
        var scenes = await CallScene.LoadAllAsync(r.Db, community, [.. own, .. others.Take(Most)], ct);
        var lines = scenes.Select(s => r.Say["call.list.line", s.Call.Label, CallCard.First(s, r.Say, r.Caller)])
            .Select((line, i) => i < own.Count ? r.Say["call.list.own", line] : line).ToList();
        if (others.Count > Most)
        {
            lines.Add(r.Say["call.list.more", Most]);
        }

        return new Reply(lines.Count == 0 ? r.Say["call.list.none"] : own.Count > 0 ? r.Say["call.list.waiting", own.Count] : r.Say["call.list"])
        {
            Lines = lines,
            Actions = own.Count == 1 ? AskMessage.Answers(own[0], r.Say) : [.. own.Concat(others).Take(5).Select(c => CallActions.Show.On(c.Id, c.Label))],
        };
    }

    /// <summary>A waiting call is its team's, and theirs who can let it leave.</summary>
    private static IQueryable<Call> Seen(Request r, CallState state)
    {
        var (community, person, keeper) = (r.Caller.CommunityId, r.Caller.PersonId, r.Caller.IsGuarantor || r.Caller.IsAdmin);
        var missions = state == CallState.Waiting ? r.Db.Missions.InTeamOf(community, person) : r.Db.Missions.SeenBy(community, person);
        return r.Db.Calls.Where(c => c.CommunityId == community && c.State == state
            && (missions.Any(m => m.Id == c.MissionId) || (state == CallState.Waiting && keeper)));
    }
}
