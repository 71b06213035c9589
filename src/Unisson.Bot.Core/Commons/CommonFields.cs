using Unisson.Bot.Kernel;

namespace Unisson.Bot.Commons;

/// <summary>What can be said about a common when it is added or edited.</summary>
internal static class CommonFields
{
    /// <summary>Typed in the place of a text, takes it away.</summary>
    public const string Nothing = "-";

    public static readonly Option<string> Name = Options.Text("name", "nom", 80);
    public static readonly Option<string> Aliases = Options.Text("aliases", "autres-noms", 200);
    public static readonly Option<string> About = Options.Text("about", "présentation", 1000);
    public static readonly Option<string> Links = Options.Text("links", "liens", 500);
    public static readonly Option<string> Licence = Options.Text("licence", "licence", 60);
    public static readonly Option<string> Channel = Options.Text("channel", "salon", Communities.Channel.LongestId, picks: Picks.Channel);
    public static readonly Option<CommonState> State = Options.Choice("state", "état", CommonChoices.State);

    public static IReadOnlyList<Option> All { get; } = [Name, Aliases, About, Links, Licence, Channel, State];

    public static void Apply(Request r, Common common)
    {
        common.Name = r.Text(Name) ?? common.Name;
        common.Aliases = Changed(r, Aliases, common.Aliases);
        common.About = Changed(r, About, common.About);
        common.Links = Changed(r, Links, common.Links);
        common.Licence = Changed(r, Licence, common.Licence);
        common.State = r.Value(State) ?? common.State;
    }

    /// <summary>What is said now of those that a line changes, as the line that would put it back says it.</summary>
    /// <param name="channel">Its channel on the caller's network.</param>
    public static IEnumerable<(string Option, string Value)> Before(Request r, Common common, string? channel)
    {
        (Option Option, string? Value)[] now =
        [
            (Name, common.Name), (Aliases, common.Aliases), (About, common.About), (Links, common.Links), (Licence, common.Licence),
            (Channel, channel), (State, CommonChoices.State.Label(common.State, r.Say)),
        ];
        return now.Where(n => r.Given(n.Option)).Select(n => (n.Option.Name.English, n.Value ?? Nothing));
    }

    private static string? Changed(Request r, Option<string> option, string? before) => r.Text(option) switch
    {
        null => before,
        Nothing => null,
        var said => said,
    };
}
