using Unisson.Bot.Files;
using Unisson.Bot.Kernel;
using Unisson.Discord;

namespace Unisson.Bot.Discord.Registration;

/// <summary>An option of the catalogue as Discord offers it (its page "Application Commands", option structure).</summary>
internal static class OptionDefinition
{
    private const int MostChoices = 25, LongestText = 6000;

    public static CommandOption Of(CommandSpec spec, Option option)
    {
        var definition = Typed(spec, option) with
        {
            NameLocalizations = Localised.Name(option.Name),
            DescriptionLocalizations = Localised.Unless(spec.Label(option, Say.In(Language.English)), spec.Label(option, Say.In(Language.French))),
        };
        return definition with { Required = IsRequired(spec, option) ? true : null };
    }

    /// <summary>Whether Discord asks for it; what a form asks may be left out, and is asked then.</summary>
    public static bool IsRequired(CommandSpec spec, Option option) => option.Needed && !spec.Form.Contains(option);

    private static CommandOption Typed(CommandSpec spec, Option option) => option switch
    {
        { Choices: { } choices, IsGreedy: true } when choices.Values.Count <= MostChoices => New(spec, option, CommandOptionType.String) with
        {
            Choices = [.. choices.Values.Select(v => OfChoice(choices, v))],
        },
        { Choices: not null } or { Picks: Picks.Common or Picks.Mission or Picks.Call or Picks.Reminder or Picks.Line or Picks.Command }
            => Text(spec, option) with { Autocomplete = true },
        { Picks: Picks.Person } => New(spec, option, CommandOptionType.User),
        { Picks: Picks.Channel } => New(spec, option, CommandOptionType.Channel) with { ChannelTypes = [(int)ChannelType.GuildText, (int)ChannelType.GuildAnnouncement] },
        Option<KeptFile> => New(spec, option, CommandOptionType.Attachment),
        { Range: var (least, most) } => New(spec, option, CommandOptionType.Integer) with { MinValue = least, MaxValue = most },
        _ => Text(spec, option),
    };

    private static CommandOption New(CommandSpec spec, Option option, CommandOptionType type) => new(type, option.Name.English, spec.Label(option, Say.In(Language.English)));

    private static CommandOption Text(CommandSpec spec, Option option) => New(spec, option, CommandOptionType.String) with { MaxLength = Math.Min(LongestText, option.Longest) };

    private static Choice OfChoice(Choices choices, string value)
    {
        var (english, french) = (choices.Label(value, Say.In(Language.English)), choices.Label(value, Say.In(Language.French)));
        return new Choice(english, value) { NameLocalizations = Localised.Unless(english, french) };
    }
}
