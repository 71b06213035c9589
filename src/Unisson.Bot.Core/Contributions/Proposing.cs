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

/// <summary>
/// Asks the person whom a line is about, and lets a very large one wait for a witness (rule 11). Silence is an answer: it lapses, and the author
/// is told once.
/// </summary>
internal static class Proposing
{
    private const int Batch = 100;

    public static ActionSpec Yes { get; } = Of("proposal-yes", ContributionConfirm.Path, (p, me) => p.PersonId == me);

    /// <summary>« Ce n’est pas juste »: it leaves at once, and nobody is told who said so.</summary>
    public static ActionSpec Drop { get; } = Of("proposal-drop", ContributionWithdraw.Path, (p, me) => p.Concerns(me));

    public static IReadOnlyList<ActionSpec> Actions { get; } = [Yes, Drop];

    public static DueKind Lapse { get; } = new(
        "proposals",
        async (db, ct) => await db.Proposals.MinAsync(p => (DateTimeOffset?)p.At, ct) + Proposal.Waits,
        LapseAsync);

    public static async Task<Result<Reply>> ProposeAsync(Request r, Entry entry, Credit credit, Common common, Mission? mission, CancellationToken ct)
    {
        if (await Proposal.FreeNumberAsync(r.Db, r.Caller.CommunityId, r.Caller.PersonId, ct) is not { } number)
        {
            return new Refusal("contribution.too-many-wait", Proposal.MostWaiting) { Mend = r.Line };
        }

        var proposal = r.Db.Proposals.Add(Proposal.Of(r.Caller.CommunityId, number, entry, credit.Asks is not null, r.Now)).Entity;
        r.Db.Wake(proposal.Lapses);
        await r.Db.SaveChangesAsync(ct);
        var told = new Telling(r.Say, r.Caller.Channel is not null).Of(entry.Given, credit.Called, common.Name, entry.What, mission, mission?.IsSeenBy(r.Caller.PersonId) ?? false);
        var reply = new Reply(r.Say["contribution.proposed", proposal.Label, told]);
        if (credit.Asks is not { } person)
        {
            return reply with { Lines = WitnessWanted(r.Say, proposal) };
        }

        var reached = await AskAsync(r, proposal, person, common, mission, ct);
        return reply with { Lines = [r.Say[reached ? "contribution.proposed-next" : "contribution.proposed-unreached", person.Name, r.Say.Day(proposal.Lapses)]] };
    }

    /// <summary>Why it waits, and the line that somebody who saw it types.</summary>
    public static IReadOnlyList<string> WitnessWanted(Say say, Proposal proposal) =>
    [
        say["contribution.witness-wanted", say.Day(proposal.Lapses)],
        ContributionConfirm.Spec.Write(new CommandLine(ContributionConfirm.Path, ("line", proposal.Label)), say.Language),
    ];

    /// <summary>Takes it back before it was a line. Its author learns that it was not confirmed, as when it lapses; whoever asked for nothing is not told.</summary>
    public static async Task<Reply> DropAsync(Request r, Proposal proposal, CancellationToken ct)
    {
        await RemoveAsync(r.Db, proposal, [r.Caller.PersonId], r.Now, ct);
        return new Reply(r.Say["contribution.dropped", proposal.Label, proposal.What]);
    }

    /// <param name="by">Who takes it back, by all their ids.</param>
    public static async Task RemoveAsync(BotDb db, Proposal proposal, List<long> by, DateTimeOffset now, CancellationToken ct)
    {
        db.Proposals.Remove(proposal);
        await db.SaveChangesAsync(ct);
        if (proposal.PersonId is { } asked)
        {
            await Outbox.DropAsync(db, asked, SubjectOf(proposal), ct);
        }

        if (!by.Contains(proposal.AuthorId))
        {
            await TellLapsedAsync(db, proposal, now, ct);
        }
    }

    public static string SubjectOf(Proposal proposal) => $"proposal:{proposal.Id}";

    private static ActionSpec Of(string name, string path, Func<Proposal, long, bool> may) => new(name, path, async (db, caller, row, ct)
        => await db.Proposals.AsNoTracking().FirstOrDefaultAsync(p => p.Id == row && p.CommunityId == caller.CommunityId, ct) is { } proposal && may(proposal, caller.PersonId)
            ? new CommandLine(path, ("line", proposal.Label))
            : null);

    /// <summary>A question to the person by name, in private; it waits for their day.</summary>
    private static async Task<bool> AskAsync(Request r, Proposal proposal, Person person, Common common, Mission? mission, CancellationToken ct)
    {
        var say = await Outbox.SayToAsync(r.Db, person.Id, r.Caller.CommunityId, r.Now, ct);
        var telling = new Telling(say, InTheOpen: false);
        var author = Telling.Short(r.Caller.Name);
        var first = telling.Sum(proposal.Given) is { } sum ? say["contribution.ask", author, sum, common.Name] : say["contribution.ask-gift", author, common.Name];
        var reply = new Reply(first.Length <= 120 ? first : say["contribution.ask-short", author])
        {
            Loudness = Loudness.Ping,
            Lines =
            [
                telling.About(proposal, mission, mission?.IsSeenBy(person.Id) ?? false),
                say["contribution.ask-out", proposal.Label, say.Day(proposal.Lapses)],
            ],
            Actions = [Yes.On(proposal.Id, say), Drop.On(proposal.Id, say)],
        };
        var community = await r.Db.CommunityAsync(proposal.CommunityId, ct);
        var notBefore = QuietHours.NextWake(person, Zones.Get(person.Zone ?? community.Zone), community.Holidays, r.Now, isUrgent: false);
        return await Outbox.ToPersonAsync(r.Db, r.Caller.CommunityId, person.Id, SubjectOf(proposal), reply, r.Now, notBefore, null, ct) is not null;
    }

    private static async Task<bool> LapseAsync(BotDb db, DateTimeOffset now, CancellationToken ct)
    {
        var before = now - Proposal.Waits;
        var lapsed = await db.Proposals.Where(p => p.At <= before).OrderBy(p => p.At).Take(Batch).ToListAsync(ct);
        foreach (var proposal in lapsed)
        {
            await TellLapsedAsync(db, proposal, now, ct);
            db.Proposals.Remove(proposal);
        }

        return lapsed.Count == Batch;
    }

    private static async Task TellLapsedAsync(BotDb db, Proposal proposal, DateTimeOffset now, CancellationToken ct)
    {
        var say = await Outbox.SayToAsync(db, proposal.AuthorId, proposal.CommunityId, now, ct);
        await TellingNews.TellAsync(db, proposal.CommunityId, proposal.AuthorId, SubjectOf(proposal), new Reply(say["contribution.lapsed", proposal.Label, proposal.What]), now, ct);
    }
}
