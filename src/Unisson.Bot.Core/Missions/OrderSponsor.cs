using Unisson.Bot.Commons;

namespace Unisson.Bot.Missions;

/// <summary>For whom an order is: the words of a name that tell one body from another, without what kind of body it is.</summary>
internal sealed class OrderSponsor
{
    /// <summary>« Ville de Lons », « Mairie de Lons »: one is written for the other, and so is « CC » for « communauté de communes ».</summary>
    private static readonly HashSet<string> Kinds = new(
        [
            "ville", "commune", "communes", "mairie", "communaute", "agglomeration", "agglo", "metropole", "conseil", "departement", "departemental", "departementale", "region", "regional", "regionale",
            "cc", "ca", "cd", "cr", "city", "town", "village", "council", "county", "district", "borough", "municipality",
        ],
        StringComparer.Ordinal);

    private readonly List<string> _words;

    public OrderSponsor(string name)
    {
        var words = TellingWords.Of(name, int.MaxValue);
        var telling = words.FindAll(w => !Kinds.Contains(w));
        _words = telling.Count > 0 ? telling : words;
    }

    /// <summary>All words of the shorter name stand in the other, which may say more where these are two at least.</summary>
    public bool IsSame(OrderSponsor other)
    {
        var (few, many) = _words.Count <= other._words.Count ? (_words, other._words) : (other._words, _words);
        return few.Count > 0 && (few.Count > 1 || many.Count == 1) && few.TrueForAll(w => many.Exists(m => Slips.IsNear(w, m)));
    }
}
