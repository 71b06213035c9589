using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Calls;
using Unisson.Bot.Communities;
using Unisson.Bot.Deliveries;
using Unisson.Bot.Kernel;
using Unisson.Bot.Missions;

namespace Unisson.Bot.Reminders;

/// <summary>Whom a reminder that is being set is for.</summary>
/// <param name="Channel">The network's id of the channel that it was typed in.</param>
internal sealed record ReminderAddress(ReminderKind Kind, Mission? Mission = null, string? Door = null, string? Channel = null)
{
    private const int MostChoices = 5;

    public static Option<ReminderFor> For { get; } = Options.Choice("for", "pour", ReminderChoices.For);

    public static Option<string> Of { get; } = Options.Text("mission", "mission", picks: Picks.Mission);

    /// <summary>
    /// The one that was meant, or several missions to choose from. Refusals: <c>reminder.mission-for</c>, <c>reminder.no-mission</c>,
    /// <c>reminder.mission-over</c>, <c>standing.team</c>, <c>reminder.no-channel</c>, <c>reminder.not-your-channel</c>, <c>channel.permissions</c>.
    /// </summary>
    public static async Task<Result<List<ReminderAddress>>> FindAsync(Request r, CancellationToken ct)
    {
        var to = r.Value(For) ?? (r.Given(Of) ? ReminderFor.Mission : ReminderFor.Me);
        if (to != ReminderFor.Mission && r.Given(Of))
        {
            return new Refusal("reminder.mission-for") { Mend = r.Line.With("for", ReminderChoices.For.Label(ReminderFor.Mission, r.Say)) };
        }

        return to switch
        {
            ReminderFor.Mission when r.Given(Of, out var label) => await NamedAsync(r, label, ct),
            ReminderFor.Mission => await OwnAsync(r, ct),
            ReminderFor.Channel => await HereAsync(r, ct),
            _ => new List<ReminderAddress> { new(ReminderKind.Own) },
        };
    }

    /// <summary>Asks which of one's own missions was meant; each gesture sends the same line with it.</summary>
    public static async Task<Reply> WhichAsync(Request r, List<ReminderAddress> several, CancellationToken ct)
    {
        var missions = several.ConvertAll(a => a.Mission!);
        var drafts = await Drafts.KeepAsync(r, missions.ConvertAll(m => r.Line.With("mission", m.Label)), ct);
        return new Reply(r.Say["reminder.which"])
        {
            Lines = [.. missions.Select(m => r.Say["call.which.one", m.Label, m.Title])],
            Actions = [.. missions.Select((m, i) => Drafts.Send.On(drafts[i], CallWords.Fit(m.Title, title => $"{m.Label} {title}")))],
        };
    }

    public Reminder Reminder(Caller caller, int number, string what) => new()
    {
        PersonId = caller.PersonId,
        CommunityId = caller.CommunityId,
        Number = number,
        What = what,
        Zone = caller.Zone.Id,
        Kind = Kind,
        MissionId = Mission?.Id,
        Door = Door,
        Channel = Channel,
    };

    /// <summary>Where it goes, unless it is for oneself.</summary>
    public string? Says(Say say) => Kind switch
    {
        ReminderKind.Team => say["reminder.to-team-line", Mission!.Title.Cut(40), Mission.Label],
        ReminderKind.Channel => say["reminder.to-channel-line", Communities.Channel.Shown(Door!, Channel!)],
        _ => null,
    };

    private static async Task<Result<List<ReminderAddress>>> NamedAsync(Request r, string label, CancellationToken ct)
    {
        if ((await r.MissionAsync(label, ct)).Refused(out var refusal, out var mission))
        {
            return refusal;
        }

        if (!mission.HasInTeam(r.Caller.PersonId))
        {
            return new Refusal("standing.team", mission.Title, mission.Label);
        }

        return mission.IsOver ? ForMe(r, new Refusal("reminder.mission-over", mission.Title, mission.Label)) : OfTeam(mission);
    }

    private static async Task<Result<List<ReminderAddress>>> OwnAsync(Request r, CancellationToken ct)
    {
        var own = await SharedReminders.RunningOf(r.Db, r.Caller.CommunityId, r.Caller.PersonId).OrderByDescending(m => m.Id).Take(MostChoices).ToListAsync(ct);
        return own.Count == 0 ? ForMe(r, new Refusal("reminder.no-mission")) : own.ConvertAll(m => new ReminderAddress(ReminderKind.Team, m));
    }

    private static async Task<Result<List<ReminderAddress>>> HereAsync(Request r, CancellationToken ct)
    {
        if (r.Caller.TypedIn is not { } channel)
        {
            return ForMe(r, new Refusal("reminder.no-channel"));
        }

        if (!await SharedReminders.MayPostAsync(r.Db, r.Caller.CommunityId, r.Caller.PersonId, ct))
        {
            return ForMe(r, new Refusal("reminder.not-your-channel"));
        }

        return r.RefusedIn(channel) is { } closed ? closed : new List<ReminderAddress> { new(ReminderKind.Channel, Door: r.Caller.Door, Channel: channel) };
    }

    private static List<ReminderAddress> OfTeam(Mission mission) => [new(ReminderKind.Team, mission)];

    private static Refusal ForMe(Request r, Refusal refusal)
    {
        var line = r.Line with { Values = r.Line.Values.Where(v => v.Key != "mission").ToDictionary(StringComparer.Ordinal) };
        return refusal with { Mend = line.With("for", ReminderChoices.For.Label(ReminderFor.Me, r.Say)) };
    }
}
