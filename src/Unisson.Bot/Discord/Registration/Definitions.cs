using Unisson.Bot.Kernel;
using Unisson.Discord;

namespace Unisson.Bot.Discord.Registration;

/// <summary>
/// The catalogue as Discord's commands: each first word is a command and each verb one of its sub-commands. Nothing is hidden by permission:
/// who may do what is the catalogue's to say, and it says why.
/// </summary>
internal static class Definitions
{
    private static readonly IReadOnlyList<InteractionContext> Everywhere = [InteractionContext.Guild, InteractionContext.BotDm];

    public static IReadOnlyList<CommandDefinition> Of(Catalogue catalogue) =>
    [
        .. catalogue.Commands.GroupBy(c => c.Group?.English ?? c.Verb.English, StringComparer.Ordinal).Select(g => g.First().Group is { } group ? OfGroup(group, g) : Alone(g.Single())),
        OfMessage(),
    ];

    private static CommandDefinition Alone(CommandSpec spec)
        => Top(spec.Verb, $"command.{spec.Path}") with { Options = Options(spec) };

    private static CommandDefinition OfGroup(Name group, IEnumerable<CommandSpec> verbs)
        => Top(group, $"group.{group.English}") with { Options = [.. verbs.Select(SubCommand)] };

    private static CommandDefinition Top(Name name, string text) => new(name.English, Say.In(Language.English)[text])
    {
        NameLocalizations = Localised.Name(name),
        DescriptionLocalizations = Localised.Text(text),
        Contexts = Everywhere,
    };

    private static CommandOption SubCommand(CommandSpec spec)
    {
        var text = $"command.{spec.Path}";
        return new(CommandOptionType.SubCommand, spec.Verb.English, Say.In(Language.English)[text])
        {
            NameLocalizations = Localised.Name(spec.Verb),
            DescriptionLocalizations = Localised.Text(text),
            Options = Options(spec),
        };
    }

    /// <summary>Discord wants the required ones first; the rest stays in its order.</summary>
    private static IReadOnlyList<CommandOption> Options(CommandSpec spec)
        => [.. spec.Options.OrderByDescending(o => OptionDefinition.IsRequired(spec, o)).Select(o => OptionDefinition.Of(spec, o))];

    private static CommandDefinition OfMessage() => new(CommandRegistration.LogMessage, "")
    {
        Type = CommandType.Message,
        NameLocalizations = Localised.Text("discord.log-message"),
        Contexts = [InteractionContext.Guild],
    };
}
