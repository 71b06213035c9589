using System.Text.Json.Nodes;

namespace Unisson.Discord.Stub.Rest;

/// <summary>Threads: on a message, or by themselves; only in text and announcement channels.</summary>
internal static class ThreadRoutes
{
    public static IEnumerable<Route> All =>
    [
        new("POST", "/channels/{channel_id}/messages/{message_id}/threads", OnMessage),
        new("POST", "/channels/{channel_id}/threads", ByItself),
    ];

    private static RestAnswer OnMessage(RestCall call)
    {
        var message = call.Message();
        if (message.Thread is not null)
        {
            throw RestError.ThreadExists;
        }

        // A thread on a message has the message's id.
        var thread = Create(call, message.Id, StubChannelType.PublicThread);
        message.Thread = thread;
        return new(201, Payloads.Channel(thread));
    }

    private static RestAnswer ByItself(RestCall call)
    {
        var type = (int?)call.Body["type"] ?? (int)StubChannelType.PrivateThread;
        return new(201, Payloads.Channel(Create(call, call.World.Ids.Next(), type == (int)StubChannelType.PublicThread ? StubChannelType.PublicThread : StubChannelType.PrivateThread)));
    }

    private static StubChannel Create(RestCall call, string id, StubChannelType type)
    {
        var (world, parent) = (call.World, call.Channel());
        if (parent.Type is not (StubChannelType.Text or StubChannelType.Announcement))
        {
            throw RestError.WrongChannelType;
        }

        if (!parent.BotCan(StubPermissions.CreatePublicThreads))
        {
            throw RestError.MissingPermissions;
        }

        var thread = new StubChannel(world, id, (string)call.Body["name"]!, type) { Guild = parent.Guild, Parent = parent, Owner = world.Bot, CreatedAt = world.Now };
        thread.AutoArchiveMinutes = (int?)call.Body["auto_archive_duration"] ?? thread.AutoArchiveMinutes;
        parent.Guild!.Channels.Add(thread);
        world.Channels[id] = thread;
        var json = Payloads.Channel(thread);
        json["newly_created"] = true;
        world.Tell?.Invoke(parent.Guild.Id, "THREAD_CREATE", (JsonObject)json.DeepClone());
        return thread;
    }
}
