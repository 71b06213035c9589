using Unisson.Bot.Kernel;

namespace Unisson.Bot.Communities;

/// <summary>Looks before a command is stored whether what it posts can be posted (design: compare permissions before the commit).</summary>
public static class Posting
{
    /// <summary>Refusal <c>channel.permissions</c>, with what is missing; null when nothing is.</summary>
    public static async Task<Refusal?> RefusedAsync(this Request r, ChannelUse use, CancellationToken ct)
    {
        var channels = await r.Db.ChannelsAsync(r.Caller.CommunityId, use, ct);
        if (channels.Count == 0 && use == ChannelUse.Calls)
        {
            return await r.RefusedAsync(ChannelUse.Missions, ct);
        }

        return channels.Where(c => c.Door == r.Caller.Door).Select(c => r.RefusedIn(c.ExternalId)).FirstOrDefault(refusal => refusal is not null);
    }

    /// <summary>The same for one channel.</summary>
    public static Refusal? RefusedIn(this Request r, string channel)
        => r.LackedIn(channel) is { Count: > 0 } lacked ? new Refusal("channel.permissions", Channel.Shown(r.Caller.Door, channel), lacked) : null;
}
