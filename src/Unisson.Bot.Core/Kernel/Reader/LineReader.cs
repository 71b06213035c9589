namespace Unisson.Bot.Kernel;

/// <summary>
/// Reads a typed line into a command and its raw values. Only <c>"</c>, “ ” and « » quote; <c>name:value</c> is an option only if the command
/// has it, so that links and hours stay text; words without a name fill the needed options in order, the last of which takes the rest.
/// </summary>
public static class LineReader
{
    /// <summary>What was read, and the language that the command's words tell, if they tell one.</summary>
    public sealed record Line(CommandSpec Spec, CommandLine Command, Language? Tells);

    private sealed record Piece(Option? Option, string Text, bool Quoted);

    /// <summary>Reads a line without its leading sign (<c>/</c>, <c>!</c>).</summary>
    public static Result<Line> Read(string text, Catalogue catalogue, Say say)
    {
        var words = text.Split((char[]?)null, 4, StringSplitOptions.RemoveEmptyEntries);
        if (catalogue.Find(words.Take(3).ToList(), out var used) is not { } found)
        {
            return catalogue.Unknown(words.Take(3).ToList(), say.Language);
        }

        if (Pieces(text, AfterWords(text, used), found.Spec).Refused(out var refusal, out var pieces))
        {
            return refusal;
        }

        var speak = new Reading(found.Tells is { } tells ? new Say(tells, say.Zone, say.Now) : say);
        if (Values(found, pieces, speak).Refused(out refusal, out var values))
        {
            return refusal;
        }

        return new Line(found.Spec, new CommandLine(found.Spec.Path, values), found.Tells);
    }

    private static int AfterWords(string text, int count)
    {
        var at = 0;
        for (var i = 0; i < count; i++)
        {
            at = SkipBlanks(text, at);
            while (at < text.Length && !char.IsWhiteSpace(text[at]))
            {
                at++;
            }
        }

        return at;
    }

    private static int SkipBlanks(string text, int at)
    {
        while (at < text.Length && char.IsWhiteSpace(text[at]))
        {
            at++;
        }

        return at;
    }

    private static Result<List<Piece>> Pieces(string text, int at, CommandSpec spec)
    {
        var pieces = new List<Piece>();
        while ((at = SkipBlanks(text, at)) < text.Length)
        {
            var option = OptionAt(text, at, spec, out var valueAt);
            var from = option is null ? at : SkipBlanks(text, valueAt);
            if (option is not null && (from == text.Length || OptionAt(text, from, spec, out _) is not null))
            {
                return new Refusal("option.empty", text[at..].Split(':')[0].Trim());
            }

            if (Closing(text[from]) is { } closing)
            {
                if (Quoted(text, from, closing, out at) is not { } quoted)
                {
                    return new Refusal("line.open-quote", "/" + text);
                }

                pieces.Add(new Piece(option, quoted, true));
                continue;
            }

            at = from;
            while (at < text.Length && !char.IsWhiteSpace(text[at]))
            {
                at++;
            }

            pieces.Add(new Piece(option, text[from..at].Replace("\\\"", "\"", StringComparison.Ordinal), false));
        }

        return pieces;
    }

    private static Option? OptionAt(string text, int at, CommandSpec spec, out int valueAt)
    {
        var end = at;
        while (end < text.Length && text[end] != ':' && !char.IsWhiteSpace(text[end]))
        {
            end++;
        }

        var colon = SkipBlanks(text, end);
        valueAt = colon + 1;
        if (end == at || colon >= text.Length || text[colon] != ':')
        {
            return null;
        }

        var word = Fold.Of(text.AsSpan(at, end - at));
        return spec.Options.FirstOrDefault(o => o.Name.Spellings().Any(s => s.Folded == word));
    }

    private static char? Closing(char c) => c switch
    {
        '"' => '"',
        '“' => '”',
        '«' => '»',
        _ => null,
    };

