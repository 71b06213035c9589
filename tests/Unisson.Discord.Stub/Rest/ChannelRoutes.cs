using System.Text.Json.Nodes;

namespace Unisson.Discord.Stub.Rest;

/// <summary>Channels as such; of their settings only those of threads can be changed here.</summary>
internal static class ChannelRoutes
{
    public static IEnumerable<Route> All =>
    [
        new("GET", "/channels/{channel_id}", call => RestAnswer.Ok(Payloads.Channel(call.Channel()))),
        new("PATCH", "/channels/{channel_id}", Change),
    ];

    private static RestAnswer Change(RestCall call)
    {
        var thread = call.Channel();
        if (!thread.IsThread)
        {
            throw RestError.MissingPermissions;
        }

        if (thread.Archived && (bool?)call.Body["archived"] != false)
        {
            throw RestError.ThreadArchived;
        }

        if (thread.Owner != call.World.Bot && !thread.BotCan(StubPermissions.ManageThreads))
        {
            throw RestError.MissingPermissions;
        }

        thread.Name = (string?)call.Body["name"] ?? thread.Name;
        thread.Archived = (bool?)call.Body["archived"] ?? thread.Archived;
        thread.AutoArchiveMinutes = (int?)call.Body["auto_archive_duration"] ?? thread.AutoArchiveMinutes;
        var json = Payloads.Channel(thread);
        call.World.Tell?.Invoke(thread.Guild!.Id, "THREAD_UPDATE", (JsonObject)json.DeepClone());
        return RestAnswer.Ok(json);
    }
}
