using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Commons;
using Unisson.Bot.Kernel;

namespace Unisson.Bot.Missions;

/// <summary>
/// <c>/mission list</c>: missions that move, by deadline, then those that ended, newest first; at most 20. Each state is read from an index, so
/// that its cost does not grow with the missions there ever were. Private missions of others are in no row and in no count.
/// </summary>
public static class MissionList
{
    private const int Shown = 20;
    private const int Counted = 200;

    private static readonly MissionState[] Moving = [MissionState.Open, MissionState.Answered, MissionState.Won, MissionState.Running, MissionState.Delivered];

    private static readonly Option<MissionState> State = Options.Choice("state", "état", MissionChoices.State);
    private static readonly Option<string> OfCommon = Options.Text("common", "commun", 60, picks: Picks.Common);

    public static CommandSpec Spec { get; } = new(Groups.Mission, new("list", "liste", "lister"))
    {
        Allow = Allow.Member,
        Reads = true,
        Options = [State, MissionFields.Kind, OfCommon],
        Run = RunAsync,
    };

    private static async Task<Result<Reply>> RunAsync(Request r, CancellationToken ct)
    {
        var missions = r.Db.Missions.SeenBy(r.Caller.CommunityId, r.Caller.PersonId);
        if (r.Given(MissionFields.Kind, out var kind))
        {
            missions = missions.Where(m => m.Kind == kind);
        }

        if (r.Given(OfCommon, out var typed))
        {
            if ((await r.CommonAsync(typed, ct)).Refused(out var refusal, out var common))
            {
                return refusal;
            }

            missions = missions.Where(m => m.Commons.Any(c => c.CommonId == common.Id));
        }

        var rows = await RowsAsync(r, missions, ct);
        return rows.Count == 0 ? Nothing(r) : new Reply(r.Say["mission.list", Math.Min(rows.Count, Shown)]) { Lines = [.. Lines(r, rows)] };
    }

    /// <summary>One by one by state: each is a short walk along its index.</summary>
    private static async Task<List<Mission>> RowsAsync(Request r, IQueryable<Mission> missions, CancellationToken ct)
    {
        var rows = new List<Mission>();
        foreach (var state in Moving.Where(s => r.Value(State) is null || r.Value(State) == s))
        {
            var dated = await missions.Where(m => m.State == state && m.Deadline != null).OrderBy(m => m.Deadline).Take(Counted + 1).ToListAsync(ct);
            rows.AddRange(dated);
            rows.AddRange(await missions.Where(m => m.State == state && m.Deadline == null).OrderBy(m => m.Id).Take(Counted + 1 - dated.Count).ToListAsync(ct));
        }

        rows = [.. rows.OrderBy(m => m.Deadline ?? DateOnly.MaxValue).ThenBy(m => m.DeadlineHour ?? TimeOnly.MaxValue).ThenBy(m => m.Id)];
        var ended = new List<Mission>();
        foreach (var state in Mission.EndStates.Where(s => r.Value(State) is null || r.Value(State) == s))
        {
            ended.AddRange(await missions.Where(m => m.State == state).OrderByDescending(m => m.Id).Take(Counted + 1).ToListAsync(ct));
        }

        rows.AddRange(ended.OrderByDescending(m => m.Id));
        return rows;
    }

    private static IEnumerable<string> Lines(Request r, List<Mission> rows)
    {
        foreach (var mission in rows.Take(Shown))
        {
            var state = MissionChoices.State.Labelled(mission.State);
            yield return !mission.IsOver && MissionCard.Deadline(mission, r.Caller.CommunityZone) is { } deadline
                ? r.Say["mission.list.due", mission.Label, mission.Title, state, deadline]
                : r.Say["mission.list.row", mission.Label, mission.Title, state];
        }

        if (rows.Count > Counted)
        {
            yield return r.Say["mission.list.many", Counted - Shown];
        }
        else if (rows.Count > Shown)
        {
            yield return r.Say["mission.list.more", rows.Count - Shown];
        }
    }

    private static Reply Nothing(Request r) => r.Given(State) || r.Given(MissionFields.Kind) || r.Given(OfCommon)
        ? new Reply(r.Say["mission.list.none"])
        : new Reply(r.Say["mission.list.empty"]);
}
