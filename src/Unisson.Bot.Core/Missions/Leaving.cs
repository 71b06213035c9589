using Unisson.Bot.Frames;
using Unisson.Bot.Kernel;
using Unisson.Bot.Storage;

namespace Unisson.Bot.Missions;

/// <summary>What follows when somebody hands roles back: the journal says so, the team is told, the card changes and calls look for somebody else.</summary>
internal static class Leaving
{
    /// <param name="name">What the team reads.</param>
    /// <param name="left">The roles that were given back.</param>
    /// <returns>Whether nobody coordinates the mission any more.</returns>
    public static async Task<bool> AfterAsync(BotDb db, Mission mission, long personId, string name, string? note, List<Left> left, DateTimeOffset now, CancellationToken ct)
    {
        var held = left.FindAll(l => l.Was != Holding.Candidate);
        var alone = held.Exists(l => l.Role == RoleKind.Coordinator && l.Was == Holding.Active) && !mission.HasActive(RoleKind.Coordinator);
        WriteInJournal(db, mission, personId, "left", held, now);
        await FindingFrames.EndAsync(db, mission, personId, held.ConvertAll(l => l.Role), now, ct);
        WriteInJournal(db, mission, personId, "withdrew", left.FindAll(l => l.Was == Holding.Candidate), now);
        var people = held.Count > 0 ? TellingTeam.Everybody(mission, personId) : TellingTeam.Coordination(mission, personId);
        var replacing = await Replacing.OfAsync(db, mission, held, now, ct);
        foreach (var (told, what) in ((IEnumerable<long>, Replacing)[])[(people.Except(replacing.People), replacing), (people.Intersect(replacing.People), Replacing.Untold)])
        {
            await TellingTeam.TellAtOnceAsync(db, mission, told, say => Told(say, mission, name, note, held.Count > 0 ? held : left, alone, what), now, ct);
        }

        await MissionChanged.AfterAsync(db, mission, personId, onCard: held.Count > 0, now, ct);
        return alone;
    }

    public static IEnumerable<Labelled> Roles(List<Left> left) => left.Select(l => MissionChoices.Role.Labelled(l.Role));

    private static void WriteInJournal(BotDb db, Mission mission, long personId, string what, List<Left> roles, DateTimeOffset now)
    {
        if (roles.Count > 0)
        {
            Journal.Write(db, mission, personId, what, string.Join(',', roles.Select(l => MissionChoices.Role.English(l.Role))), now);
        }
    }

    private static Reply Told(Say say, Mission mission, string name, string? note, List<Left> roles, bool alone, Replacing replacing)
    {
        var what = roles.TrueForAll(l => l.Was == Holding.Candidate) ? "withdrew" : "left";
        var lines = new List<string>();
        if (note is not null)
        {
            lines.Add(say["mission.note", note]);
        }

        if (alone)
        {
            lines.Add(say["mission.left.alone"]);
        }

        lines.AddRange(replacing.Lines(say));
        return new Reply(say[$"mission.told.{what}", name.Cut(32), mission.ShortTitle, mission.Label, Roles(roles)])
        {
            Lines = lines,
            Actions = [.. alone ? [MissionActions.ReadCoordinator.On(mission.Id, say)] : Array.Empty<ReplyAction>(), .. replacing.Actions(mission, say), MissionActions.Show.On(mission.Id, say)],
        };
    }
}
