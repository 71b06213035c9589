using System.Globalization;
using Unisson.Bot.Files;
using Unisson.Bot.Kernel;
using Unisson.Discord;

namespace Unisson.Bot.Discord;

/// <summary>
/// Forms: what a command asks when it was left out, as a modal of at most five fields (Discord's page "Components", modals). A form is known by
/// its command, and by the draft that keeps what was given before.
/// </summary>
internal sealed class Forms(Catalogue catalogue)
{
    private const string Prefix = "form:";
    private const int MostFields = 5, LongestTitle = 45, LongestLabel = 45, LongestOption = 100;

    /// <summary>The form of a command that was given alone; null where it has none.</summary>
    public Modal? OfBare(string path, Say say)
        => catalogue.Has(path) && catalogue[path] is { Form: { Count: > 0 } asked } spec ? Of(spec, asked, new CommandLine(path), null, say) : null;

    /// <summary>The form that completes a line: what is blank in it, else what its command asks, filled with what was given.</summary>
    public Modal? OfDraft(long draft, CommandLine line, Say say)
    {
        var spec = catalogue[line.Path];
        var blank = line.Blanks.ToHashSet(StringComparer.Ordinal);
        var isBare = line.Values.Count == blank.Count;
        IReadOnlyList<Option> open = [.. spec.Options.Where(o => blank.Contains(o.Name.English))];
        IReadOnlyList<Option> given = [.. spec.Options.Where(o => line.Values.ContainsKey(o.Name.English))];
        var asked = open.Count == 0 ? [.. spec.Form.Union(given)] : isBare ? [.. open.Union(spec.Form)] : open;
        return asked.Count == 0 ? null : Of(spec, asked, line, draft, say);
    }

    /// <summary>A form of a command with some values in it already.</summary>
    public Modal Prefilled(CommandLine line, IReadOnlyList<Option> asked, Say say) => Of(catalogue[line.Path], asked, line, null, say);

    /// <summary>The custom id of a button that opens the form of a command.</summary>
    public static string Opening(string path) => Prefix + path;

    /// <summary>The command whose form a button opens; null when it is no such button.</summary>
    public static string? Opened(string customId) => customId.StartsWith(Prefix, StringComparison.Ordinal) ? customId[Prefix.Length..] : null;

    /// <summary>What was filled in; empty fields were left out. Null when it is no form of ours.</summary>
    public (CommandLine Line, long? Draft)? Read(InteractionData data)
    {
        if (Opened(data.CustomId)?.Split(':') is not [var path, .. var rest] || !catalogue.Has(path))
        {
            return null;
        }

        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var field in data.Fields())
        {
            var value = field.Values is { } several ? string.Join(',', several) : field.Value?.Text;
            if (!string.IsNullOrWhiteSpace(value) && catalogue[path].Options.Any(o => o.Name.English == field.CustomId))
            {
                values[field.CustomId!] = value;
            }
        }

        return (new CommandLine(path, values), rest is [var draft] && long.TryParse(draft, CultureInfo.InvariantCulture, out var id) ? id : null);
    }

    private static Modal Of(CommandSpec spec, IReadOnlyList<Option> asked, CommandLine line, long? draft, Say say)
    {
        var id = draft is null ? Prefix + spec.Path : string.Create(CultureInfo.InvariantCulture, $"{Prefix}{spec.Path}:{draft}");
        return new Modal(id, say[$"command.{spec.Path}"].Cut(LongestTitle), [.. asked.Take(MostFields).Select(o => Field(o, spec.Label(o, say), line, say))]);
    }

    private static Component Field(Option option, string label, CommandLine line, Say say)
    {
        var given = line.Values.TryGetValue(option.Name.English, out var value) && value != CommandLine.Blank ? value : null;
        var isBlank = given is null && line.Values.ContainsKey(option.Name.English);
        var field = Input(option, given, say) with { Required = option.Needed || isBlank };
        return Component.Labelled(label.Cut(LongestLabel), field);
    }

    private static Component Input(Option option, string? given, Say say)
    {
        var id = option.Name.English;
        var chosen = option.IsGreedy ? [given ?? ""] : (given ?? "").Split(',', StringSplitOptions.TrimEntries);
        return option switch
        {
            { Choices: { } choices } => Component.StringSelect(id, [.. choices.Values.Take(25).Select(v => new SelectOption(choices.Label(v, say).Cut(LongestOption), v) { Default = chosen.Any(c => Fold.Same(c, v) || Fold.Same(c, choices.Label(v, say))) ? true : null })])
                with
            { MaxValues = option.IsGreedy ? 1 : Math.Min(25, choices.Values.Count) },
            Option<KeptFile> => Component.FileUpload(id),
            { Picks: Picks.Person } => Component.UserSelect(id),
            { Picks: Picks.Channel } => Component.ChannelSelect(id) with { ChannelTypes = [(int)ChannelType.GuildText, (int)ChannelType.GuildAnnouncement] },
            _ => Component.TextInput(id, option.Longest > 200 ? TextInputStyle.Paragraph : TextInputStyle.Short)
                with
            { MaxLength = Math.Min(4000, option.Longest), Value = given is null ? default(OptionValue?) : (OptionValue)given },
        };
    }
}
