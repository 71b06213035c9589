using Unisson.Bot.Communities;
using Unisson.Bot.Kernel;
using Unisson.Bot.Missions;

namespace Unisson.Bot.Contracts;

/// <summary>What can be said about the moral contract.</summary>
internal static class ContractFields
{
    public static readonly Option<string> Mission = Options.Text("mission", "mission", picks: Picks.Mission);
    public static readonly Option<RoleKind> Role = Options.Choice("role", "rôle", MissionChoices.Role);
    public static readonly Option<Language> Tongue = Options.Choice("language", "langue", CommunityChoices.Language);
    public static readonly Option<string> Person = Options.Text("person", "personne", 80, picks: Picks.Person);
}
