using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Deliveries;
using Unisson.Bot.Digests;
using Unisson.Bot.Kernel;

namespace Unisson.Bot.Communities;

/// <summary><c>/setup channel</c>: gives a channel its use. The one for welcoming gets the welcome card at once.</summary>
public static class SetupChannel
{
    private static readonly Option<ChannelUse> Use = Options.Choice("use", "usage", CommunityChoices.Use, needed: true);
    private static readonly Option<string> In = Options.Text("channel", "salon", Channel.LongestId, needed: true, picks: Picks.Channel);

    public static CommandSpec Spec { get; } = new(Groups.Setup, new("channel", "salon"))
    {
        Allow = Allow.Admin,
        Options = [Use, In],
        Run = RunAsync,
    };

    /// <summary>One channel a use and door; the one before lets go of it.</summary>
    internal static async Task BindAsync(Request r, ChannelUse use, string id, CancellationToken ct)
    {
        var bound = await r.Db.Channels.FirstOrDefaultAsync(c => c.CommunityId == r.Caller.CommunityId && c.Use == use && c.Door == r.Caller.Door, ct)
            ?? r.Db.Channels.Add(new Channel { CommunityId = r.Caller.CommunityId, Use = use, Door = r.Caller.Door, ExternalId = id }).Entity;
        bound.ExternalId = id;
        if (use == ChannelUse.Digest)
        {
            await ChannelDigest.BeginAsync(r.Db, await r.Db.CommunityAsync(r.Caller.CommunityId, ct), r.Now, ct);
        }
    }

    private static async Task<Result<Reply>> RunAsync(Request r, CancellationToken ct)
    {
        if (Channel.IdAt(r.Caller.Door, r.Get(In)).Refused(out var refusal, out var id))
        {
            return refusal with { Mend = r.Line.With("channel", CommandLine.Blank) };
        }

        if (r.RefusedIn(id) is { } closed)
        {
            return closed;
        }

        var use = r.Get(Use);
        await BindAsync(r, use, id, ct);
        r.Note();
        await r.Db.SaveChangesAsync(ct);
        if (use == ChannelUse.Welcome)
        {
            await WelcomeAsync(r, ct);
            return new Reply(r.Say["setup.welcomed", Channel.Shown(r.Caller.Door, id)]);
        }

        return new Reply(r.Say["setup.bound", Channel.Shown(r.Caller.Door, id), CommunityChoices.Use.Label(use, r.Say)]);
    }

    private static async Task WelcomeAsync(Request r, CancellationToken ct)
    {
        var community = await r.Db.Communities.SingleAsync(c => c.Id == r.Caller.CommunityId, ct);
        var say = new Say(community.Language, r.Caller.CommunityZone, r.Now);
        var card = $"welcome:{community.Id}";
        await Outbox.ToChannelAsync(r.Db, community.Id, ChannelUse.Welcome, card, new Reply(say["welcome.card", community.Name])
        {
            Lines = [say["welcome.how"]],
            Actions = [SetupActions.Know.On(community.Id, say), SetupActions.Give.On(community.Id, say)],
            Card = card,
        }, r.Now, ct);
    }
}
