namespace Unisson.Bot.Commons;

/// <summary>The words of a text that tell one common from another.</summary>
internal static class TellingWords
{
    private const int Shortest = 3;

    private static readonly HashSet<string> Small = new(
        [
            "a", "an", "and", "at", "for", "in", "of", "on", "the", "to",
            "au", "aux", "d", "dans", "de", "des", "du", "en", "et", "l", "la", "le", "les", "pour", "sur", "un", "une",
        ],
        StringComparer.Ordinal);

    /// <summary>More of them, which stand in every text; who types one alone means it.</summary>
    private static readonly HashSet<string> OfSentences = new(
        [
            "about", "after", "also", "are", "before", "but", "can", "could", "does", "from", "has", "have", "her", "his", "how", "its", "more", "must", "need", "needs", "not", "other", "our", "shall",
            "she", "should", "some", "than", "that", "their", "them", "then", "there", "these", "they", "this", "those", "was", "were", "what", "when", "where", "which", "who", "will", "with", "would", "you", "your",
            "ainsi", "apres", "autre", "autres", "aussi", "avant", "avec", "avoir", "besoin", "besoins", "car", "ces", "cet", "cette", "chez", "comme", "depuis", "doit", "doivent", "dont", "elle", "elles", "entre",
            "est", "etre", "faire", "fait", "faut", "ils", "leur", "leurs", "lors", "mais", "meme", "mes", "notre", "nos", "nous", "ont", "par", "pas", "peut", "peuvent", "plus", "puis", "quand", "que", "quel", "quelle",
            "qui", "sans", "sera", "seront", "ses", "soit", "son", "sont", "sous", "tous", "tout", "toute", "toutes", "tres", "vers", "vos", "votre", "vous",
        ],
        StringComparer.Ordinal);

    /// <summary>What was typed to search: small words only count alone.</summary>
    public static List<string> Of(string typed, int most)
    {
        var words = Common.WordsOf(typed);
        var telling = words.Where(w => !Small.Contains(w)).Take(most).ToList();
        return telling.Count > 0 ? telling : [.. words.Take(most)];
    }

    /// <summary>Of sentences: neither small words nor very short ones.</summary>
    public static List<string> OfText(string text, int most)
        => [.. Common.WordsOf(text).Where(w => w.Length >= Shortest && !Small.Contains(w) && !OfSentences.Contains(w)).Take(most)];
}
