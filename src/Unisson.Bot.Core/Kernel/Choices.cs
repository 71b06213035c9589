namespace Unisson.Bot.Kernel;

/// <summary>One value of a list: its English value, which is also what is stored in lines, and the words people may type for it, with a hyphen for a blank where they spare the quotes.</summary>
public sealed record Choice<T>(T Value, string English, params string[] Typed)
    where T : struct, Enum;

/// <summary>A closed list of values with labels in both languages (<c>choice.LIST.VALUE</c> in the texts).</summary>
public abstract class Choices(string list)
{
    public string List { get; } = list;

    /// <summary>The English values, in the order in which people see them.</summary>
    public abstract IReadOnlyList<string> Values { get; }

    public string Label(string english, Say say) => say[$"choice.{List}.{english}"];
}

/// <inheritdoc/>
public sealed class Choices<T>(string list, params Choice<T>[] choices) : Choices(list)
    where T : struct, Enum
{
    // By place, not by value: a dictionary of each enumeration would have to be compiled at every start.
    private readonly Lazy<Dictionary<string, int>> _typed = new(() => Typed(list, choices));

    public override IReadOnlyList<string> Values { get; } = Array.ConvertAll(choices, c => c.English);

    public string English(T value) => Array.Find(choices, c => c.Value.Equals(value))!.English;

    public string Label(T value, Say say) => Label(English(value), say);

    /// <summary>The value as an argument of a sentence.</summary>
    public Labelled Labelled(T value) => new($"choice.{List}.{English(value)}");

    public bool TryRead(string text, out T value)
    {
        var known = _typed.Value.TryGetValue(Fold.Of(text).Replace('-', ' '), out var at);
        value = known ? choices[at].Value : default;
        return known;
    }

    private static Dictionary<string, int> Typed(string list, Choice<T>[] choices)
    {
        var typed = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var at = 0; at < choices.Length; at++)
        {
            var english = choices[at].English;
            string[] words = [english, .. choices[at].Typed, Say.In(Language.English)[$"choice.{list}.{english}"], Say.In(Language.French)[$"choice.{list}.{english}"]];
            foreach (var word in words)
            {
                typed.TryAdd(Fold.Of(word).Replace('-', ' '), at);
            }
        }

        return typed;
    }
}
