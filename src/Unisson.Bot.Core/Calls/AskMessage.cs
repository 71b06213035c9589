using System.Globalization;
using Unisson.Bot.Commoners;
using Unisson.Bot.Experiences;
using Unisson.Bot.Kernel;
using Unisson.Bot.Missions;
using Unisson.Bot.Storage;

namespace Unisson.Bot.Calls;

/// <summary>
/// What an ask says (rule 6): what for, how many hours, by when and on which terms, on a lock screen; then who asks, and why this person, with
/// the very facts that the plan went by. Never a word about anybody else who was asked.
/// </summary>
internal static class AskMessage
{
    /// <summary>Names of those who ask, by id.</summary>
    public static Task<Dictionary<long, string>> NamesAsync(BotDb db, CallScene scene, CancellationToken ct)
        => Naming.NamesAsync(db, [scene.Call.CallerId, scene.GuarantorId ?? 0], ct);

    /// <param name="note">What a yes will tell the common (<see cref="CommonNote"/>).</param>
    public static Reply For(CallScene scene, Ask ask, PlannedAsk planned, Known known, IReadOnlyDictionary<long, string> names, string? note, Say say) => new(CallWords.First(scene, "ask.first", say))
    {
        Lines = [.. Lines(scene, ask, planned, known, names, note, say)],
        Actions = Answers(scene.Call, say),
        Loudness = Loudness.Ping,
        Card = ask.NextCard,
    };

    /// <summary>Once more, without a ring: because they said "later", or because their turn came.</summary>
    public static Reply Again(CallScene scene, Ask ask, Say say) => new(CallWords.First(scene, ask.IsNext ? "ask.next" : "ask.again", say))
    {
        Lines = [say["ask.until", scene.Call.Label, scene.Community.Name, scene.Call.Deadline]],
        Actions = Answers(scene.Call, say),
    };

    /// <summary>Who asks, with their role, and who guarantees.</summary>
    public static string From(CallScene scene, IReadOnlyDictionary<long, string> names, Say say)
    {
        var caller = names[scene.Call.CallerId];
        if (scene.GuarantorId == scene.Call.CallerId)
        {
            return say["ask.from.guarantor", caller];
        }

        var role = scene.Mission.Holders.Where(h => h.PersonId == scene.Call.CallerId && h.Holding == Holding.Active).OrderBy(h => h.Role != RoleKind.Coordinator).FirstOrDefault()?.Role;
        var who = role is { } known ? say["ask.who", caller, say[$"ask.role.{MissionChoices.Role.English(known)}"]] : caller;
        return scene.GuarantorId is { } guarantor ? say["ask.from.guaranteed", who, names[guarantor]] : say["ask.from.alone", who];
    }

    public static IReadOnlyList<ReplyAction> Answers(Call call, Say say) =>
    [
        CallActions.Yes.On(call.Id, say), CallActions.No.On(call.Id, say), CallActions.Later.On(call.Id, say),
        CallActions.Reserve.On(call.Id, say), CallActions.NotThisSubject.On(call.Id, say), CallActions.Pause.On(call.Id, say),
        CallActions.Report.On(call.Id, say),
    ];

    private static IEnumerable<string> Lines(CallScene scene, Ask ask, PlannedAsk planned, Known known, IReadOnlyDictionary<long, string> names, string? note, Say say)
    {
        yield return From(scene, names, say);
        yield return say["ask.why", Bond(scene, known, say), Free(scene, planned, say), Last(known.Person.LastAskedAt, say)];
        if (ask.AnsweredAt is not null)
        {
            yield return say["ask.from-reserve"];
        }

        if (CallWords.When(scene.Call, say) is { } when)
        {
            yield return when;
        }

        if (scene.Call.Note is { } words)
        {
            yield return say["ask.note", names[scene.Call.CallerId], words];
        }

        if (planned.Urgent)
        {
            yield return say["ask.urgent", scene.Call.Deadline];
        }

        if (note is not null)
        {
            yield return note;
        }

        yield return say["ask.until", scene.Call.Label, scene.Community.Name, scene.Call.Deadline];
    }

    private static string Bond(CallScene scene, Known known, Say say)
    {
        if (known.Level is not { } level)
        {
            return say["ask.why.guarantor"];
        }

        var bond = ExperienceChoices.Level.English(level);
        return known.Since is { } year
            ? say[$"ask.why-since.{bond}", scene.Common!.Name, year.ToString(CultureInfo.InvariantCulture)]
            : say[$"ask.why.{bond}", scene.Common!.Name];
    }

    private static string Free(CallScene scene, PlannedAsk planned, Say say)
    {
        var free = TimeSpan.FromMinutes(planned.FreeMinutes);
        return scene.Call.Month == Months.Of(say.Now, scene.Zone)
            ? say["ask.why.free", free]
            : say["ask.why.free-then", free, new DateOnly(scene.Call.Month / 12, scene.Call.Month % 12 + 1, 1).ToString("MMMM", say.Culture)];
    }

    private static string Last(DateTimeOffset? asked, Say say)
    {
        if (asked is not { } at)
        {
            return say["ask.why.never"];
        }

        var day = say.Day(at);
        return (say.Now - at).TotalDays < 60
            ? say["ask.why.since-day", day]
            : say["ask.why.since", day.ToString(day.Year == say.Day(say.Now).Year ? "MMMM" : "MMMM yyyy", say.Culture)];
    }
}
