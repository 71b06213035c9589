namespace Unisson.Matrix.Rest;

/// <summary>How long to wait before a call is tried again.</summary>
internal static class Pause
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(10), ShortestLimit = TimeSpan.FromMilliseconds(250), AnyLimit = TimeSpan.FromSeconds(5);

    /// <summary>Half a second, doubled with each failure, spread so that many callers do not come back at once.</summary>
    public static TimeSpan AfterFailure(int attempt)
    {
        var most = TimeSpan.FromSeconds(0.5 * Math.Pow(2, attempt - 1));
        most = most < Longest ? most : Longest;
        return most * (0.5 + (Random.Shared.NextDouble() / 2));
    }

    /// <summary>As told in the body, to the millisecond, else in the header, which Matrix 1.10 has in its place.</summary>
    public static TimeSpan OfLimit(MatrixAnswer answer, ErrorBody refusal, DateTimeOffset now)
    {
        var told = refusal.RetryAfterMs is { } ms and >= 0 and < int.MaxValue ? TimeSpan.FromMilliseconds(ms) : answer.RetryAfter?.Delta ?? answer.RetryAfter?.Date - now ?? AnyLimit;
        return told > ShortestLimit ? told : ShortestLimit;
    }
}
