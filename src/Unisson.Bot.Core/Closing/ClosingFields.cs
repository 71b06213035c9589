using Unisson.Bot.Kernel;
using Unisson.Bot.Missions;

namespace Unisson.Bot.Closing;

/// <summary>What is said when a mission closes, and when somebody looks back at it.</summary>
internal static class ClosingFields
{
    public static readonly Option<string> Mission = Options.Text("mission", "mission", needed: true, picks: Picks.Mission);
    public static readonly Option<string> Common = Options.Text("common", "commun", 80, picks: Picks.Common);
    public static readonly Option<string> Learned = Options.Text("learned", "appris", 1000);
    public static readonly Option<string> Where = MissionFields.Line("where", "où", 300);
    public static readonly Option<string> Licence = MissionFields.Line("licence", "licence", 60);
    public static readonly Option<LinkLives> Answer = Options.Choice("answer", "réponse", ClosingChoices.Answer);
    public static readonly Option<string> Note = MissionFields.Note();
}
