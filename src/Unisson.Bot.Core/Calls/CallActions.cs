using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Commoners;
using Unisson.Bot.Kernel;
using Unisson.Bot.Missions;

namespace Unisson.Bot.Calls;

/// <summary>
/// Gestures of asks and calls. The row is the call, and only who may know of it can press; who presses tells whose answer it is, so nobody
/// answers for somebody else.
/// </summary>
public static class CallActions
{
    public static ActionSpec Yes { get; } = Answer("call-yes", "yes");

    public static ActionSpec No { get; } = Answer("call-no", "no");

    public static ActionSpec Later { get; } = Answer("call-later", "later");

    public static ActionSpec Reserve { get; } = Answer("call-reserve", "reserve");

    public static ActionSpec NotThisSubject { get; } = Answer("call-not-this-subject", "not-this-subject");

    public static ActionSpec Pause { get; } = Answer("call-pause", "pause");

    public static ActionSpec Report { get; } = Answer("call-report", "report");

    /// <summary>« Je peux aider » on the card.</summary>
    public static ActionSpec Help { get; } = Answer("call-help", "yes");

    /// <summary>« Passer la main ».</summary>
    public static ActionSpec HandBack { get; } = Answer("call-hand-back", "no");

    /// <summary>A guarantor or admin lets a call leave (rule 18).</summary>
    public static ActionSpec Vouch { get; } = Answer("call-vouch", "yes");

    public static ActionSpec Refuse { get; } = Answer("call-refuse", "no");

    /// <summary>« Laisser continuer »: a keeper's word on a call that was reported.</summary>
    public static ActionSpec GoOn { get; } = Answer("call-go-on", "yes");

    /// <summary>« L’arrêter ».</summary>
    public static ActionSpec End { get; } = Answer("call-end", "no");

    public static ActionSpec Show { get; } = Of("call-show", "call show", []);

    /// <summary>« Revenir sur ma réponse »: shows it with all answers.</summary>
    public static ActionSpec Change { get; } = Of("call-change", "call show", []);

    public static ActionSpec Close { get; } = Of("call-close", "call close", []);

    /// <summary>« Souffler deux semaines ».</summary>
    public static ActionSpec Rest { get; } = new("call-rest", "availability pause", (_, _, _, _) => Task.FromResult<CommandLine?>(new CommandLine("availability pause", ("until", "in two weeks"))));

    /// <summary>« Écrire le cadre »: the row is the ask of the one who said yes, or came forward, and the team can press.</summary>
    public static ActionSpec Scope { get; } = new("call-scope", "mission assign", async (db, caller, row, ct) =>
    {
        var found = await (
            from a in db.Asks
            join c in db.Calls on a.CallId equals c.Id
            join m in db.Missions.InTeamOf(caller.CommunityId, caller.PersonId) on c.MissionId equals m.Id
            where a.Id == row && a.CommunityId == caller.CommunityId
            select new { Mission = m.Label, a.PersonId, c.Role }).FirstOrDefaultAsync(ct);
        return found is not null && await FindingPeople.AccountAsync(db, caller, found.PersonId, ct) is { } account
            ? new CommandLine("mission assign", ("mission", found.Mission), ("person", account), ("role", MissionChoices.Role.English(found.Role)), ("scope", CommandLine.Blank))
            : null;
    })
    {
        Edits = true,
    };

    public static IReadOnlyList<ActionSpec> All { get; } =
        [Yes, No, Later, Reserve, NotThisSubject, Pause, Report, Help, HandBack, Vouch, Refuse, GoOn, End, Show, Change, Close, Rest, Scope];

    private static ActionSpec Answer(string name, string answer) => Of(name, "call answer", ("answer", answer));

    private static ActionSpec Of(string name, string path, params (string Option, string Value)[] more) => new(name, path, async (db, caller, row, ct) =>
        await FindingCalls.KnownTo(db, caller).AsNoTracking().FirstOrDefaultAsync(c => c.Id == row, ct) is { } call
            ? more.Aggregate(new CommandLine(path, ("call", call.Label)), (line, m) => line.With(m.Option, m.Value))
            : null);
}
