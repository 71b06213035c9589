using Unisson.Bot.Kernel;

namespace Unisson.Bot.Missions;

/// <summary><c>/mission edit</c>: the team changes what was said when it was opened. A list of commons replaces the one before; it can be shown to more people, never to fewer.</summary>
public static class MissionEdit
{
    private static readonly Option<string> Mission = Options.Text("mission", "mission", needed: true, picks: Picks.Mission);
    private static readonly Option<string> Title = MissionFields.Line("title", "titre", 120);

    /// <summary>What tells which commons may fit.</summary>
    private static readonly string[] Speaking = [Title.Name.English, MissionFields.Needs.Name.English, MissionFields.Place.Name.English];

    public static CommandSpec Spec { get; } = new(Groups.Mission, new("edit", "modifier"))
    {
        Allow = Team.Of(Mission),
        Options = [Mission, Title, .. MissionFields.All],
        Run = RunAsync,
    };

    private static async Task<Result<Reply>> RunAsync(Request r, CancellationToken ct)
    {
        if ((await r.MissionAsync(r.Get(Mission), ct)).Refused(out var refusal, out var mission))
        {
            return refusal;
        }

        if (r.Line.Values.Count == 1)
        {
            return new Refusal("mission.edit.nothing", mission.ShortTitle, mission.Label) { Mend = r.Line.With("title", mission.Title) };
        }

        var (wasPrivate, title, before) = (mission.Visibility == Visibility.Private, mission.Title, Order.Of(mission));
        mission.Title = r.Text(Title) ?? title;
        if ((await MissionFields.ApplyAsync(r, mission, ct)).Refused(out refusal, out var changed))
        {
            return refusal;
        }

        if (mission.Title != title)
        {
            changed.Insert(0, Title.Name.English);
        }

        if (changed.Count == 0)
        {
            return new Reply(r.Say["mission.edit.same", mission.ShortTitle, mission.Label]);
        }

        Journal.Write(r.Db, mission, r.Caller.PersonId, "edited", string.Join(',', changed), r.Now);
        await MissionChanged.AfterAsync(r.Db, mission, r.Caller.PersonId, changed.Exists(MissionFields.OnCard.Contains), r.Now, ct);
        var openedUp = wasPrivate && mission.Visibility != Visibility.Private;
        var (lines, actions) = await LikeNotice.AfterAsync(r, mission, before, openedUp, ct);
        var edited = Edited(r, mission, changed, openedUp);
        var fitting = changed.Exists(Speaking.Contains) ? await FittingCommons.LinesAsync(r, mission, ct) : [];
        return edited with { Lines = [.. edited.Lines, .. fitting, .. lines], Actions = [.. edited.Actions, .. actions] };
    }

    private static Reply Edited(Request r, Mission mission, List<string> changed, bool openedUp)
    {
        var lines = new List<string>();
        if (changed.Contains("deadline") && MissionCard.Deadline(mission, r.Caller.CommunityZone) is { } deadline)
        {
            lines.Add(r.Say["mission.card.deadline", deadline]);
        }

        if (openedUp)
        {
            lines.Add(r.Say["mission.edit.opened-up"]);
        }

        return new Reply(r.Say["mission.edited", mission.ShortTitle, mission.Label, changed.Select(c => r.Say[$"option.{c}"])])
        {
            Lines = lines,
            Actions = [MissionActions.Show.On(mission.Id, r.Say)],
        };
    }
}
