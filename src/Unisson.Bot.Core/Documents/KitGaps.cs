using Unisson.Bot.Missions;

namespace Unisson.Bot.Documents;

/// <summary>What is still open in an answer: for its team, in the answer to the command, never in the document.</summary>
internal static class KitGaps
{
    public static IEnumerable<string> Of(Kit kit, int unnamed, Say say)
    {
        (string Key, bool IsOpen)[] gaps =
        [
            ("sponsor", kit.Sponsor is null), ("reference", kit.Reference is null), ("deadline", kit.Deadline is null), ("dates", kit.Starts is null && kit.Ends is null),
            ("needs", kit.Needs.Count == 0), ("deliverables", kit.Deliverables.Count == 0),
            ("provider", !Has(kit, RoleKind.Provider)), ("coordinator", !Has(kit, RoleKind.Coordinator)), ("guarantor", !Has(kit, RoleKind.GuarantorConnector)),
            ("commons", kit.Commons.Count == 0),
        ];
        foreach (var (key, _) in gaps.Where(g => g.IsOpen))
        {
            yield return say[$"kit.gap.{key}"];
        }

        (string Key, IEnumerable<string> Commons)[] ofCommons =
        [
            ("witness", kit.Commons.Where(c => c is { IsToBuild: false, HasWitness: false }).Select(c => c.Name)),
            ("about", kit.Commons.Where(c => c.About.Count == 0).Select(c => c.Name)),
            ("common-licence", kit.Commons.Where(c => c.Licence is null).Select(c => c.Name)),
            ("pledge", kit.Commons.Select(c => c.Name).Except(kit.Pledges.Select(p => p.Common), StringComparer.Ordinal)),
        ];
        foreach (var (key, commons) in ofCommons.Select(c => (c.Key, c.Commons.ToList())).Where(c => c.Item2.Count > 0))
        {
            yield return say[$"kit.gap.{key}", commons];
        }

        if (!Accepts(kit, RoleKind.GuarantorConnector) || !Accepts(kit, RoleKind.Provider))
        {
            yield return say["kit.gap.contract"];
        }

        if (kit.Terms is null)
        {
            yield return say["kit.gap.terms"];
        }

        if (unnamed > 0)
        {
            yield return say["kit.gap.unnamed", unnamed];
        }
    }

    private static bool Accepts(Kit kit, RoleKind role) => kit.Accepted.Any(a => a.Role == MissionChoices.Role.Labelled(role));

    private static bool Has(Kit kit, RoleKind role) => kit.Roles.Any(p => p.Kind == role);
}
