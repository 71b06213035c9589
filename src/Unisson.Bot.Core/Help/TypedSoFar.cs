using Unisson.Bot.Kernel;

namespace Unisson.Bot.Help;

/// <summary>A line as far as it was typed: its command, and what the word at its end belongs to.</summary>
/// <param name="Option">The option whose value it is; null when it can only be a name.</param>
/// <param name="Value">The word itself, without the option's name and an open quote.</param>
/// <param name="From">Where what is to be replaced begins.</param>
/// <param name="Before">What stays in front of a completed value: <c>kind:</c>, the earlier parts of a list.</param>
/// <param name="IsListed">It goes on a comma-separated list, in which nothing is quoted.</param>
/// <param name="CanName">It may be the beginning of an option's name.</param>
/// <param name="Open">Options that are not yet in the line.</param>
internal sealed record TypedSoFar(
    Language? Tells, Option? Option, string Value, int From, string Before, bool IsListed, bool CanName, IReadOnlyList<Option> Open)
{
    /// <summary>Null while the command itself is still being typed.</summary>
    public static TypedSoFar? Of(Catalogue catalogue, string typed)
    {
        var words = typed[1..].Split((char[]?)null, 4, StringSplitOptions.RemoveEmptyEntries);
        if (catalogue.Find([.. words.Take(3)], out var used) is not { } found || (words.Length == used && !char.IsWhiteSpace(typed[^1])))
        {
            return null;
        }

        var pieces = Pieces(typed, After(typed, used));
        if (found.Spec.Positions?.Invoke([], new Reading(Say.In(Language.English))) is [{ Picks: Picks.Command } command])
        {
            // The name of a command may be of two words, and nothing follows it.
            return new TypedSoFar(found.Tells, command, typed[pieces[0].From..], pieces[0].From, "", IsListed: true, CanName: false, []);
        }

        var given = new List<Option>();
        var positions = 0;
        foreach (var (from, to) in pieces.SkipLast(1))
        {
            if (Named(found.Spec, typed[from..to], out _) is { } option)
            {
                given.Add(option);
            }
            else
            {
                positions++;
            }
        }

        var last = pieces[^1];
        return Last(found, typed[last.From..last.To], last.From, given, positions);
    }

    private static TypedSoFar Last(Catalogue.Found found, string word, int from, List<Option> given, int positions)
    {
        var spec = found.Spec;
        var shortcut = found.Shortcut?.Option;
        var places = (spec.Positions?.Invoke([], new Reading(Say.In(found.Tells ?? Language.English))) ?? [.. spec.Options.Where(o => o.Needed)])
            .Where(o => !given.Contains(o) && o != shortcut).ToList();
        var named = Named(spec, word, out var valueAt);
        var option = named ?? (positions < places.Count ? places[positions] : null);
        var value = word[valueAt..];
        var isQuoted = value.StartsWith('"') || value.StartsWith('“') || value.StartsWith('«');
        value = isQuoted ? value[1..].TrimStart() : value;
        var comma = value.LastIndexOf(',');
        return new TypedSoFar(
            found.Tells,
            option,
            comma < 0 ? value : value[(comma + 1)..].TrimStart(),
            from,
            word[..valueAt] + (comma < 0 ? "" : value[..(comma + 1)]),
            comma >= 0,
            named is null && !isQuoted && word.Length - valueAt <= 32,
            [.. spec.Options.Where(o => !given.Contains(o) && o != shortcut && !places.Take(positions).Contains(o))]);
    }

    private static int After(string typed, int words)
    {
        var at = 1;
        for (var i = 0; i < words; i++)
        {
            while (char.IsWhiteSpace(typed[at]))
            {
                at++;
            }

            while (at < typed.Length && !char.IsWhiteSpace(typed[at]))
            {
                at++;
            }
        }

        return at;
    }

    /// <summary>The words after the command, quoted ones whole; the last is the one being typed, empty after a blank.</summary>
    private static List<(int From, int To)> Pieces(string typed, int at)
    {
        var pieces = new List<(int, int)>();
        while (true)
        {
            while (at < typed.Length && char.IsWhiteSpace(typed[at]))
            {
                at++;
            }

            var from = at;
            char? closing = null;
            for (; at < typed.Length && (closing is not null || !char.IsWhiteSpace(typed[at])); at++)
            {
                closing = closing is null ? Closing(typed[at]) : typed[at] == closing ? null : closing;
            }

            pieces.Add((from, at));
            if (at == typed.Length)
            {
                return pieces;
            }
        }
    }

    private static char? Closing(char c) => c switch
    {
        '"' => '"',
        '“' => '”',
        '«' => '»',
        _ => null,
    };

    private static Option? Named(CommandSpec spec, string word, out int valueAt)
    {
        var colon = word.IndexOf(':', StringComparison.Ordinal);
        var name = colon > 0 ? Fold.Of(word.AsSpan(0, colon)) : "";
        var option = colon > 0 ? spec.Options.FirstOrDefault(o => o.Name.Spellings().Any(s => s.Folded == name)) : null;
        valueAt = option is null ? 0 : colon + 1;
        return option;
    }
}
