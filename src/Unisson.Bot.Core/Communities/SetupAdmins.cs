using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Commoners;
using Unisson.Bot.Deliveries;
using Unisson.Bot.Kernel;
using Unisson.Bot.Links;

namespace Unisson.Bot.Communities;

/// <summary>
/// <c>/setup admins</c>: alone it lists who looks after the space; with a person it names them, at every door, or takes that back. Refusals:
/// <c>admins.already</c>, <c>admins.not</c>, <c>admins.last</c>, <c>admins.network</c> where their network says so, which alone can change it.
/// </summary>
public static class SetupAdmins
{
    private static readonly Option<string> Person = Options.Text("person", "personne", 80, picks: Picks.Person);
    private static readonly Option<YesNo> Remove = Options.Choice("remove", "retirer", CommunityChoices.YesNo);

    public static CommandSpec Spec { get; } = new(Groups.Setup, new("admins", "admins"))
    {
        Allow = Allow.Admin,
        Options = [Person, Remove],
        Positions = (_, _) => [Person, Remove],
        Run = RunAsync,
    };

    private static async Task<Result<Reply>> RunAsync(Request r, CancellationToken ct)
    {
        if (!r.Given(Person, out var typed))
        {
            return r.Given(Remove) ? r.Missing([Person]) : await ListAsync(r, ct);
        }

        if ((await r.PersonAsync(typed, ct)).Refused(out var refusal, out var person))
        {
            return refusal with { Mend = r.Line.With("person", CommandLine.Blank) };
        }

        var member = (await r.Db.Memberships.FindAsync([r.Caller.CommunityId, person.Id], ct))!;
        refusal = r.Value(Remove) == YesNo.Yes ? await RemovedAsync(r, member, person.Name, ct) : Named(member, person.Name);
        if (refusal is not null)
        {
            return refusal;
        }

        r.Note();
        await r.Db.SaveChangesAsync(ct);
        await TellAsync(r, person.Id, member.IsAdmin, ct);
        return member.IsAdmin
            ? new Reply(r.Say["admins.named", person.Name])
            {
                Lines = [r.Say["admins.can"], Spec.Write(new CommandLine(Spec.Path, ("person", typed), ("remove", CommunityChoices.YesNo.Label(YesNo.Yes, r.Say))), r.Caller.Language)],
            }
            : new Reply(r.Say["admins.removed", person.Name]);
    }

    private static Refusal? Named(Membership member, string name)
    {
        if (member is { IsAdmin: true, AdminAt: Membership.NamedHere })
        {
            return new Refusal("admins.already", name);
        }

        (member.IsAdmin, member.AdminAt) = (true, Membership.NamedHere);
        return null;
    }

    private static async Task<Refusal?> RemovedAsync(Request r, Membership member, string name, CancellationToken ct)
    {
        if (!member.IsAdmin)
        {
            return new Refusal("admins.not", name);
        }

        if (member.AdminAt is { } door and not Membership.NamedHere)
        {
            return new Refusal("admins.network", name, NetworkChoices.Label(door, r.Say));
        }

        if (!await Admins(r).AnyAsync(m => m.PersonId != member.PersonId, ct))
        {
            return new Refusal("admins.last", name) { Mend = new CommandLine(Spec.Path, ("person", CommandLine.Blank)) };
        }

        (member.IsAdmin, member.AdminAt) = (false, null);
        return null;
    }

    private static async Task<Reply> ListAsync(Request r, CancellationToken ct)
    {
        var admins = await Admins(r).OrderBy(m => m.JoinedAt).ThenBy(m => m.PersonId).ToListAsync(ct);
        var names = await Naming.NamesAsync(r.Db, admins.ConvertAll(m => m.PersonId), ct);
        return new Reply(r.Say["admins.list", admins.Count])
        {
            Lines =
            [
                .. admins.Select(m => r.Say["admins.row", names[m.PersonId], Why(m, r.Say)]),
                r.Say["admins.next"],
                Spec.Write(new CommandLine(Spec.Path, ("person", CommandLine.Blank)), r.Caller.Language),
            ],
        };
    }

    private static string Why(Membership member, Say say) => member.AdminAt switch
    {
        null => say["admins.why.first"],
        Membership.NamedHere => say["admins.why.named"],
        "discord" => say["admins.why.discord"],
        _ => say["admins.why.matrix"],
    };

    private static IQueryable<Membership> Admins(Request r) => r.Db.Memberships.Where(m => m.CommunityId == r.Caller.CommunityId && m.IsAdmin && m.LeftAt == null);

    /// <summary>Whoever it is about learns it, and how to give it back.</summary>
    private static async Task TellAsync(Request r, long personId, bool isNamed, CancellationToken ct)
    {
        if (personId == r.Caller.PersonId)
        {
            return;
        }

        var say = await Outbox.SayToAsync(r.Db, personId, r.Caller.CommunityId, r.Now, ct);
        var community = (await r.Db.CommunityAsync(r.Caller.CommunityId, ct)).Name;
        var told = new Reply(say[isNamed ? "admins.you-are" : "admins.you-were", r.Caller.Name, community]) { Lines = isNamed ? [say["admins.can"], say["admins.back"]] : [] };
        await Outbox.ToPersonAsync(r.Db, r.Caller.CommunityId, personId, "admins", told, r.Now, null, null, ct);
    }
}
