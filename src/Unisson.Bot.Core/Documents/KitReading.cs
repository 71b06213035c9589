using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Commoners;
using Unisson.Bot.Contracts;
using Unisson.Bot.Missions;
using Unisson.Bot.Storage;

namespace Unisson.Bot.Documents;

/// <summary>Reads the database into the record of an answer.</summary>
internal static class KitReading
{
    /// <summary>The answer, and how many people it does not name.</summary>
    public static async Task<(Kit Kit, int Unnamed)> ReadAsync(BotDb db, Mission mission, Say say, CancellationToken ct)
    {
        var acceptances = await AcceptancesAsync(db, mission, ct);
        var signing = await Signing.OfAsync(db, mission, [.. mission.Holders.Select(h => h.PersonId), .. acceptances.Select(a => a.PersonId)], say, ct);
        var parts = await Parts.OfAsync(db, mission, signing, ct);
        var terms = await TermsAsync(db, mission, say, ct);
        return (new Kit
        {
            Title = mission.Title,
            Kind = MissionChoices.Kind.English(mission.Kind),
            Sponsor = parts.Sponsor,
            Reference = mission.Reference,
            Deadline = MissionCard.Deadline(mission, say.Zone),
            Place = mission.Place,
            Starts = mission.Starts,
            Ends = mission.Ends,
            Licence = mission.Licence,
            Needs = Written.Lines(mission.Needs),
            Deliverables = Written.Lines(mission.Deliverables),
            Roles = parts.Roles,
            Commons = await KitCommons.OfAsync(db, mission, ct),
            Pledges = await Promise.OfAsync(db, mission, withReleased: false, ct),
            Accepted = [.. acceptances.Select(a => new Accepted(signing.Of([a.PersonId])[0], MissionChoices.Role.Labelled(a.Role), say.Day(a.At)))],
            Terms = terms.Count == 0 ? null : new Listed(terms),
        }, parts.Unnamed);
    }

    /// <summary>The last of each person and role, in the order of the roles, of those who still hold it.</summary>
    private static async Task<List<Acceptance>> AcceptancesAsync(BotDb db, Mission mission, CancellationToken ct)
    {
        var all = await db.Acceptances.AsNoTracking().Where(a => a.CommunityId == mission.CommunityId && a.MissionId == mission.Id).ToListAsync(ct);
        return [.. all.Where(a => Parts.Held(mission).Any(h => h.PersonId == a.PersonId && h.Role == a.Role)).GroupBy(a => (a.Role, a.PersonId)).Select(g => g.MaxBy(a => a.Version)!).OrderBy(a => a.Role).ThenBy(a => a.At)];
    }

    private static async Task<List<string>> TermsAsync(BotDb db, Mission mission, Say say, CancellationToken ct)
    {
        var agreed = await db.Frames.Where(f => f.CommunityId == mission.CommunityId && f.MissionId == mission.Id && f.EndedAt == null && f.HolderAt != null && f.TeamAt != null && f.Terms != Terms.None)
            .Select(f => f.Terms).Distinct().ToListAsync(ct);
        return [.. agreed.Order().Select(t => CommonerChoices.Terms.Label(t, say).ToLower(say.Culture))];
    }
}
