using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Kernel;

namespace Unisson.Bot.Communities;

/// <summary>
/// <c>/setup start</c>: names the community and says which language, zone and channel are its own. It works before as well, with defaults; what is
/// not named stays. Takes the channel it was typed in, unless another is named.
/// </summary>
public static class SetupStart
{
    private static readonly Option<string> In = Options.Text("channel", "salon", Channel.LongestId, picks: Picks.Channel);

    public static CommandSpec Spec { get; } = new(Groups.Setup, new("start", "installer"))
    {
        Allow = Allow.Admin,
        Options = [SetupFields.Name, SetupFields.Language, SetupFields.Zone, In],
        Form = [SetupFields.Name, SetupFields.Language, SetupFields.Zone],
        Positions = (_, _) => [SetupFields.Name],
        Run = RunAsync,
    };

    private static async Task<Result<Reply>> RunAsync(Request r, CancellationToken ct)
    {
        var community = await r.Db.Communities.SingleAsync(c => c.Id == r.Caller.CommunityId, ct);
        community.Start(r.Now, r.Text(SetupFields.Name), r.Value(SetupFields.Language), r.Text(SetupFields.Zone));
        if ((r.Text(In) ?? r.Caller.TypedIn) is { } named)
        {
            if (Channel.IdAt(r.Caller.Door, named).Refused(out var refusal, out var id))
            {
                return refusal with { Mend = r.Line.With("channel", CommandLine.Blank) };
            }

            if (r.RefusedIn(id) is { } closed)
            {
                return closed;
            }

            await SetupChannel.BindAsync(r, ChannelUse.Missions, id, ct);
        }

        r.Note();
        await r.Db.SaveChangesAsync(ct);
        var say = new Say(r.Given(SetupFields.Language, out var language) ? language : r.Caller.Language, r.Caller.Zone, r.Now);
        var channel = await r.Db.Channels.Where(c => c.CommunityId == community.Id && c.Use == ChannelUse.Missions && c.Door == r.Caller.Door).Select(c => c.ExternalId).FirstOrDefaultAsync(ct);
        return new Reply(say["setup.started", community.Name])
        {
            Lines =
            [
                say["setup.kept", community.Language, community.Zone],
                channel is null ? say["setup.no-channel"] : say["setup.cards", Channel.Shown(r.Caller.Door, channel)],
                say["setup.gestures"],
            ],
            Actions = [.. SetupActions.Next.Select(a => a.On(community.Id, say))],
        };
    }
}
