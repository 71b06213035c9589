namespace Unisson.Matrix.Stub.Rest;

/// <summary>Finds what a request means.</summary>
internal sealed class Router(IEnumerable<Route> routes)
{
    private readonly ILookup<int, Route> _routes = routes.OrderBy(r => r.Segments.Count(IsVariable)).ToLookup(r => r.Segments.Length);

    /// <summary>The route with the fewest variables that fits, and what they stand for.</summary>
    /// <param name="segments">Of the path, still escaped: a slash may be part of an id.</param>
    public (Route Route, IReadOnlyDictionary<string, string> Path)? Find(string method, string[] segments)
    {
        var route = _routes[segments.Length].FirstOrDefault(r => r.Method == method && Fits(r, segments));
        return route is null ? null : (route, Variables(route, segments));
    }

    /// <summary>Whether the path exists for another method.</summary>
    public bool Knows(string[] segments) => _routes[segments.Length].Any(r => Fits(r, segments));

    private static bool Fits(Route route, string[] segments)
        => route.Segments.Zip(segments).All(pair => IsVariable(pair.First) || pair.First == Uri.UnescapeDataString(pair.Second));

    private static Dictionary<string, string> Variables(Route route, string[] segments)
        => route.Segments.Zip(segments).Where(pair => IsVariable(pair.First)).ToDictionary(pair => pair.First[1..^1], pair => Uri.UnescapeDataString(pair.Second));

    private static bool IsVariable(string segment) => segment[0] == '{';
}
