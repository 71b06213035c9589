namespace Unisson.Bot.Languages;

/// <summary>A name in both languages, and other words that people type for it. Case, accents and apostrophes never matter.</summary>
public sealed class Name
{
    private readonly Lazy<IReadOnlyList<(string Folded, Language? Tells)>> _spellings;

    public Name(string english, string french, params string[] also)
    {
        (English, French, Also) = (english, french, also);
        _spellings = new(() => [.. Folded(this)]);
    }

    public string English { get; }

    public string French { get; }

    public IReadOnlyList<string> Also { get; }

    public static implicit operator Name((string English, string French) both) => new(both.English, both.French);

    public static Name From((string English, string French) both) => both;

    public string In(Language language) => language == Language.French ? French : English;

    /// <summary>All spellings, folded, each with the language it tells (none when it is the same word in both).</summary>
    public IReadOnlyList<(string Folded, Language? Tells)> Spellings() => _spellings.Value;

    private static IEnumerable<(string Folded, Language? Tells)> Folded(Name name)
    {
        var (english, french) = (Fold.Of(name.English), Fold.Of(name.French));
        yield return (english, english == french ? null : Language.English);
        if (french != english)
        {
            yield return (french, Language.French);
        }

        foreach (var other in name.Also)
        {
            yield return (Fold.Of(other), null);
        }
    }
}
