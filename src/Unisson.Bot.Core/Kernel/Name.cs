namespace Unisson.Bot.Kernel;

/// <summary>A name in both languages, and other words that people type for it. Case, accents and apostrophes never matter.</summary>
public sealed record Name(string English, string French, params string[] Also)
{
    public static implicit operator Name((string English, string French) both) => new(both.English, both.French);

    public static Name From((string English, string French) both) => both;

    public string In(Language language) => language == Language.French ? French : English;

    /// <summary>All spellings, folded, each with the language it tells (none when it is the same word in both).</summary>
    public IEnumerable<(string Folded, Language? Tells)> Spellings()
    {
        var (english, french) = (Fold.Of(English), Fold.Of(French));
        yield return (english, english == french ? null : Language.English);
        if (french != english)
        {
            yield return (french, Language.French);
        }

        foreach (var other in Also)
        {
            yield return (Fold.Of(other), null);
        }
    }
}
