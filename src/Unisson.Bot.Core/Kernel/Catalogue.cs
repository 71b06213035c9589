using System.Collections.Frozen;
using System.Globalization;

namespace Unisson.Bot.Kernel;

/// <summary>All commands and actions that exist, found by what people type in either language.</summary>
public sealed class Catalogue
{
    private readonly FrozenDictionary<string, Found> _paths;
    private readonly FrozenDictionary<string, CommandSpec> _specs;
    private readonly FrozenDictionary<string, ActionSpec> _actions;

    public Catalogue(IReadOnlyList<CommandSpec> commands, IReadOnlyList<ActionSpec> actions)
    {
        Commands = commands;
        _specs = commands.ToFrozenDictionary(c => c.Path, StringComparer.Ordinal);
        _actions = actions.Where(a => a.Path is null || _specs.ContainsKey(a.Path)).ToFrozenDictionary(a => a.Name, StringComparer.Ordinal);
        var paths = new Dictionary<string, Found>(StringComparer.Ordinal);
        foreach (var command in commands)
        {
            foreach (var (path, found) in PathsOf(command, commands))
            {
                paths.TryAdd(path, found);
            }
        }

        _paths = paths.ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <summary>A command as it was named: the value that the name gives with it, and the language it tells.</summary>
    public sealed record Found(CommandSpec Spec, Shortcut? Shortcut, Language? Tells);

    public IReadOnlyList<CommandSpec> Commands { get; }

    public CommandSpec this[string path] => _specs[path];

    public bool Has(string path) => _specs.ContainsKey(path);

    /// <summary>Finds by the first words of a line; <paramref name="used"/> tells how many of them named the command.</summary>
    public Found? Find(IReadOnlyList<string> words, out int used)
    {
        for (used = Math.Min(3, words.Count); used > 0; used--)
        {
            if (_paths.TryGetValue(Fold.Of(string.Join(' ', words.Take(used))), out var found))
            {
                return found;
            }
        }

        return null;
    }

    /// <summary>The three commands that were probably meant, as that language writes them.</summary>
    public Refusal Unknown(IReadOnlyList<string> words, Language language)
    {
        var group = words.Count == 0 ? "" : Fold.Of(words[0]);
        var inGroup = Commands.Where(c => c.Group?.Spellings().Any(s => s.Folded == group) == true).ToList();
        if (inGroup.Count > 0 && words.Count == 1)
        {
            return new Refusal("command.verb", inGroup[0].Group!.In(language), inGroup.Select(c => c.Verb.In(language)));
        }

        var known = (inGroup.Count > 0 ? inGroup : Commands).Select(c => c.PathIn(language));
        var typed = string.Join(' ', words.Take(2));
        return new Refusal("command.unknown", typed, Nearest.Of(typed, known, 3).Select(p => "/" + p));
    }

    /// <summary>The action of a code, or null when it never was one or is of a command that this version has not.</summary>
    public (ActionSpec Action, long Row)? Action(string code)
        => code.Split(':') is ["v1", var name, var row] && _actions.TryGetValue(name, out var action)
            && long.TryParse(row, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? (action, id) : null;

    /// <summary>Leaves out gestures whose command does not exist.</summary>
    public Reply Shown(Reply reply) => reply.Actions.All(a => Action(a.Code) is not null)
        ? reply
        : reply with { Actions = [.. reply.Actions.Where(a => Action(a.Code) is not null)] };

    private static IEnumerable<(string Path, Found Found)> PathsOf(CommandSpec command, IReadOnlyList<CommandSpec> all)
    {
        (string Folded, Language? Tells)[] groups = command.Group is null ? [("", null)] : [.. command.Group.Spellings()];
        IEnumerable<(Name Verb, Shortcut? Shortcut)> verbs = [(command.Verb, null), .. command.Shortcuts.Select(s => (s.Verb, (Shortcut?)s))];
        foreach (var (verb, shortcut) in verbs)
        {
            foreach (var (word, tells) in verb.Spellings())
            {
                foreach (var (group, groupTells) in groups)
                {
                    yield return ($"{group} {word}".Trim(), new Found(command, shortcut, tells ?? groupTells));
                }
            }
        }

        foreach (var path in command.AlsoPaths)
        {
            var first = Fold.Of(path.Split(' ')[0]);
            var tells = all.SelectMany(c => c.Group?.Spellings() ?? []).FirstOrDefault(s => s.Folded == first).Tells;
            yield return (Fold.Of(path), new Found(command, null, tells));
        }
    }
}
