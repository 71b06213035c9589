using System.Text;

namespace Unisson.Bot.Languages;

/// <summary>
/// What a name looks like at a glance: two names that look the same may be taken for one another (rule 18). Folded, with letters of other
/// scripts and digits that are drawn like Latin letters read as these, and without blanks and signs between them.
/// </summary>
public static class Looks
{
    // Drawn as the letter under them in most typefaces; after folding, so that no capitals are among them.
    private const string Drawn = "аеорсухіјѕһԁԛԝкмтвнαβεικνορτυχγωɑɡıӏ01|";
    private const string Read = "aeopcyxijshdqwkmtbhabeikvoptuxywagiloll";

    /// <summary>Empty where nothing in it is a letter or a digit.</summary>
    public static string Of(string name)
    {
        var looks = new StringBuilder(name.Length);
        foreach (var c in Fold.Of(name))
        {
            var at = Drawn.IndexOf(c, StringComparison.Ordinal);
            var read = at < 0 ? c : Read[at];
            if (char.IsLetterOrDigit(read) || char.IsSurrogate(read))
            {
                // A capital I and an l are one stroke.
                looks.Append(read == 'i' ? 'l' : read);
            }
        }

        return looks.Replace("rn", "m").Replace("vv", "w").ToString();
    }

    /// <summary>Whether letters of two scripts that are drawn alike stand side by side in one word.</summary>
    public static bool IsMixed(string name) => name.Split((char[]?)null).Any(word => word.Any(IsLatin) && word.Any(c => c is >= '\u0370' and <= '\u052F'));

    private static bool IsLatin(char c) => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '\u00C0' and <= '\u024F');
}
