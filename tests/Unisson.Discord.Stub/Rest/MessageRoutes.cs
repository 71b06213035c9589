using System.Globalization;
using System.Text.Json.Nodes;

namespace Unisson.Discord.Stub.Rest;

/// <summary>Messages that the bot writes by itself: to channels, threads and DMs.</summary>
internal static class MessageRoutes
{
    private static readonly TimeSpan EditPause = TimeSpan.FromSeconds(30);

    public static IEnumerable<Route> All =>
    [
        new("GET", "/channels/{channel_id}/messages", List),
        new("GET", "/channels/{channel_id}/messages/{message_id}", call => RestAnswer.Ok(MessagePayload.Of(Readable(call)))),
        new("POST", "/channels/{channel_id}/messages", Create),
        new("PATCH", "/channels/{channel_id}/messages/{message_id}", Edit),
        new("DELETE", "/channels/{channel_id}/messages/{message_id}", Delete),
        new("PUT", "/channels/{channel_id}/messages/pins/{message_id}", Pin),
    ];

    private static RestAnswer Create(RestCall call)
    {
        var (world, channel) = (call.World, call.Channel());
        if (Known(call, channel) is { } known)
        {
            return RestAnswer.Ok(MessagePayload.Of(known));
        }

        var body = MessageReader.Read(call, call.Body);
        MayWrite(channel, body);
        var message = new StubMessage(world.Ids.Next(), channel, world.Bot, body, world.Now) { Nonce = call.Body["nonce"]?.ToString() };
        channel.All.Add(message);
        channel.Archived = false;
        TellDm(call, "MESSAGE_CREATE", message);
        return RestAnswer.Ok(MessagePayload.Of(message));
    }

    /// <summary>With an enforced nonce, the message that the bot already sent to this channel in the past few minutes.</summary>
    private static StubMessage? Known(RestCall call, StubChannel channel)
        => (bool?)call.Body["enforce_nonce"] == true && call.Body["nonce"]?.ToString() is { } nonce
            ? channel.All.LastOrDefault(m => m.Nonce == nonce && call.World.Now - m.SentAt < call.World.Options.NonceWindow)
            : null;

    private static void MayWrite(StubChannel channel, MessageBody body)
    {
        if (channel.Recipient is { } person)
        {
            MayReach(person);
            return;
        }

        if (channel.Type == StubChannelType.Forum)
        {
            throw RestError.WrongChannelType;
        }

        var needed = channel.IsThread ? StubPermissions.SendInThreads : StubPermissions.SendMessages;
        needed |= body.EmbedsJson.Count > 0 ? StubPermissions.EmbedLinks : StubPermissions.None;
        needed |= body.Files.Count > 0 ? StubPermissions.AttachFiles : StubPermissions.None;
        if (!channel.BotCan(needed))
        {
            throw RestError.MissingPermissions;
        }
    }

    private static void MayReach(StubUser person)
    {
        if (person.Reach != DmReach.Open)
        {
            throw person.Reach == DmReach.Closed ? RestError.DmClosed : RestError.NoMutualServer;
        }
    }

    private static RestAnswer Edit(RestCall call)
    {
        var (world, message) = (call.World, call.Message());
        if (message.Author != world.Bot)
        {
            throw RestError.NotYours;
        }

        if (message.Channel.Archived)
        {
            throw RestError.ThreadArchived;
        }

        if (world.OldestEdit is { } oldest && world.Now - message.SentAt > oldest)
        {
            throw RestError.OldEdits(EditPause);
        }

        message.Edit(MessageReader.Edit(call, call.Body, message.Body), world.Now);
        TellDm(call, "MESSAGE_UPDATE", message);
        return RestAnswer.Ok(MessagePayload.Of(message));
    }

    private static RestAnswer Delete(RestCall call)
    {
        var message = call.Message();
        if (message.Author != call.World.Bot && !message.Channel.BotCan(StubPermissions.ManageMessages))
        {
            throw message.Channel.Type == StubChannelType.Dm ? RestError.NotYours : RestError.MissingPermissions;
        }

        message.Deleted = true;
        return RestAnswer.Nothing;
    }

    private static RestAnswer Pin(RestCall call)
    {
        call.Message();
        return call.Channel().BotCan(StubPermissions.PinMessages) ? RestAnswer.Nothing : throw RestError.MissingPermissions;
    }

    private static RestAnswer List(RestCall call)
    {
        var channel = Readable(call.Channel());
        var limit = int.Parse(call.Query("limit") ?? "50", CultureInfo.InvariantCulture);
        var all = channel.All.Where(m => !m.Ephemeral && !m.Deleted);
        IEnumerable<StubMessage> page = call.Query("after") is { } after
            ? all.Where(m => Number(m.Id) > Number(after)).Take(limit).Reverse()
            : all.Where(m => call.Query("before") is not { } before || Number(m.Id) < Number(before)).Reverse().Take(limit);
        return RestAnswer.Ok(new JsonArray([.. page.Select(m => (JsonNode)MessagePayload.Of(m))]));
    }

    private static StubMessage Readable(RestCall call)
    {
        Readable(call.Channel());
        return call.Message();
    }

    private static StubChannel Readable(StubChannel channel)
        => channel.BotCan(StubPermissions.ReadMessageHistory) ? channel : throw RestError.MissingAccess;

    private static void TellDm(RestCall call, string name, StubMessage message)
    {
        if (message.Channel.Type == StubChannelType.Dm)
        {
            call.World.Tell?.Invoke(null, name, MessagePayload.Of(message));
        }
    }

    private static ulong Number(string id) => ulong.Parse(id, CultureInfo.InvariantCulture);
}
