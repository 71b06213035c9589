namespace Unisson.Discord.Gateway;

/// <summary>The sequence numbers of a session: the highest, which a resume asks to go on from, and which of the last 64 came, so that none is delivered twice.</summary>
internal struct SequenceWindow
{
    private ulong _seen;

    public long? Highest { get; private set; }

    /// <summary>False when this number has come before, or is too old to know.</summary>
    public bool TryAdd(long number)
    {
        if (Highest is not { } highest || number > highest)
        {
            var ahead = Highest is { } h ? number - h : 64;
            _seen = ahead >= 64 ? 1 : (_seen << (int)ahead) | 1;
            Highest = number;
            return true;
        }

        var behind = highest - number;
        if (behind is < 0 or >= 64 || (_seen & (1UL << (int)behind)) != 0)
        {
            return false;
        }

        _seen |= 1UL << (int)behind;
        return true;
    }
}