    private static string? Quoted(string text, int open, char closing, out int after)
    {
        var inside = new System.Text.StringBuilder();
        for (after = open + 1; after < text.Length; after++)
        {
            if (text[after] == '\\' && after + 1 < text.Length && text[after + 1] == '"')
            {
                inside.Append('"');
                after++;
            }
            else if (text[after] == closing)
            {
                after++;
                return inside.ToString().Trim();
            }
            else
            {
                inside.Append(text[after]);
            }
        }

        return null;
    }

    private static Result<Dictionary<string, string>> Values(Catalogue.Found found, List<Piece> pieces, Reading reading)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        if (found.Shortcut is { } shortcut)
        {
            values[shortcut.Option.Name.English] = shortcut.Value;
        }

        pieces = Joined(pieces, reading);
        foreach (var piece in pieces.Where(p => p.Option is not null))
        {
            if (!values.TryAdd(piece.Option!.Name.English, piece.Text))
            {
                return new Refusal("option.twice", piece.Option.Name.In(reading.Language));
            }
        }

        var plain = pieces.Where(p => p.Option is null).Select(p => p.Text).ToList();
        var open = (found.Spec.Positions?.Invoke(plain, reading) ?? [.. found.Spec.Options.Where(o => o.Needed)])
            .Where(o => !values.ContainsKey(o.Name.English)).ToList();
        return Place(pieces, open, values, found.Spec, reading) is { } refusal ? refusal : values;
    }

    /// <summary>A named value takes all the words that its option reads together, before what is left is told apart: <c>date:vendredi dernier 3h</c>.</summary>
    private static List<Piece> Joined(List<Piece> pieces, Reading reading)
    {
        var joined = new List<Piece>();
        for (var i = 0; i < pieces.Count; i++)
        {
            var taken = pieces[i].Option is { IsGreedy: true } named ? Together(pieces, i, named, reading) : 1;
            joined.Add(pieces[i] with { Text = string.Join(' ', pieces.Skip(i).Take(taken).Select(p => p.Text)) });
            i += taken - 1;
        }

        return joined;
    }

    /// <summary>Words fill the open positions in order; once these are full, a word goes on with what stands right before it.</summary>
    private static Refusal? Place(List<Piece> pieces, List<Option> open, Dictionary<string, string> values, CommandSpec spec, Reading reading)
    {
        var next = 0;
        Piece? before = null;
        for (var i = 0; i < pieces.Count; i++)
        {
            var piece = pieces[i];
            if (piece.Option is not null)
            {
                before = piece;
            }
            else if (next < open.Count)
            {
                var option = open[next++];
                var taken = option.IsGreedy ? Together(pieces, i, option, reading) : 1;
                values[option.Name.English] = string.Join(' ', pieces.Skip(i).Take(taken).Select(p => p.Text));
                before = piece with { Option = option };
                i += taken - 1;
            }
            else if (before is { Quoted: false } && !piece.Quoted)
            {
                values[before.Option!.Name.English] += " " + piece.Text;
            }
            else
            {
                return Surplus(piece.Text, spec, reading.Language);
            }
        }

        return null;
    }

    /// <summary>The largest number of plain words from here that the option can read as one value, at least 1.</summary>
    private static int Together(List<Piece> pieces, int from, Option option, Reading reading)
    {
        // « le 1er et le 15 du mois à 18h » has nine.
        const int Most = 10;
        var count = pieces[from].Quoted ? 1 : 1 + pieces.Skip(from + 1).Take(Most - 1).TakeWhile(p => p is { Option: null, Quoted: false }).Count();
        for (; count > 1; count--)
        {
            if (!option.ReadObject(string.Join(' ', pieces.Skip(from).Take(count).Select(p => p.Text)), reading).Refused(out var refusal, out _) || refusal.IsUnderstood)
            {
                return count;
            }
        }

        return 1;
    }

    private static Refusal Surplus(string text, CommandSpec spec, Language language) => text.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon
        ? new Refusal("option.unknown", text[..colon], Nearest.Of(text[..colon], spec.Options.Select(o => o.Name.In(language)), 3))
        : new Refusal("line.surplus", text);
}
