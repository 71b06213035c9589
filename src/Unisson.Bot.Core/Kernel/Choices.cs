using System.Collections.Frozen;

namespace Unisson.Bot.Kernel;

/// <summary>One value of a list: its English value, which is also what is stored in lines, and the words people may type for it.</summary>
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
    private readonly FrozenDictionary<T, string> _english = choices.ToFrozenDictionary(c => c.Value, c => c.English);
    private readonly Lazy<FrozenDictionary<string, T>> _typed = new(() => Typed(list, choices));

    public override IReadOnlyList<string> Values { get; } = [.. choices.Select(c => c.English)];

    public string English(T value) => _english[value];

    public string Label(T value, Say say) => Label(_english[value], say);

    /// <summary>The value as an argument of a sentence.</summary>
    public Labelled Labelled(T value) => new($"choice.{List}.{_english[value]}");

    public bool TryRead(string text, out T value) => _typed.Value.TryGetValue(Fold.Of(text), out value);

    private static FrozenDictionary<string, T> Typed(string list, Choice<T>[] choices)
    {
        var typed = new Dictionary<string, T>(StringComparer.Ordinal);
        foreach (var choice in choices)
        {
            string[] words =
            [
                choice.English, .. choice.Typed,
                Say.In(Language.English)[$"choice.{list}.{choice.English}"], Say.In(Language.French)[$"choice.{list}.{choice.English}"],
            ];
            foreach (var word in words)
            {
                typed.TryAdd(Fold.Of(word), choice.Value);
            }
        }

        return typed.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
