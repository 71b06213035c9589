using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Commoners;
using Unisson.Bot.Commons;
using Unisson.Bot.Communities;
using Unisson.Bot.Deliveries;
using Unisson.Bot.Digests;
using Unisson.Bot.Due;
using Unisson.Bot.Kernel;
using Unisson.Bot.Missions;
using Unisson.Bot.Storage;

namespace Unisson.Bot.Contributions;

/// <summary>Asks the person whom a line is about (rule 11). Silence is an answer: it lapses, and the author is told once.</summary>
internal static class Proposing
{
    private const int Batch = 100;

    public static ActionSpec Yes { get; } = new("proposal-yes", "contribution confirm", async (db, caller, row, ct)
        => await db.Proposals.AsNoTracking().FirstOrDefaultAsync(p => p.Id == row && p.PersonId == caller.PersonId && p.CommunityId == caller.CommunityId, ct) is { } proposal
            ? new CommandLine("contribution confirm", ("line", proposal.Label))
            : null);

    public static DueKind Lapse { get; } = new(
        "proposals",
        async (db, ct) => await db.Proposals.MinAsync(p => (DateTimeOffset?)p.At, ct) + Proposal.Waits,
        LapseAsync);

    public static async Task<Result<Reply>> ProposeAsync(Request r, Entry entry, Person person, Common common, Mission? mission, CancellationToken ct)
    {
        if (await Proposal.FreeNumberAsync(r.Db, r.Caller.CommunityId, r.Caller.PersonId, ct) is not { } number)
        {
            return new Refusal("contribution.too-many-wait", Proposal.MostWaiting) { Mend = r.Line };
        }

        var proposal = r.Db.Proposals.Add(Proposal.Of(r.Caller.CommunityId, number, person.Id, entry, r.Now)).Entity;
        r.Db.Wake(proposal.Lapses);
        await r.Db.SaveChangesAsync(ct);
        var reached = await AskAsync(r, proposal, common, mission, ct);
        var told = new Telling(r.Say, r.Caller.Channel is not null).Of(entry.Given, person.Name, common.Name, entry.What, mission, mission?.IsSeenBy(r.Caller.PersonId) ?? false);
        return new Reply(r.Say["contribution.proposed", proposal.Label, told])
        {
            Lines = [r.Say[reached ? "contribution.proposed-next" : "contribution.proposed-unreached", person.Name, r.Say.Day(proposal.Lapses)]],
        };
    }

    /// <summary>A question to the person by name, in private; it waits for their day.</summary>
    private static async Task<bool> AskAsync(Request r, Proposal proposal, Common common, Mission? mission, CancellationToken ct)
    {
        var say = await Outbox.SayToAsync(r.Db, proposal.PersonId, r.Caller.CommunityId, r.Now, ct);
        var telling = new Telling(say, InTheOpen: false);
        var author = Telling.Short(r.Caller.Name);
        var first = telling.Sum(proposal.Given) is { } sum ? say["contribution.ask", author, sum, common.Name] : say["contribution.ask-gift", author, common.Name];
        var reply = new Reply(first.Length <= 120 ? first : say["contribution.ask-short", author])
        {
            Loudness = Loudness.Ping,
            Lines =
            [
                telling.About(proposal, mission, mission?.IsSeenBy(proposal.PersonId) ?? false),
                say["contribution.ask-out", proposal.Label, say.Day(proposal.Lapses)],
            ],
            Actions = [Yes.On(proposal.Id, say)],
        };
        var notBefore = await DayOfAsync(r.Db, proposal, r.Now, ct);
        return await Outbox.ToPersonAsync(r.Db, r.Caller.CommunityId, proposal.PersonId, $"proposal:{proposal.Id}", reply, r.Now, notBefore, null, ct) is not null;
    }

    private static async Task<DateTimeOffset> DayOfAsync(BotDb db, Proposal proposal, DateTimeOffset now, CancellationToken ct)
    {
        var person = await db.PersonAsync(proposal.PersonId, ct);
        var community = await db.CommunityAsync(proposal.CommunityId, ct);
        return QuietHours.NextWake(person, Zones.Get(person.Zone ?? community.Zone), community.Holidays, now, isUrgent: false);
    }

    private static async Task<bool> LapseAsync(BotDb db, DateTimeOffset now, CancellationToken ct)
    {
        var before = now - Proposal.Waits;
        var lapsed = await db.Proposals.Where(p => p.At <= before).OrderBy(p => p.At).Take(Batch).ToListAsync(ct);
        foreach (var proposal in lapsed)
        {
            var say = await Outbox.SayToAsync(db, proposal.AuthorId, proposal.CommunityId, now, ct);
            await TellingNews.TellAsync(db, proposal.CommunityId, proposal.AuthorId, $"proposal:{proposal.Id}", new Reply(say["contribution.lapsed", proposal.Label, proposal.What]), now, ct);
            db.Proposals.Remove(proposal);
        }

        return lapsed.Count == Batch;
    }
}
