using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Kernel;

namespace Unisson.Bot.Missions;

/// <summary>
/// One answer (rule 10): says at opening, and when an edit makes it so, which missions are like this one. Who opened or changed it reads of those
/// that they may see. A private one that they may not see is shown to its own team alone, who choose whether to come forward; where both are
/// private, neither team may know of the other, and nobody is told (docs/decisions/0008-like-missions.md).
/// </summary>
internal static class LikeNotice
{
    private const int Shown = 3, Offered = 2, Told = 5;

    /// <param name="before">What it said before; null when it is new. What was like it already was said then.</param>
    /// <param name="openedUp">It was private until now, so that others could not be told of it before.</param>
    public static async Task<(IReadOnlyList<string> Lines, IReadOnlyList<ReplyAction> Actions)> AfterAsync(
        Request r, Mission mission, Order? before, bool openedUp, CancellationToken ct)
    {
        var order = Order.Of(mission);
        if (mission.IsOver || (order == before && !openedUp))
        {
            return ([], []);
        }

        if (mission.Visibility != Visibility.Private)
        {
            await TellHiddenAsync(r, mission, openedUp ? null : before, ct);
        }

        var likes = (await LikeMissions.ShownAsync(r, mission, ct)).FindAll(l => IsNew(l, before));
        return likes.Count == 0 ? ([], []) : ([.. Lines(r, mission, likes)], [.. likes.Take(Offered).SelectMany(l => Actions(r.Say, l.Mission))]);
    }

    /// <summary>« Voir M1 », « Proposer un groupement à M1 ».</summary>
    public static IEnumerable<ReplyAction> Actions(Say say, Mission other) =>
    [
        MissionActions.Show.On(other.Id, say["mission.like.show", other.Label]),
        MissionActions.Together.On(other.Id, say["mission.like.together", other.Label]),
    ];

    /// <summary>What shows the likeness: « même référence ».</summary>
    public static string How(Say say, Likeness how) => say[how switch
    {
        Likeness.Reference => "mission.like.reference",
        Likeness.Sponsor => "mission.like.sponsor",
        _ => "mission.like.title",
    }];

    /// <summary>What it costs to answer apart, and what to keep to until both have agreed.</summary>
    public static IEnumerable<string> Ask(Say say, Mission mission)
    {
        yield return say["mission.like.ask"];
        if (mission.Visibility == Visibility.Private)
        {
            yield return say["mission.like.unseen"];
        }
    }

    private static bool IsNew(Like like, Order? before) => before?.To(Order.Of(like.Mission)) is null;

    private static IEnumerable<string> Lines(Request r, Mission mission, List<Like> likes)
    {
        foreach (var like in likes.Take(Shown))
        {
            yield return r.Say["mission.like", like.Mission.Title, like.Mission.Label, How(r.Say, like.How)];
        }

        if (likes.Count > Shown)
        {
            yield return MissionSimilar.Spec.Write(new CommandLine(MissionSimilar.Spec.Path, ("mission", mission.Label)), r.Caller.Language);
        }

        foreach (var line in Ask(r.Say, mission))
        {
            yield return line;
        }
    }

    /// <summary>Each team once for each mission, however often it is changed there and back.</summary>
    private static async Task TellHiddenAsync(Request r, Mission mission, Order? before, CancellationToken ct)
    {
        foreach (var like in (await LikeMissions.HiddenAsync(r, mission, ct)).Where(l => IsNew(l, before)).Take(Told))
        {
            var theirs = like.Mission;
            if (await r.Db.Journal.AnyAsync(j => j.CommunityId == theirs.CommunityId && j.MissionId == theirs.Id && j.What == Journal.Resembles && j.Note == mission.Label, ct))
            {
                continue;
            }

            // By nobody who has no part in it: what a journal keeps of a person is in their export.
            Journal.Write(r.Db, theirs, theirs.OpenedBy, Journal.Resembles, mission.Label, r.Now);
            var team = await r.Db.RoleHolders.Where(h => h.CommunityId == theirs.CommunityId && h.MissionId == theirs.Id && (h.Holding == Holding.Selected || h.Holding == Holding.Active))
                .Select(h => h.PersonId).Distinct().ToListAsync(ct);
            await TellingTeam.TellAtOnceAsync(r.Db, theirs, team, say => Said(say, theirs, mission, like.How), r.Now, ct);
        }
    }

    private static Reply Said(Say say, Mission theirs, Mission mission, Likeness how) => new(say["mission.like.told", mission.ShortTitle, mission.Label, theirs.ShortTitle, theirs.Label])
    {
        Lines = [say["mission.like.told-how", How(say, how)], say["mission.like.told-choice"], say["mission.like.together-first"]],
        Actions = [MissionActions.Show.On(mission.Id, say["mission.like.show", mission.Label]), MissionActions.Together.On(mission.Id, say["mission.like.come-forward"])],
    };
}
