namespace Unisson.Bot.Calls;

/// <summary>
/// Probability that at least so many of independent people say yes (Poisson-binomial by convolution).
/// Fair-call policy, step 5.
/// </summary>
internal readonly ref struct Enough
{
    // [k] = probability of exactly k yeses; the last one: of that many or more.
    private readonly Span<double> _yeses;

    /// <param name="buffer">One longer than the number of yeses needed; it is overwritten.</param>
    public Enough(Span<double> buffer)
    {
        buffer.Clear();
        buffer[0] = 1;
        _yeses = buffer;
    }

    public double Probability => _yeses[^1];

    public void Add(double chance)
    {
        var last = _yeses.Length - 1;
        if (last == 0)
        {
            return;
        }

        _yeses[last] += _yeses[last - 1] * chance;
        for (var k = last - 1; k > 0; k--)
        {
            _yeses[k] = _yeses[k] * (1 - chance) + _yeses[k - 1] * chance;
        }

        _yeses[0] *= 1 - chance;
    }
}
