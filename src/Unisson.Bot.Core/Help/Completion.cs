using Unisson.Bot.Kernel;
using Unisson.Bot.Storage;

namespace Unisson.Bot.Help;

/// <summary>Something that could stand there.</summary>
/// <param name="Value">What is put into the line; a door quotes it as its lines need.</param>
/// <param name="Label">What people see, where that is more than the value.</param>
public sealed record Candidate(string Value, string Label);

/// <summary>What could stand at the caret, and the part of the text it takes the place of.</summary>
public sealed record Completed(int From, int To, IReadOnlyList<Candidate> Candidates)
{
    public static Completed Nothing { get; } = new(0, 0, []);
}

/// <summary>
/// Completes typed lines for every door: commands, options, and values, as far as the one who types may see them. A private mission of others is
/// never among them, nor anything of it.
/// </summary>
public sealed class Completion(Catalogue catalogue)
{
    /// <summary>Networks show no more at once.</summary>
    public const int Most = 25;

    /// <summary>Completes a line that begins with its sign (<c>/</c>). Values come quoted where the line needs it.</summary>
    public async Task<Completed> OfLineAsync(BotDb db, Caller caller, string text, int caret, CancellationToken ct)
    {
        var typed = text[..Math.Clamp(caret, 0, text.Length)];
        if (!typed.StartsWith('/'))
        {
            return Completed.Nothing;
        }

        if (TypedSoFar.Of(catalogue, typed) is not { } line)
        {
            return OfCommand(typed, caller.Language);
        }

        var language = line.Tells ?? caller.Language;
        List<Candidate> candidates = [];
        if (line.Option is { } option)
        {
            var values = await OfOptionAsync(db, caller with { Language = language }, option, line.Value, ct);
            candidates.AddRange(values.Select(v => v with { Value = line.Before + (line.IsListed ? v.Value : LineWriter.Quoted(v.Value)) }));
        }

        if (line.CanName)
        {
            var names = line.Open.Select(o => o.Name.In(language)).Where(n => Begins(n, line.Value));
            candidates.AddRange(names.Select(n => new Candidate(n + ":", n)));
        }

        return new Completed(line.From, typed.Length, [.. candidates.Take(Most)]);
    }

    /// <summary>Completes the value of one option, for doors that complete option by option.</summary>
    public Task<IReadOnlyList<Candidate>> OfOptionAsync(BotDb db, Caller caller, Option option, string typed, CancellationToken ct) => option switch
    {
        { Choices: { } choices } => Task.FromResult(OfChoices(choices, typed, Say.In(caller.Language))),
        { Picks: Picks.Command } => Task.FromResult<IReadOnlyList<Candidate>>([.. catalogue.Commands.Select(c => c.PathIn(caller.Language))
            .Where(p => Begins(p, typed.TrimStart('/'))).Take(Most).Select(p => new Candidate(p, p))]),
        _ => Suggestions.OfAsync(db, caller, option.Picks, Fold.Of(typed), ct),
    };

    internal static bool Begins(string word, string typed) => Fold.Of(word).StartsWith(Fold.Of(typed), StringComparison.Ordinal);

    private static bool Written(string word, string typed) => word.StartsWith(typed, StringComparison.OrdinalIgnoreCase);

    private static IReadOnlyList<Candidate> OfChoices(Choices choices, string typed, Say say)
        => [.. choices.Values.Select(v => (Value: v, Label: choices.Label(v, say)))
            .Where(c => Begins(c.Label, typed) || Begins(c.Value, typed)).Take(Most).Select(c => new Candidate(c.Label, c.Label))];

    /// <summary>The first word, then the second: what begins so in the reader's language, else in the other.</summary>
    private Completed OfCommand(string typed, Language reader)
    {
        var line = typed[1..].TrimStart();
        var blank = line.LastIndexOf(' ');
        var (first, last) = blank < 0 ? ("", line) : (line[..blank].Trim(), line[(blank + 1)..]);
        var names = first.Length == 0
            ? catalogue.Commands.Select(c => c.Group ?? c.Verb)
            : catalogue.Commands.Where(c => c.Group?.Spellings().Any(s => s.Folded == Fold.Of(first)) == true).Select(c => c.Verb);
        var found = names.Distinct().ToList();
        var other = reader == Language.French ? Language.English : Language.French;

        // As it is written before as it is folded: « vér » is no "verify".
        var words = Of(reader, Written) is { Count: > 0 } written ? written
            : Of(other, Written) is { Count: > 0 } elsewhere ? elsewhere
            : Of(reader, Begins) is { Count: > 0 } folded ? folded : Of(other, Begins);
        return new Completed(typed.Length - last.Length, typed.Length, words);

        List<Candidate> Of(Language language, Func<string, string, bool> fits)
            => [.. found.Select(n => n.In(language)).Distinct(StringComparer.Ordinal).Where(n => fits(n, last)).Take(Most).Select(n => new Candidate(n, n))];
    }
}
