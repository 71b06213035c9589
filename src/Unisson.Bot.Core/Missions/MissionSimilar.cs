using Unisson.Bot.Kernel;

namespace Unisson.Bot.Missions;

/// <summary>
/// <c>/mission similar</c>: missions that are like one, as far as the asker may see them, by what shows it. With <c>with</c>, one of its team
/// proposes to another to answer as a group.
/// </summary>
public static class MissionSimilar
{
    private const int Shown = 10, Offered = 2;

    private static readonly Option<string> Mission = Options.Text("mission", "mission", needed: true, picks: Picks.Mission);
    private static readonly Option<string> With = Options.Text("with", "avec", picks: Picks.Mission);

    public static CommandSpec Spec { get; } = new(Groups.Mission, new("similar", "semblables"))
    {
        Allow = Allow.Member,
        Reads = true,
        Options = [Mission, With],
        Run = RunAsync,
    };

    private static async Task<Result<Reply>> RunAsync(Request r, CancellationToken ct)
    {
        if ((await r.MissionAsync(r.Get(Mission), ct)).Refused(out var refusal, out var mission))
        {
            return refusal;
        }

        if (!r.Given(With, out var typed))
        {
            return await ListedAsync(r, mission, ct);
        }

        if ((await r.MissionAsync(typed, ct)).Refused(out refusal, out var other))
        {
            return refusal with { Mend = r.Line.With(With.Name.English, CommandLine.Blank) };
        }

        return await JoiningForces.ProposeAsync(r, mission, other, ct);
    }

    private static async Task<Reply> ListedAsync(Request r, Mission mission, CancellationToken ct)
    {
        var likes = await LikeMissions.ShownAsync(r, mission, ct);
        if (likes.Count == 0)
        {
            return new Reply(r.Say["mission.similar.none", mission.ShortTitle, mission.Label]) { Lines = Order.Of(mission).Tells ? [] : [r.Say["mission.similar.untold"]] };
        }

        var proposes = r.Hears(mission) && !mission.IsOver;
        return new Reply(r.Say["mission.similar", likes.Count, mission.ShortTitle, mission.Label])
        {
            Lines = [.. Rows(r, likes), .. proposes ? LikeNotice.Ask(r.Say, mission) : []],
            Actions = [.. likes.Take(Offered).SelectMany(l => LikeNotice.Actions(r.Say, l.Mission).Take(proposes ? 2 : 1))],
        };
    }

    private static IEnumerable<string> Rows(Request r, List<Like> likes)
    {
        foreach (var (mission, how) in likes.Take(Shown))
        {
            var (state, shown) = (MissionChoices.State.Labelled(mission.State), LikeNotice.How(r.Say, how));
            yield return MissionCard.Deadline(mission, r.Caller.CommunityZone) is { } deadline
                ? r.Say["mission.similar.due", mission.Label, mission.Title, state, deadline, shown]
                : r.Say["mission.similar.row", mission.Label, mission.Title, state, shown];
        }

        if (likes.Count > Shown)
        {
            yield return r.Say["mission.similar.more", likes.Count - Shown];
        }
    }
}
