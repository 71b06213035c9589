using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Missions;
using Unisson.Bot.Storage;

namespace Unisson.Bot.Documents;

/// <summary>Who has a part in a mission, role by role, in words that may leave the community.</summary>
/// <param name="Sponsor">Who orders the work.</param>
/// <param name="Unnamed">How many are not named because they did not agree to it.</param>
internal sealed record Parts(IReadOnlyList<Part> Roles, Listed? Sponsor, int Unnamed)
{
    private static readonly RoleKind[] Shown = [RoleKind.Provider, RoleKind.Coordinator, RoleKind.GuarantorConnector, RoleKind.HelpingCommoner];

    /// <summary>A role that is taken up, or was to its end. Who only looks on or only proposed themselves has no part in an answer.</summary>
    public static IEnumerable<RoleHolder> Held(Mission mission) => mission.Holders.Where(h => h.Holding is Holding.Selected or Holding.Active or Holding.Done).OrderBy(h => h.Since).ThenBy(h => h.Id);

    public static async Task<Parts> OfAsync(BotDb db, Mission mission, Signing signing, CancellationToken ct)
    {
        var held = Held(mission).ToList();
        var named = await db.NamedHolders.Where(h => h.CommunityId == mission.CommunityId && h.MissionId == mission.Id).OrderBy(h => h.Id).Take(Most).Select(h => new { h.Role, h.Name }).ToListAsync(ct);
        List<string> In(RoleKind role) => [.. named.Where(n => n.Role == role).Select(n => n.Name), .. signing.Of(held.Where(h => h.Role == role).Select(h => h.PersonId), ofCommons: role == RoleKind.HelpingCommoner)];
        var sponsors = new[] { mission.Sponsor }.OfType<string>().Concat(In(RoleKind.Sponsor)).DistinctBy(name => Fold.Of(Written.Clean(name)), StringComparer.Ordinal).ToList();
        return new Parts(
            [.. Shown.Select(role => new Part(role, In(role))).Where(p => p.Who.Items.Count > 0)],
            sponsors.Count == 0 ? null : new Listed(sponsors),
            held.Select(h => h.PersonId).Distinct().Count(p => !signing.IsNamed(p)));
    }

    /// <summary>Holders without account.</summary>
    private const int Most = 100;
}

/// <summary>One role and who holds it.</summary>
internal sealed record Part
{
    public Part(RoleKind role, List<string> who) => (Kind, Role, Who) = (role, MissionChoices.Role.Labelled(role), new Listed(who));

    internal RoleKind Kind { get; }

    public Labelled Role { get; }

    public Listed Who { get; }
}
