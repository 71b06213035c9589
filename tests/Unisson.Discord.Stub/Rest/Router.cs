namespace Unisson.Discord.Stub.Rest;

/// <summary>Finds what a request means: one of the stub's own routes, or one that only Discord's file knows.</summary>
internal sealed class Router
{
    private readonly ILookup<(string Method, int Length), Route> _routes;

    public Router(IEnumerable<Route> own)
    {
        var operations = (Schema.OpenApi.Here?.Operations ?? []).ToDictionary(o => $"{o.Method} {o.Template}");
        var known = own.Select(route => route with { Operation = operations.GetValueOrDefault(route.Name) }).ToList();
        var names = known.Select(r => r.Name).ToHashSet();
        var others = operations.Values.Where(o => !names.Contains($"{o.Method} {o.Template}")).Select(o => new Route(o.Method, o.Template, null) { Operation = o });
        _routes = known.Concat(others).OrderBy(r => r.Segments.Count(IsVariable)).ToLookup(r => (r.Method, r.Segments.Length));
    }

    /// <summary>The route with the fewest variables that fits, and what they stand for.</summary>
    public (Route Route, IReadOnlyDictionary<string, string> Path)? Find(string method, string path)
    {
        var segments = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        var route = _routes[(method, segments.Length)].FirstOrDefault(r => r.Segments.Zip(segments).All(pair => IsVariable(pair.First) || pair.First == pair.Second));
        return route is null ? null : (route, Variables(route, segments));
    }

    private static Dictionary<string, string> Variables(Route route, string[] segments)
        => route.Segments.Zip(segments).Where(pair => IsVariable(pair.First)).ToDictionary(pair => pair.First[1..^1], pair => Uri.UnescapeDataString(pair.Second));

    private static bool IsVariable(string segment) => segment[0] == '{';
}
