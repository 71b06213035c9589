using Unisson.Bot.Kernel;

namespace Unisson.Bot.Help;

/// <summary>One command in full: what it does, what it takes, an example, and who may.</summary>
internal static class HelpOnCommand
{
    public static Reply Of(CommandSpec spec, Say say)
    {
        var lines = new List<string>();
        var needed = spec.Options.Where(o => o.Needed).ToList();
        var more = spec.Options.Where(o => !o.Needed && o.Choices is null).ToList();
        if (needed.Count > 0)
        {
            lines.Add(say["help.needed", needed.Select(o => Named(o, say))]);
        }

        if (more.Count > 0)
        {
            lines.Add(say["help.optional", more.Select(o => Named(o, say))]);
        }

        // A list of choices stands on a line of its own, needed or not.
        lines.AddRange(spec.Options.Where(o => o.Choices is not null).Select(o => say["help.choices", $"{o.Name.In(say.Language)}:", o.Choices!.Values.Select(v => o.Choices.Label(v, say))]));
        lines.Add(say["help.example", Examples.Of(spec, say)]);
        lines.Add(say["help.who", say[$"choice.standing.{spec.Allow.Standing}"]]);
        return new Reply(say["help.command", Typed(spec, say), say[$"command.{spec.Path}"]]) { Lines = lines, NamesCommands = true };
    }

    public static string Typed(CommandSpec spec, Say say) => "/" + spec.PathIn(say.Language);

    /// <summary>« limite (date limite de remise) »: the name to type, and what it is where that is not the same word.</summary>
    private static string Named(Option option, Say say)
    {
        var (name, label) = (option.Name.In(say.Language), say[$"option.{option.Name.English}"]);
        return Fold.Same(name.Replace('-', ' '), label) ? name : $"{name} ({label})";
    }
}
