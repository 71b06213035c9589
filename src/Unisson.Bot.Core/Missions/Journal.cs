using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Closing;
using Unisson.Bot.Contributions;
using Unisson.Bot.Kernel;
using Unisson.Bot.Pledges;
using Unisson.Bot.Storage;

namespace Unisson.Bot.Missions;

/// <summary>What happened in a mission, in words. A candidacy and its end, and what has to do with other teams, are the team's and the person's own to read.</summary>
internal static class Journal
{
    /// <summary>Somebody's own words, for all who see the mission.</summary>
    public const string Noted = "noted";

    /// <summary>Of a private mission: another, whose number is the note, is like it.</summary>
    public const string Resembles = "resembles";

    /// <summary>Somebody of another team proposed to answer as a group.</summary>
    public const string Proposed = "proposed";

    /// <summary>The team chose somebody for a role; the note is the role, the person who was chosen.</summary>
    public const string Chosen = "chosen";

    /// <summary>Somebody without an account is noted in a role.</summary>
    public const string Named = "named";

    /// <summary>A pledge was made; the note is its number.</summary>
    public const string Promised = "promised";

    /// <summary>Something has come of a pledge; the note is its number, and what.</summary>
    public const string Marked = "marked";

    /// <summary>A guarantor let the mission go on though something was missing; the note is why.</summary>
    public const string Passed = "passed";

    /// <summary>A guarantor took back the last step; the note is why.</summary>
    public const string TakenBack = "taken-back";

    /// <summary>The mission was closed; the note is the number and the hash of the ledger's head.</summary>
    public const string Closed = "closed";

    /// <summary>Somebody wrote down what was learned about a common; the note is its short name.</summary>
    public const string Learned = "learned";

    /// <summary>Somebody said whether the link with a common still lives; the note is its short name, and the answer.</summary>
    public const string LookedBack = "looked-back";

    /// <summary>Somebody told a guarantor of a concern; the person is the guarantor, and nothing more is said.</summary>
    public const string Concern = "concern";

    /// <summary>Somebody accepted the moral contract; the note is the role.</summary>
    public const string Accepted = "contract";

    /// <summary>Scope and terms of somebody are agreed; the note is the role, and nothing of them is said.</summary>
    public const string Framed = "framed";

    private static readonly string[] TeamOnly = ["applied", "withdrew", Resembles, Proposed, Concern];

    /// <param name="note">Names, parted by commas, of fields where something was edited and of roles where somebody came or went; the number of a mission that is like it; else the words or the reason given.</param>
    public static void Write(BotDb db, Mission mission, long personId, string what, string? note, DateTimeOffset now) => db.Journal.Add(new JournalEntry
    {
        CommunityId = mission.CommunityId,
        MissionId = mission.Id,
        At = now,
        PersonId = personId,
        What = what,
        Note = note,
    });

    /// <summary>The last lines, newest first, as this person may see them.</summary>
    public static async Task<List<string>> LastAsync(Request r, Mission mission, int count, CancellationToken ct)
    {
        var (team, alone) = (r.Hears(mission), r.Caller.Channel is null);
        var lines = await (
            from j in r.Db.Journal
            join p in r.Db.People on j.PersonId equals p.Id
            where j.CommunityId == mission.CommunityId && j.MissionId == mission.Id && (team || (alone && j.PersonId == r.Caller.PersonId) || !TeamOnly.Contains(j.What))
            orderby j.Id descending
            select new { j.At, j.What, j.Note, p.Name }).Take(count).ToListAsync(ct);
        return lines.ConvertAll(j => r.Say["journal.line", j.At, Sentence(r.Say, j.What, j.Name, j.Note)]);
    }

    private static string Sentence(Say say, string what, string name, string? note) => what switch
    {
        "edited" => say["journal.edited", name, Names(note, key => say[$"option.{key}"])],
        "joined" or "shadowed" or "applied" or "withdrew" or "left" or Chosen or Named or Framed or Accepted => say[$"journal.{what}", name, Names(note, key => MissionChoices.Role.Label(key, say))],
        Promised => say["journal.promised", name, note],
        Learned => say["journal.learned", name, note],
        Closed when note?.Split(',') is [var number, var hash] => say["journal.closed-at", name, LedgerLine.LabelOf(int.Parse(number, CultureInfo.InvariantCulture)), hash[..12]],
        LookedBack when note?.Split(',') is [var common, var answer] => say["journal.looked-back", name, common, ClosingChoices.Answer.Label(answer, say)],
        Marked when note?.Split(',') is [var pledge, var state] => say["journal.marked", name, pledge, PledgeChoices.State.Label(state, say)],
        Resembles => say["journal.resembles", note],
        Noted => note is null ? say["journal.noted-erased", name] : say["journal.noted", name, note.OneLine()],
        _ when note is not null && what != "opened" => say["journal.because", say[$"journal.{what}", name], note.OneLine()],
        _ => say[$"journal.{what}", name],
    };

    private static IEnumerable<string> Names(string? note, Func<string, string> label) => (note ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries).Select(label);
}
