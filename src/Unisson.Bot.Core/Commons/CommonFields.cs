using Unisson.Bot.Kernel;

namespace Unisson.Bot.Commons;

/// <summary>What can be said about a common when it is added or edited.</summary>
internal static class CommonFields
{
    public static readonly Option<string> Name = Options.Text("name", "nom", 80);
    public static readonly Option<string> Aliases = Options.Text("aliases", "autres-noms", 200);
    public static readonly Option<string> About = Options.Text("about", "présentation", 1000);
    public static readonly Option<string> Links = Options.Text("links", "liens", 500);
    public static readonly Option<string> Licence = Options.Text("licence", "licence", 60);
    public static readonly Option<string> Channel = Options.Text("channel", "salon", 100, picks: Picks.Channel);
    public static readonly Option<CommonState> State = Options.Choice("state", "état", CommonChoices.State);

    public static void Apply(Request r, Common common)
    {
        common.Name = r.Text(Name) ?? common.Name;
        common.Aliases = r.Text(Aliases) ?? common.Aliases;
        common.About = r.Text(About) ?? common.About;
        common.Links = r.Text(Links) ?? common.Links;
        common.Licence = r.Text(Licence) ?? common.Licence;
        common.Channel = r.Text(Channel) ?? common.Channel;
        common.State = r.Value(State) ?? common.State;
    }
}
