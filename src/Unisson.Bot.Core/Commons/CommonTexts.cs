namespace Unisson.Bot.Commons;

/// <summary>What a search looks at.</summary>
public enum SoughtIn
{
    /// <summary>Short names, names and other names.</summary>
    Names,

    /// <summary>The titles of resources and what is said of a common as well.</summary>
    All,
}

/// <summary>One word that is sought, folded: any of these as a whole, or what begins so.</summary>
public sealed record SoughtWord(IReadOnlyList<string> Whole, string? Beginning)
{
    /// <summary>In all its forms, and where it is only begun.</summary>
    public static SoughtWord Begun(string word) => new(Stems.Of(word), word);

    /// <summary>In all its forms.</summary>
    public static SoughtWord InFull(string word) => new([word, .. Stems.Of(word)], null);
}

/// <summary>What the store looks for among the commons of a community.</summary>
/// <param name="Every">Whether all words must be there; else more of them come first.</param>
/// <param name="Most">How many commons are wanted.</param>
public sealed record SoughtCommons(long CommunityId, IReadOnlyList<SoughtWord> Words, bool Every, SoughtIn In, int Most);

/// <summary>The words by which a text is found.</summary>
internal static class CommonTexts
{
    /// <summary>Each folded word of a text with its stems, parted by blanks: letters and figures and nothing else.</summary>
    public static string Of(string? text)
    {
        var words = Common.WordsOf(text ?? "");
        return string.Join(' ', words.Concat(words.SelectMany(Stems.Of)).Distinct(StringComparer.Ordinal));
    }
}
