using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Commoners;
using Unisson.Bot.Deliveries;
using Unisson.Bot.Kernel;
using Unisson.Bot.Storage;

namespace Unisson.Bot.Commons;

/// <summary>
/// <c>/common steward</c>: proposes who speaks for a common, who says yes by the same line with their own name; <c>-</c> ends it. Refusals:
/// <c>steward.not-yours</c>, <c>steward.ask</c>, <c>steward.taken</c>, <c>steward.already</c>, <c>steward.nobody</c>.
/// </summary>
public static class CommonSteward
{
    private static readonly Option<string> Which = Options.Text("common", "commun", needed: true, picks: Picks.Common);
    private static readonly Option<string> Person = Options.Text("person", "personne", needed: true, picks: Picks.Person);

    public static CommandSpec Spec { get; } = new(Groups.Common, new("steward", "porte-parole", "référent"))
    {
        Allow = Allow.Member,
        Options = [Which, Person],
        Form = [Which, Person],
        Run = RunAsync,
    };

    private static async Task<Result<Reply>> RunAsync(Request r, CancellationToken ct)
    {
        if ((await r.CommonAsync(Which, ct)).Refused(out var refusal, out var common))
        {
            return refusal;
        }

        if (r.Get(Person) == CommonFields.Nothing)
        {
            return await EndAsync(r, common, ct);
        }

        return (await r.PersonAsync(r.Get(Person), ct)).Refused(out refusal, out var person) ? refusal
            : person.Id == common.StewardId ? new Refusal("steward.already", person.Name, common.Name)
            : person.Id == r.Caller.PersonId ? await TakeAsync(r, common, ct)
            : await ProposeAsync(r, common, person, ct);
    }

    /// <summary>Whoever was proposed; where nobody speaks for it also those who look after the space or keep the method, who added it, or whose care for it a colleague confirmed.</summary>
    private static async Task<Result<Reply>> TakeAsync(Request r, Common common, CancellationToken ct)
    {
        var me = r.Caller.PersonId;
        if (common.ProposedStewardId != me)
        {
            if (common.StewardId is { } other)
            {
                return new Refusal("steward.taken", await NameAsync(r.Db, other, ct), common.Name);
            }

            if (!common.IsEditedBy(r.Caller) && !await TakesCareAsync(r, common, ct))
            {
                return new Refusal("steward.ask", common.Name);
            }
        }

        var before = common.StewardId;
        (common.StewardId, common.ProposedStewardId) = (me, null);
        Note(r, common);
        if (before is { } left)
        {
            await TellAsync(r, common, left, say => new Reply(say["steward.passed", r.Caller.Name, common.Name]), ct);
        }

        return new Reply(r.Say["steward.yours", common.Name])
        {
            Lines = [r.Say["steward.can"], CommonTerms.Spec.Write(new CommandLine(CommonTerms.Spec.Path, ("common", common.Slug), ("asks", CommandLine.Blank)), r.Caller.Language)],
        };
    }

    private static async Task<Result<Reply>> ProposeAsync(Request r, Common common, Person person, CancellationToken ct)
    {
        if (!common.IsEditedBy(r.Caller))
        {
            return new Refusal("steward.not-yours", common.Name);
        }

        if (common.StewardId is { } other && other != r.Caller.PersonId && !r.Caller.IsAdmin && !r.Caller.IsGuarantor)
        {
            return new Refusal("steward.taken", await NameAsync(r.Db, other, ct), common.Name);
        }

        common.ProposedStewardId = person.Id;
        Note(r, common);
        await TellAsync(r, common, person.Id, say => new Reply(say["steward.proposed", r.Caller.Name, common.Name])
        {
            Lines = [say["steward.means"]],
            Actions = [StewardActions.Accept.On(common.Id, say), StewardActions.Decline.On(common.Id, say)],
            Loudness = Loudness.Ping,
        }, ct);
        return new Reply(r.Say["steward.asked", person.Name, common.Name]);
    }

    /// <summary>The steward steps back, who was proposed declines, or a keeper ends it.</summary>
    private static async Task<Result<Reply>> EndAsync(Request r, Common common, CancellationToken ct)
    {
        var me = r.Caller.PersonId;
        if (common.ProposedStewardId == me)
        {
            common.ProposedStewardId = null;
            return new Reply(r.Say["steward.declined", common.Name]);
        }

        if ((common.StewardId ?? common.ProposedStewardId) is not { } who)
        {
            return new Refusal("steward.nobody", common.Name);
        }

        if (who != me && !r.Caller.IsAdmin && !r.Caller.IsGuarantor)
        {
            return new Refusal("steward.not-yours", common.Name);
        }

        (common.StewardId, common.ProposedStewardId) = (null, null);
        Note(r, common);
        if (who != me)
        {
            await TellAsync(r, common, who, say => new Reply(say["steward.ended-by", r.Caller.Name, common.Name]), ct);
        }

        return new Reply(r.Say["steward.ended", common.Name]);
    }

    private static Task<bool> TakesCareAsync(Request r, Common common, CancellationToken ct) => r.Db.Experiences.AnyAsync(
        x => x.CommunityId == common.CommunityId && x.CommonId == common.Id && x.PersonId == r.Caller.PersonId && x.Counted > Experiences.Level.Contributed, ct);

    private static async Task TellAsync(Request r, Common common, long personId, Func<Say, Reply> what, CancellationToken ct)
    {
        var say = await Outbox.SayToAsync(r.Db, personId, common.CommunityId, r.Now, ct);
        await Outbox.ToPersonAsync(r.Db, common.CommunityId, personId, string.Create(System.Globalization.CultureInfo.InvariantCulture, $"steward:{common.Id}"), what(say), r.Now, null, null, ct);
    }

    private static Task<string> NameAsync(BotDb db, long personId, CancellationToken ct) => db.People.Where(p => p.Id == personId).Select(p => p.Name).FirstAsync(ct);

    private static void Note(Request r, Common common)
        => r.Db.Audit.Add(new AuditRow { CommunityId = common.CommunityId, PersonId = r.Caller.PersonId, At = r.Now, Command = Spec.Path });
}
