namespace Unisson.Matrix.Stub.Rest;

/// <summary>All that the stub answers but sync. What a bot may also use, but this one does not, is missing on purpose: it shows as a violation.</summary>
internal static class Routes
{
    public static IEnumerable<Route> All =>
    [
        .. LoginRoutes.All,
        .. UserRoutes.All,
        .. ReadRoutes.All,
        .. RelationRoutes.All,
        .. SendRoutes.All,
        .. RoomRoutes.All,
        .. MediaRoutes.All,
    ];
}
