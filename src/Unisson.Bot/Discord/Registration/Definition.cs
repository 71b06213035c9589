using Unisson.Bot.Kernel;
using Unisson.Discord;

namespace Unisson.Bot.Discord.Registration;

/// <summary>Makes Discord's command definitions of the catalogue: English by default, French where the names differ.</summary>
internal static class Definition
{
    private const string French = "fr";
    private const int LongestDescription = 100, LongestString = 6000, MostChoices = 25;

    private static readonly Say InEnglish = Say.In(Languages.Language.English), InFrench = Say.In(Languages.Language.French);

    public static IReadOnlyList<CommandDefinition> All(Catalogue catalogue) =>
    [
        .. catalogue.Commands.Where(c => c.Group is not null).GroupBy(c => c.Group!).Select(g => OfGroup(g.Key, [.. g])),
        .. catalogue.Commands.Where(c => c.Group is null).Select(OfPlain),
        new CommandDefinition(CommandRegistration.LogMessage, "") { Type = CommandType.Message, NameLocalizations = Only(InFrench["discord.log-message"]), Contexts = [InteractionContext.Guild] },
    ];

    private static CommandDefinition OfGroup(Name group, IReadOnlyList<CommandSpec> specs) => new(group.English, InEnglish[$"group.{group.English}"])
    {
        NameLocalizations = Names(group),
        DescriptionLocalizations = Only(InFrench[$"group.{group.English}"]),
        Contexts = Everywhere,
        Options = [.. specs.Select(OfVerb)],
    };

    private static CommandDefinition OfPlain(CommandSpec spec) => new(spec.Verb.English, Cut(InEnglish[$"command.{spec.Path}"]))
    {
        NameLocalizations = Names(spec.Verb),
        DescriptionLocalizations = Only(Cut(InFrench[$"command.{spec.Path}"])),
        Contexts = Everywhere,
        Options = OfOptions(spec),
    };

    private static CommandOption OfVerb(CommandSpec spec) => new(CommandOptionType.SubCommand, spec.Verb.English, Cut(InEnglish[$"command.{spec.Path}"]))
    {
        NameLocalizations = Names(spec.Verb),
        DescriptionLocalizations = Only(Cut(InFrench[$"command.{spec.Path}"])),
        Options = OfOptions(spec),
    };

    /// <summary>What a form asks is not required here, and what is required comes first: so Discord wants it.</summary>
    private static IReadOnlyList<CommandOption> OfOptions(CommandSpec spec)
        => [.. spec.Options.Select(o => Of(spec, o, o.Needed && !spec.Form.Contains(o))).OrderByDescending(o => o.Required == true)];

    private static CommandOption Of(CommandSpec spec, Option option, bool required)
    {
        var made = new CommandOption(TypeOf(option), option.Name.English, Cut(spec.Label(option, InEnglish)))
        {
            NameLocalizations = Names(option.Name),
            DescriptionLocalizations = Only(Cut(spec.Label(option, InFrench))),
            Required = required ? true : null,
        };
        return option switch
        {
            { Picks: Picks.Person } => made,
            { Picks: Picks.Channel } => made with { ChannelTypes = [(int)ChannelType.GuildText, (int)ChannelType.GuildAnnouncement] },
            { Choices: { } choices, IsGreedy: true } when choices.Values.Count <= MostChoices => made with { Choices = [.. choices.Values.Select(v => Of(choices, v))] },
            { Picks: not Picks.Nothing } => made with { Autocomplete = true },
            _ => made with { MaxLength = Math.Min(LongestString, option.Longest) },
        };
    }

    private static CommandOptionType TypeOf(Option option) => option.Picks switch
    {
        Picks.Person => CommandOptionType.User,
        Picks.Channel => CommandOptionType.Channel,
        _ => CommandOptionType.String,
    };

    private static Choice Of(Choices choices, string value) => new(choices.Label(value, InEnglish), value) { NameLocalizations = Only(choices.Label(value, InFrench)) };

    private static IReadOnlyList<InteractionContext> Everywhere { get; } = [InteractionContext.Guild, InteractionContext.BotDm];

    private static Dictionary<string, string>? Names(Name name) => name.French == name.English ? null : Only(name.French);

    private static Dictionary<string, string> Only(string french) => new(StringComparer.Ordinal) { [French] = french };

    private static string Cut(string text) => text.Cut(LongestDescription);
}
