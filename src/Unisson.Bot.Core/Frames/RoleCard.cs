using Unisson.Bot.Kernel;
using Unisson.Bot.Missions;

namespace Unisson.Bot.Frames;

/// <summary>
/// What a role is for, before anybody takes it: purpose, domain, accountabilities (the method, "The three roles"). Where its source has a gap, the
/// card says that the wording is ours.
/// </summary>
internal static class RoleCard
{
    /// <summary>Roles of which the source says nothing, and the one whose accountabilities it leaves out.</summary>
    private static readonly RoleKind[] InOurWords = [RoleKind.GuarantorConnector, RoleKind.Provider, RoleKind.Sponsor];

    public static IEnumerable<string> Lines(RoleKind role, Say say)
    {
        var name = MissionChoices.Role.English(role);
        yield return say["role.purpose", say[$"role.{name}.purpose"]];
        yield return say["role.domain", say[$"role.{name}.domain"]];
        yield return say["role.accountable", say[$"role.{name}.accountable"]];
        if (InOurWords.Contains(role))
        {
            yield return say[role == RoleKind.GuarantorConnector ? "role.ours-in-part" : "role.ours"];
        }
    }
}
