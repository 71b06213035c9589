using System.Text.Json;
using Microsoft.Extensions.Logging;

namespace Unisson.Discord.Gateway;

/// <summary>What the frames of a connection mean to it.</summary>
internal sealed partial class GatewayConnection
{
    /// <summary>Takes one frame; what it asks to end with, or null to go on. A frame that is not what it should be is logged and left.</summary>
    private async ValueTask<ConnectionEnd?> TakeAsync(ReadOnlyMemory<byte> json, CancellationToken ct)
    {
        var (op, resumable, item) = Understand(json.Span);
        switch (op)
        {
            case GatewayOp.Dispatch when item is not null:
                await shard.Delivery.DeliverAsync(item, ct);
                return null;
            case GatewayOp.Heartbeat:
                await _heart!.BeatNowAsync(ct);
                return null;
            case GatewayOp.HeartbeatAck:
                _heart!.Acknowledged();
                return null;
            case GatewayOp.Reconnect:
                return new("asked to reconnect");
            case GatewayOp.InvalidSession:
                return ConnectionEnd.Invalid(resumable);
            default:
                return null;
        }
    }

    private (GatewayOp? Op, bool Resumable, object? Item) Understand(ReadOnlySpan<byte> json)
    {
        try
        {
            var frame = GatewayFrame.Read(json);
            return (frame.Op, frame.Data.SequenceEqual("true"u8), frame.Op == GatewayOp.Dispatch ? Dispatched(frame) : null);
        }
        catch (JsonException e)
        {
            LogUnreadable(shard.Id, json.Length, e.Path);
            return default;
        }
    }

    private object? Dispatched(GatewayFrame frame)
    {
        if (frame.Name.SequenceEqual("READY"u8))
        {
            return Began(frame);
        }

        var resumed = frame.Name.SequenceEqual("RESUMED"u8);
        Established |= resumed;
        if (frame.Sequence is { } number && Session?.TryAdvance(number) == false && !resumed)
        {
            LogDoubled(shard.Id, number);
            return null;
        }

        return EventDelivery.Read(frame.Name, frame.Data);
    }

    private Ready? Began(GatewayFrame frame)
    {
        if (EventDelivery.Read(frame.Name, frame.Data) is not Ready { SessionId.Length: > 0 } ready || Established)
        {
            return null;
        }

        Session = new(ready.SessionId, shard.Resumable(ready.ResumeGatewayUrl));
        Session.TryAdvance(frame.Sequence ?? 0);
        Established = true;
        _turn?.Dispose();
        _turn = null;
        return ready;
    }

    /// <summary>The interval of HELLO, within reason, or null when this is none.</summary>
    private TimeSpan? Interval(ReadOnlySpan<byte> json)
    {
        try
        {
            var frame = GatewayFrame.Read(json);
            var hello = frame.Op == GatewayOp.Hello ? JsonSerializer.Deserialize(frame.Data, Json.DiscordJson.Default.Hello) : null;
            return hello is { HeartbeatInterval: > 0 and < 3_600_000 } ? TimeSpan.FromMilliseconds(Math.Max(100, hello.HeartbeatInterval)) : null;
        }
        catch (JsonException e)
        {
            LogUnreadable(shard.Id, json.Length, e.Path);
            return null;
        }
    }

    [LoggerMessage(LogLevel.Warning, "Shard {Shard}: a frame of {Bytes} bytes cannot be read (at {Path})")]
    private partial void LogUnreadable(int shard, int bytes, string? path);

    [LoggerMessage(LogLevel.Debug, "Shard {Shard}: number {Sequence} came again")]
    private partial void LogDoubled(int shard, long sequence);
}

/// <summary>HELLO; milliseconds.</summary>
internal sealed record Hello(int HeartbeatInterval);
