using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using Unisson.Bot.Storage;

namespace Unisson.Bot.Doors;

/// <summary>What a door remembers of places, until places go from one community to another.</summary>
internal sealed class Remembered<TKey, TPlace>(Writer writer)
    where TKey : notnull
{
    private readonly ConcurrentDictionary<TKey, (TPlace Place, int Moves)> _known = new();

    public bool TryGet(TKey key, [MaybeNullWhen(false)] out TPlace place)
    {
        var known = _known.TryGetValue(key, out var kept) && kept.Moves == writer.PlacesMoves;
        place = kept.Place;
        return known;
    }

    /// <param name="look">Looks it up; what moves meanwhile is looked up again next time.</param>
    public async ValueTask<TPlace> LookAsync(TKey key, Func<Task<TPlace>> look)
    {
        var moves = writer.PlacesMoves;
        var place = await look();
        _known[key] = (place, moves);
        return place;
    }

    public void Forget(TKey key) => _known.TryRemove(key, out _);
}
