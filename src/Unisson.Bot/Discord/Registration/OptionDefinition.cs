using Unisson.Bot.Kernel;
using Unisson.Discord;

namespace Unisson.Bot.Discord.Registration;

/// <summary>An option of the catalogue as Discord offers it (its page "Application Commands", option structure).</summary>
internal static class OptionDefinition
{
    private const int MostChoices = 25, LongestText = 6000;

    public static CommandOption Of(CommandSpec spec, Option option)
    {
        var definition = Typed(option) with
        {
            NameLocalizations = Localised.Name(option.Name),
            DescriptionLocalizations = Localised.Text(TextOf(option)),
        };
        return definition with { Required = IsRequired(spec, option) ? true : null };
    }

    /// <summary>Whether Discord asks for it; what a form asks may be left out, and is asked then.</summary>
    public static bool IsRequired(CommandSpec spec, Option option) => option.Needed && !spec.Form.Contains(option);

    private static CommandOption Typed(Option option) => option switch
    {
        { Choices: { } choices, IsGreedy: true } when choices.Values.Count <= MostChoices => New(option, CommandOptionType.String) with
        {
            Choices = [.. choices.Values.Select(v => OfChoice(choices, v))],
        },
        { Choices: not null } or { Picks: Picks.Common or Picks.Mission or Picks.Call or Picks.Reminder or Picks.Line or Picks.Command }
            => Text(option) with { Autocomplete = true },
        { Picks: Picks.Person } => New(option, CommandOptionType.User),
        { Picks: Picks.Channel } => New(option, CommandOptionType.Channel) with { ChannelTypes = [(int)ChannelType.GuildText, (int)ChannelType.GuildAnnouncement] },
        { Range: var (least, most) } => New(option, CommandOptionType.Integer) with { MinValue = least, MaxValue = most },
        _ => Text(option),
    };

    private static CommandOption New(Option option, CommandOptionType type) => new(type, option.Name.English, Say.In(Language.English)[TextOf(option)]);

    private static CommandOption Text(Option option) => New(option, CommandOptionType.String) with { MaxLength = Math.Min(LongestText, option.Longest) };

    private static Choice OfChoice(Choices choices, string value)
    {
        var (english, french) = (choices.Label(value, Say.In(Language.English)), choices.Label(value, Say.In(Language.French)));
        return new Choice(english, value) { NameLocalizations = Localised.Unless(english, french) };
    }

    private static string TextOf(Option option) => $"option.{option.Name.English}";
}
