using Unisson.Bot.Commons;
using Unisson.Bot.Communities;
using Unisson.Bot.Deliveries;
using Unisson.Bot.Kernel;
using Unisson.Bot.Missions;

namespace Unisson.Bot.Contributions;

/// <summary>Writes lines into a community's ledger: at the end of its chain, in the transaction at hand, and nowhere else.</summary>
public static class Ledger
{
    /// <summary>Writes the line, and tells the channel that the community gave its ledger, where whoever saw it can say so.</summary>
    internal static async Task<LedgerLine> WriteAsync(Request r, Entry entry, string by, Common common, Mission? mission, CancellationToken ct)
    {
        var line = await AppendAsync(r, entry, ct);
        await PostAsync(r, telling => new Reply(telling.Say["contribution.logged", line.Label, telling.Of(entry.Given, by, common.Name, entry.What, mission)])
        {
            Actions = [LineActions.Witness.On(line.Id, telling.Say)],
        }, line, ct);
        return line;
    }

    internal static Task<LedgerLine> AppendAsync(Request r, Entry entry, CancellationToken ct) => r.Db.AppendAsync(r.Caller.CommunityId, head => head.Append(entry, r.Now), ct);

    /// <summary>Tells the channel that the community gave its ledger, in its language.</summary>
    /// <param name="line">The one that was just written: its words can be taken out of the channel again.</param>
    internal static Task PostAsync(Request r, Func<Telling, Reply> post, LedgerLine line, CancellationToken ct)
    {
        var telling = new Telling(new Say(r.Caller.CommunityLanguage, r.Caller.CommunityZone, r.Now), InTheOpen: true);
        return Outbox.ToChannelAsync(r.Db, r.Caller.CommunityId, ChannelUse.Ledger, "ledger", post(telling) with { Card = CardOf(line.Id) }, r.Now, ct);
    }

    internal static string CardOf(long lineId) => $"line:{lineId}";

    /// <summary>Says to the caller what now stands there.</summary>
    internal static Reply Answer(Request r, LedgerLine line, Entry entry, string by, Common common, Mission? mission)
    {
        var sees = mission?.IsSeenBy(r.Caller.PersonId) ?? false;
        var telling = new Telling(r.Say, r.Caller.Channel is not null);
        var hides = mission is { Visibility: Visibility.Private } && sees && !telling.InTheOpen;
        return new Reply(r.Say["contribution.logged", line.Label, telling.Of(entry.Given, by, common.Name, entry.What, mission, sees)])
        {
            Lines = hides ? [r.Say["contribution.hidden"], r.Say["contribution.undo"]] : [r.Say["contribution.undo"]],
            Actions = telling.InTheOpen ? [] : [LineActions.Correct.On(line.Id, r.Say), LineActions.Withdraw.On(line.Id, r.Say)],
        };
    }
}
