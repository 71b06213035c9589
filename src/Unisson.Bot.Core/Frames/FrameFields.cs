using Unisson.Bot.Calls;
using Unisson.Bot.Commoners;
using Unisson.Bot.Dates;
using Unisson.Bot.Kernel;
using Unisson.Bot.Missions;

namespace Unisson.Bot.Frames;

/// <summary>What can be said about somebody's part in a mission.</summary>
internal static class FrameFields
{
    public static readonly Option<string> Mission = Options.Text("mission", "mission", needed: true, picks: Picks.Mission);
    public static readonly Option<string> Person = Options.Text("person", "personne", 80, picks: Picks.Person);
    public static readonly Option<RoleKind> Role = Options.Choice("role", "rôle", MissionChoices.Role, needed: true);
    public static readonly Option<string> Name = MissionFields.Line("name", "nom", 80);
    public static readonly Option<string> Scope = Options.Text("scope", "cadre", 500);
    public static readonly Option<TimeSpan> Hours = DateOptions.Effort("hours", "heures");
    public static readonly Option<Terms> Terms = Options.Choice("terms", "contrepartie", CommonerChoices.Terms);
    public static readonly Option<string> How = MissionFields.Line("how", "comment", 200);

    /// <summary>Mission, person and role; without a person where the second word is a role: somebody without an account is named.</summary>
    public static IReadOnlyList<Option> Positions(IReadOnlyList<string> words, Reading reading)
        => words.Count == 2 && !Role.Read(words[1], reading).Refused(out _, out _) ? [Mission, Role] : [Mission, Person, Role];

    /// <summary>Whether anything of a frame was said.</summary>
    public static bool SaysAnything(this Request r) => r.Given(Scope) || r.Given(Hours) || r.Given(Terms) || r.Given(How);
}
