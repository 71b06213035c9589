using Unisson.Bot.Kernel;

namespace Unisson.Bot.Terminal;

/// <summary>
/// The gestures on the screen, by the number that taps them. Numbers run on over a block; what a later block shows to somebody replaces what
/// they were shown before.
/// </summary>
internal sealed class Shown
{
    private readonly Dictionary<long, (int Block, Dictionary<int, string> Codes)> _own = [];
    private (int Block, Dictionary<int, string> Codes) _everybody = (0, []);
    private int _block;
    private int _number;

    public void NextBlock() => (_block, _number) = (_block + 1, 0);

    /// <summary>Numbers an action shown to one person, or to everybody in a channel.</summary>
    public int Number(ReplyAction action, long? personId)
    {
        var (block, codes) = personId is { } id ? _own.GetValueOrDefault(id, (0, [])) : _everybody;
        if (block != _block)
        {
            codes = [];
        }

        codes[++_number] = action.Code;
        if (personId is { } person)
        {
            _own[person] = (_block, codes);
        }
        else
        {
            _everybody = (_block, codes);
        }

        return _number;
    }

    /// <summary>The code behind a number, as last shown to that person.</summary>
    public string? Code(int number, long personId)
    {
        var own = _own.GetValueOrDefault(personId, (0, []));
        var (newer, older) = own.Block >= _everybody.Block ? (own, _everybody) : (_everybody, own);
        return newer.Codes.GetValueOrDefault(number) ?? (older.Block == newer.Block ? older.Codes.GetValueOrDefault(number) : null);
    }
}
