using Unisson.Bot.Commons;
using Unisson.Bot.Communities;
using Unisson.Bot.Deliveries;
using Unisson.Bot.Kernel;
using Unisson.Bot.Missions;

namespace Unisson.Bot.Contributions;

/// <summary>Writes lines into a community's ledger: at the end of its chain, in the transaction at hand, and nowhere else.</summary>
public static class Ledger
{
    /// <summary>Writes the line, and tells the channel that the community gave its ledger.</summary>
    internal static async Task<LedgerLine> WriteAsync(Request r, Entry entry, string by, Common common, Mission? mission, CancellationToken ct)
    {
        var line = await r.Db.AppendAsync(r.Caller.CommunityId, head => head.Append(entry, r.Now), ct);
        var telling = new Telling(new Say(r.Caller.CommunityLanguage, r.Caller.CommunityZone, r.Now), InTheOpen: true);
        var post = telling.Say["contribution.logged", line.Label, telling.Of(entry.Given, by, common.Name, entry.What, mission)];
        await Outbox.ToChannelAsync(r.Db, r.Caller.CommunityId, ChannelUse.Ledger, "ledger", new Reply(post), r.Now, ct);
        return line;
    }

    /// <summary>Says to the caller what now stands there.</summary>
    internal static Reply Answer(Request r, LedgerLine line, Entry entry, string by, Common common, Mission? mission)
    {
        var sees = mission?.IsSeenBy(r.Caller.PersonId) ?? false;
        var telling = new Telling(r.Say, r.Caller.Channel is not null);
        var hides = mission is { Visibility: Visibility.Private } && sees && !telling.InTheOpen;
        return new Reply(r.Say["contribution.logged", line.Label, telling.Of(entry.Given, by, common.Name, entry.What, mission, sees)])
        {
            Lines = hides ? [r.Say["contribution.hidden"], r.Say["contribution.undo"]] : [r.Say["contribution.undo"]],
        };
    }
}
