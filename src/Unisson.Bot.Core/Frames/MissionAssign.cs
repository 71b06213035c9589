using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Commoners;
using Unisson.Bot.Kernel;
using Unisson.Bot.Missions;
using Fields = Unisson.Bot.Frames.FrameFields;

namespace Unisson.Bot.Frames;

/// <summary>
/// <c>/mission assign</c>: who coordinates or guarantees chooses somebody for a role, who takes it with their own yes; and either side proposes
/// scope and terms, which hold once the other agrees. Refusals: <c>mission.over</c>, <c>assign.person</c>, <c>assign.coordination</c>,
/// <c>assign.guarantor</c>, <c>assign.named</c>, <c>frame.scope</c>, <c>frame.same</c>, <c>frame.nothing</c>.
/// </summary>
public static class MissionAssign
{
    public static CommandSpec Spec { get; } = new(Groups.Mission, new("assign", "confier", "attribuer"))
    {
        Allow = Team.Of(Fields.Mission),
        Options = [Fields.Mission, Fields.Role, Fields.Person, Fields.Name, Fields.Scope, Fields.Hours, Fields.Terms, Fields.How],
        Form = [Fields.Scope, Fields.Hours, Fields.Terms, Fields.How],
        Positions = Fields.Positions,
        Run = RunAsync,
    };

    private static async Task<Result<Reply>> RunAsync(Request r, CancellationToken ct)
    {
        if ((await r.MissionAsync(r.Get(Fields.Mission), ct)).Refused(out var refusal, out var mission))
        {
            return refusal;
        }

        if (mission.IsOver)
        {
            return mission.Over();
        }

        if (r.Given(Fields.Name, out var name))
        {
            // Whoever is on the community's other network cannot be picked here, and says their own yes all the same.
            if (r.Given(Fields.Person))
            {
                return await NameAsync(r, mission, name, ct);
            }

            return !(await r.PersonAsync(name, ct)).Refused(out var none, out var member) ? await AssignAsync(r, mission, member, r.Get(Fields.Role), ct)
                : none.Code == "person.ambiguous" ? none with { Mend = r.Line.With(Fields.Name.Name.English, CommandLine.Blank) }
                : await NameAsync(r, mission, name, ct);
        }

        if (!r.Given(Fields.Person, out var typed))
        {
            return new Refusal("assign.person") { Mend = r.Line.With(Fields.Person.Name.English, CommandLine.Blank) };
        }

        if ((await r.PersonAsync(typed, ct)).Refused(out refusal, out var person))
        {
            return refusal with { Mend = r.Line.With(Fields.Person.Name.English, CommandLine.Blank) };
        }

        return await AssignAsync(r, mission, person, r.Get(Fields.Role), ct);
    }

    private static async Task<Result<Reply>> AssignAsync(Request r, Mission mission, Person person, RoleKind role, CancellationToken ct)
    {
        var chosen = mission.Holds(person.Id, role) is null;
        if ((chosen || person.Id != r.Caller.PersonId) && !mission.Leads(r.Caller))
        {
            return new Refusal("assign.coordination", mission.ShortTitle, mission.Label);
        }

        if (chosen && role == RoleKind.GuarantorConnector && !await r.Db.Memberships.AnyAsync(m => m.CommunityId == mission.CommunityId && m.PersonId == person.Id && m.IsGuarantor, ct))
        {
            return new Refusal("assign.guarantor", person.Name);
        }

        var framing = await Framing.OfAsync(r, mission, person, role, ct);
        if (framing.Take().Refused(out var refusal, out var said))
        {
            return refusal;
        }

        if (!chosen && said == FrameSaid.Nothing)
        {
            return new Refusal("frame.nothing", person.Name, MissionChoices.Role.Labelled(role), mission.ShortTitle, mission.Label) { Mend = r.Line.With(Fields.Scope.Name.English, CommandLine.Blank) };
        }

        if (chosen)
        {
            mission.Choose(person.Id, role, r.Now);
            Journal.Write(r.Db, mission, person.Id, Journal.Chosen, MissionChoices.Role.English(role), r.Now);
        }

        await MissionChanged.AfterAsync(r.Db, mission, r.Caller.PersonId, onCard: chosen, r.Now, ct);
        await framing.TellAsync(chosen, said, ct);
        return framing.Answer(chosen, said);
    }

    /// <summary>Somebody without an account: they say nothing here, and so are asked nothing.</summary>
    private static async Task<Result<Reply>> NameAsync(Request r, Mission mission, string name, CancellationToken ct)
    {
        var role = r.Get(Fields.Role);
        if (!mission.Leads(r.Caller))
        {
            return new Refusal("assign.coordination", mission.ShortTitle, mission.Label);
        }

        await r.Db.Entry(mission).Collection(m => m.Named).LoadAsync(ct);
        if (r.SaysAnything() || r.Given(Fields.Person) || role == RoleKind.GuarantorConnector)
        {
            return new Refusal("assign.named", name);
        }

        if (mission.Named.Exists(n => n.Role == role && Fold.Same(n.Name, name)))
        {
            return new Refusal("assign.named-already", name, MissionChoices.Role.Labelled(role), mission.ShortTitle, mission.Label);
        }

        mission.Named.Add(new NamedHolder { CommunityId = mission.CommunityId, MissionId = mission.Id, Role = role, Name = name, AddedBy = r.Caller.PersonId, Since = r.Now });
        Journal.Write(r.Db, mission, r.Caller.PersonId, Journal.Named, MissionChoices.Role.English(role), r.Now);
        await MissionChanged.AfterAsync(r.Db, mission, r.Caller.PersonId, onCard: true, r.Now, ct);
        return new Reply(r.Say["assign.noted", name, MissionChoices.Role.Labelled(role), mission.ShortTitle, mission.Label]) { Actions = [MissionActions.Show.On(mission.Id, r.Say)] };
    }
}
