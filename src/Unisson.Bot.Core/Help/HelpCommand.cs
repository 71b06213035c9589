using Unisson.Bot.Kernel;

namespace Unisson.Bot.Help;

/// <summary><c>/help</c>: by what one wants to do, with lines that can be typed as they stand; with a command or a first word, that one in full.</summary>
public static class HelpCommand
{
    private const int Most = 12;

    private static readonly Option<string> Command = Options.Text("command", "commande", 60, picks: Picks.Command);

    /// <summary>What people want to do, with the commands for it; a line each.</summary>
    private static readonly (string Task, string[] Paths)[] Tasks =
    [
        ("mission", ["mission open"]),
        ("people", ["commoners find", "commoners call"]),
        ("give", ["availability set", "experience add"]),
        ("answer", ["call list"]),
        ("log", ["contribution log"]),
        ("remind", ["reminder add"]),
        ("setup", ["setup start", "common add"]),
    ];

    public static CommandSpec Spec { get; } = new(null, new("help", "aide"))
    {
        Allow = Allow.Anyone,
        Reads = true,
        Options = [Command],
        Positions = (_, _) => [Command],
        Run = RunAsync,
    };

    private static async Task<Result<Reply>> RunAsync(Request r, CancellationToken ct)
    {
        if (r.Text(Command) is not { } typed)
        {
            return ByTask(r);
        }

        var words = typed.TrimStart('/', '!').Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        if (r.Catalogue.Find(words, out _) is { } found)
        {
            var help = HelpOnCommand.Of(found.Spec, r.Say);
            return await NamingElsewhere.HowAsync(r, found.Spec, ct) is { } how ? help with { Lines = [.. help.Lines, how] } : help;
        }

        var group = words.Length == 1 ? r.Catalogue.Commands.Where(c => c.Group?.Spellings().Any(s => s.Folded == Fold.Of(words[0])) == true).ToList() : [];
        return group.Count > 0 ? OfGroup(r, group) : r.Catalogue.Unknown(words, r.Say.Language);
    }

    private static Reply ByTask(Request r)
    {
        var tasks = Tasks.Select(t => (t.Task, Specs: t.Paths.Where(r.Catalogue.Has).Select(p => r.Catalogue[p]).ToList())).Where(t => t.Specs.Count > 0);
        var groups = r.Catalogue.Commands.Select(c => c.Group).OfType<Name>().Distinct().Select(g => g.In(r.Say.Language));
        return new Reply(r.Say["help.first"])
        {
            NamesCommands = true,
            Lines =
            [
                .. tasks.Select(t => r.Say["help.row", r.Say[$"help.task.{t.Task}"], string.Join("  ", t.Specs.Select(s => Examples.Of(s, r.Say)))]),
                r.Say["help.groups", string.Join(", ", groups)],
                r.Say["help.more", Examples.Of(Spec, r.Say)],
            ],
        };
    }

    private static Reply OfGroup(Request r, List<CommandSpec> group)
    {
        var lines = group.Take(group.Count > Most ? Most - 1 : Most).Select(c => r.Say["help.row", HelpOnCommand.Typed(c, r.Say), r.Say[$"command.{c.Path}"]]).ToList();
        if (group.Count > lines.Count)
        {
            lines.Add(r.Say["help.rest", group.Skip(lines.Count).Select(c => HelpOnCommand.Typed(c, r.Say))]);
        }

        return new Reply(r.Say["help.group", group[0].Group!.In(r.Say.Language)]) { Lines = lines, NamesCommands = true };
    }
}
