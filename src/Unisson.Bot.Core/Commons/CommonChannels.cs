using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Communities;
using Unisson.Bot.Kernel;
using Unisson.Bot.Storage;

namespace Unisson.Bot.Commons;

/// <summary>A common's own channels, one a network: there it hears who of its people helps (rule 13).</summary>
internal static class CommonChannels
{
    /// <summary>Those of all networks, as a query.</summary>
    public static IQueryable<Channel> ChannelsOf(this BotDb db, Common common)
        => db.Channels.Where(c => c.CommunityId == common.CommunityId && c.Use == ChannelUse.Common && c.CommonId == common.Id);

    /// <summary>Reads the channel that a line names, before anything is changed: its id, "-" to take it away, empty where none is named. Refusals: those of <see cref="Channel.IdAt"/>, and <c>channel.permissions</c>.</summary>
    public static Result<string> Read(Request r)
    {
        var named = r.Text(CommonFields.Channel) ?? "";
        if (named is "" or CommonFields.Nothing)
        {
            return named;
        }

        return Channel.IdAt(r.Caller.Door, named).Refused(out var refusal, out var id) ? refusal with { Mend = r.Line.With("channel", CommandLine.Blank) }
            : r.RefusedIn(id) is { } closed ? closed
            : id;
    }

    /// <summary>Gives the common this channel on the caller's network instead of the one before; an empty id changes nothing.</summary>
    public static async Task BindAsync(Request r, Common common, string id, CancellationToken ct)
    {
        if (id.Length == 0)
        {
            return;
        }

        var bound = await r.Db.ChannelsOf(common).FirstOrDefaultAsync(c => c.Door == r.Caller.Door, ct);
        if (id == CommonFields.Nothing)
        {
            r.Db.Channels.RemoveRange(bound is null ? [] : [bound]);
            return;
        }

        bound ??= r.Db.Channels.Add(new Channel { CommunityId = common.CommunityId, Use = ChannelUse.Common, CommonId = common.Id, Door = r.Caller.Door, ExternalId = id }).Entity;
        bound.ExternalId = id;
    }

    /// <summary>As it is named where the caller reads; null where there is none on their network.</summary>
    public static async Task<string?> ShownAsync(Request r, Common common, CancellationToken ct)
        => await OwnAsync(r, common, ct) is { } id ? Channel.Shown(r.Caller.Door, id) : null;

    /// <summary>Its id on the caller's network.</summary>
    public static Task<string?> OwnAsync(Request r, Common common, CancellationToken ct)
        => r.Db.ChannelsOf(common).Where(c => c.Door == r.Caller.Door).Select(c => (string?)c.ExternalId).FirstOrDefaultAsync(ct);
}
