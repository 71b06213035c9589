using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Calls;
using Unisson.Bot.Experiences;
using Unisson.Bot.Missions;
using Unisson.Bot.Storage;

namespace Unisson.Bot.Documents;

/// <summary>
/// What people are called in a document that leaves the community (design 13): by name who agreed to that and is still a member, everybody else as
/// a person of their common, or of the community. Whoever asks for the document is no exception: it goes to others.
/// </summary>
internal sealed class Signing
{
    private readonly Say _say;
    private readonly Dictionary<long, string> _names;
    private readonly ILookup<long, Bond> _bonds;

    private Signing(Say say, Dictionary<long, string> names, ILookup<long, Bond> bonds) => (_say, _names, _bonds) = (say, names, bonds);

    /// <param name="people">All whom the document may speak of.</param>
    public static async Task<Signing> OfAsync(BotDb db, Mission mission, IReadOnlyList<long> people, Say say, CancellationToken ct)
    {
        var names = await (
            from p in db.People.Where(p => people.Contains(p.Id))
            join b in db.People on p.Became ?? p.Id equals b.Id
            where b.ForgottenAt == null && db.Memberships.Any(m => m.CommunityId == mission.CommunityId && m.PersonId == b.Id && m.IsNamedOutside && m.LeftAt == null)
            select new { p.Id, b.Name }).ToDictionaryAsync(n => n.Id, n => n.Name, ct);
        return new Signing(say, names, (await BondsAsync(db, mission, ct)).ToLookup(b => b.PersonId));
    }

    public bool IsNamed(long personId) => _names.ContainsKey(personId);

    /// <summary>The name of who agreed to it; else null.</summary>
    public string? Name(long personId) => _names.GetValueOrDefault(personId);

    /// <summary>« Bob (Coworking) », then « deux personnes du commun Coworking », « une personne de la communauté ».</summary>
    /// <param name="ofCommons">They are there for what they know of a common.</param>
    public IReadOnlyList<string> Of(IEnumerable<long> people, bool ofCommons = false)
    {
        var all = people.Distinct().ToList();
        var named = all.Where(IsNamed).Select(p => ofCommons && Commons(p, toAll: true) is { Count: > 0 } commons ? _say["document.named-of", _names[p], commons] : _names[p]);
        var others = all.Where(p => !IsNamed(p)).Select(p => ofCommons ? Commons(p, toAll: false) : [])
            .GroupBy(commons => string.Join('\n', commons), StringComparer.Ordinal)
            .OrderByDescending(g => g.Key.Length > 0).ThenBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => Somebody(g.Count(), g.First()));
        return [.. named, .. others];
    }

    private string Somebody(int count, List<string> commons) => (count, commons.Count) switch
    {
        (1, 0) => _say["document.person"],
        (_, 0) => _say["document.people", count],
        (1, _) => _say["document.person-of", commons.Count, commons],
        _ => _say["document.people-of", count, commons.Count, commons],
    };

    private List<string> Commons(long person, bool toAll) => [.. _bonds[person].Where(b => b.IsToAll || !toAll).Select(b => b.Common).Order(StringComparer.Ordinal)];

    /// <summary>Who knows which common of the mission, as far as the community may see; to all what they show to all, and what they said yes to.</summary>
    private static Task<List<Bond>> BondsAsync(BotDb db, Mission mission, CancellationToken ct)
    {
        var (commons, helpers) = (mission.Commons.ConvertAll(c => c.CommonId), mission.Holders.Where(h => h.Role == RoleKind.HelpingCommoner).Select(h => h.PersonId).ToList());
        return (
            from x in db.Experiences
            join c in db.Commons on x.CommonId equals c.Id
            where x.CommunityId == mission.CommunityId && commons.Contains(x.CommonId) && helpers.Contains(x.PersonId)
            let accepted = db.Asks.Any(a => a.PersonId == x.PersonId && a.State == AskState.Accepted && !a.IsVolunteer && db.Calls.Any(k => k.Id == a.CallId && k.CommonId == x.CommonId))
            where accepted || x.SeenBy == SeenBy.Community || x.SeenBy == SeenBy.Public
            select new Bond(x.PersonId, c.Name, accepted || x.SeenBy == SeenBy.Public)).ToListAsync(ct);
    }

    private sealed record Bond(long PersonId, string Common, bool IsToAll);
}
