namespace Unisson.Discord.Stub.Rest;

/// <summary>All that the stub answers. What a bot may also use, but this one does not, is missing on purpose: it shows as a violation.</summary>
internal static class Routes
{
    public static IEnumerable<Route> All =>
    [
        .. AccountRoutes.All,
        .. GuildRoutes.All,
        .. ChannelRoutes.All,
        .. MessageRoutes.All,
        .. ThreadRoutes.All,
        .. CommandRoutes.All,
        .. InteractionRoutes.All,
        .. WebhookRoutes.All,
    ];
}
