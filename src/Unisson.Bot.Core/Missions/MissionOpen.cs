using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Communities;
using Unisson.Bot.Kernel;
using Unisson.Bot.Storage;

namespace Unisson.Bot.Missions;

/// <summary><c>/mission open</c>: opens a mission that will lean on commons. Whoever opens it coordinates it, and nothing else.</summary>
public static class MissionOpen
{
    private static readonly Option<string> Title = MissionFields.Line("title", "titre", 120, needed: true);

    public static CommandSpec Spec { get; } = new(Groups.Mission, new("open", "ouvrir"))
    {
        Allow = Allow.Member,
        Options = [Title, .. MissionFields.All],
        Form = [Title, MissionFields.Kind, MissionFields.Sponsor, MissionFields.Deadline, MissionFields.Commons],
        Run = RunAsync,
    };

    private static async Task<Result<Reply>> RunAsync(Request r, CancellationToken ct)
    {
        if (r.Value(MissionFields.Visibility) != Visibility.Private && await r.RefusedAsync(ChannelUse.Missions, ct) is { } closed)
        {
            return closed;
        }

        var mission = await NewAsync(r, ct);
        if ((await MissionFields.ApplyAsync(r, mission, ct)).Refused(out var refusal, out _))
        {
            return refusal;
        }

        await MissionChanged.AfterAsync(r.Db, mission, r.Caller.PersonId, onCard: true, r.Now, ct);
        Journal.Write(r.Db, mission, r.Caller.PersonId, "opened", null, r.Now);
        var (lines, actions) = await LikeNotice.AfterAsync(r, mission, before: null, openedUp: false, ct);
        var opened = Opened(r, mission, mission.Commons.Count > 0 ? [] : await FittingCommons.LinesAsync(r, mission, ct));
        return opened with { Lines = [.. opened.Lines, .. lines], Actions = [.. opened.Actions, .. actions] };
    }

    private static async Task<Mission> NewAsync(Request r, CancellationToken ct)
    {
        var visibility = r.Value(MissionFields.Visibility) ?? Visibility.Community;
        var apart = visibility == Visibility.Private;
        var mission = r.Db.Missions.Add(new Mission
        {
            CommunityId = r.Caller.CommunityId,
            Number = apart ? await NumberApart.FreeAsync(number => r.Db.Missions.AnyAsync(m => m.CommunityId == r.Caller.CommunityId && m.IsApart && m.Number == number, ct)) : await r.Db.NextNumberAsync("mission", r.Caller.CommunityId, ct),
            IsApart = apart,
            Visibility = visibility,
            Title = r.Get(Title),
            OpenedBy = r.Caller.PersonId,
            OpenedAt = r.Now,
        }).Entity;
        mission.Holders.Add(new RoleHolder
        {
            CommunityId = mission.CommunityId,
            PersonId = r.Caller.PersonId,
            Role = RoleKind.Coordinator,
            Holding = Holding.Active,
            Since = r.Now,
        });
        // All that it has is here; it need not be read back.
        r.Db.Entry(mission).Collection(m => m.Holders).IsLoaded = true;
        return mission;
    }

    /// <param name="fitting">What says which commons its words speak of, where it names none.</param>
    private static Reply Opened(Request r, Mission mission, List<string> fitting)
    {
        var leans = mission.Commons.Count > 0;
        var lines = new List<string>();
        if (MissionCard.Deadline(mission, r.Caller.CommunityZone) is { } deadline)
        {
            lines.Add(r.Say["mission.card.deadline", deadline]);
        }

        if (mission.Visibility == Visibility.Private)
        {
            lines.Add(r.Say["mission.opened.private"]);
        }

        if (!leans)
        {
            lines.AddRange(fitting.Count == 0 ? [NextStep.CommonsLine(r, mission)] : fitting);
        }

        return new Reply(r.Say[leans ? "mission.opened" : "mission.opened.bare", mission.Label])
        {
            Lines = lines,
            Actions = leans ? [MissionActions.Call.On(mission.Id, r.Say), MissionActions.Show.On(mission.Id, r.Say)] : [MissionActions.Show.On(mission.Id, r.Say)],
        };
    }
}
