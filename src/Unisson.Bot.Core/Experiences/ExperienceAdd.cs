using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Commons;
using Unisson.Bot.Kernel;
using Fields = Unisson.Bot.Experiences.ExperienceFields;

namespace Unisson.Bot.Experiences;

/// <summary>
/// <c>/experience add</c>: says one's own bond with a common, or says it anew. It lets nobody ask for anything: that is
/// <c>/availability set</c> alone (rule 1).
/// </summary>
public static class ExperienceAdd
{
    public static CommandSpec Spec { get; } = new(Groups.Experience, new("add", "ajouter"))
    {
        Allow = Allow.Member,
        Options = [Fields.Common, Fields.Level, Fields.Since, Fields.Note, Fields.Visible],
        Form = [Fields.Common, Fields.Level, Fields.Since],
        Run = RunAsync,
    };

    private static async Task<Result<Reply>> RunAsync(Request r, CancellationToken ct)
    {
        if ((await r.CommonAsync(Fields.Common, ct)).Refused(out var refusal, out var common))
        {
            return refusal;
        }

        var (community, person) = (r.Caller.CommunityId, r.Caller.PersonId);
        var experience = await r.Db.Experiences.FirstOrDefaultAsync(x => x.CommunityId == community && x.CommonId == common.Id && x.PersonId == person, ct);
        var before = experience?.Words(r.Say);
        experience ??= r.Db.Experiences.Add(new Experience { CommunityId = community, CommonId = common.Id, PersonId = person }).Entity;
        Apply(r, experience);
        await Turns.KeepAsync(r.Db, person, ct);
        var consents = await r.Db.Memberships.AnyAsync(m => m.CommunityId == community && m.PersonId == person && m.Asks > 0, ct);
        var now = experience.Words(r.Say);
        return new Reply(before is null ? r.Say["experience.added", common.Name, now] : r.Say["experience.changed", common.Name, now, before])
        {
            Lines = [.. After(r, experience, consents)],
        };
    }

    private static void Apply(Request r, Experience experience)
    {
        experience.Declare(r.Get(Fields.Level), r.Now);
        experience.Since = r.Value(Fields.Since) ?? experience.Since;
        experience.Note = r.Text(Fields.Note) ?? experience.Note;
        experience.SeenBy = r.Value(Fields.Visible) ?? experience.SeenBy;
    }

    private static IEnumerable<string> After(Request r, Experience experience, bool consents)
    {
        yield return r.Say[experience.SeenBy == SeenBy.Private ? "experience.seen-by-nobody" : "experience.seen-by", experience.Seers(r.Say)];
        if (experience.Counted != experience.Level)
        {
            yield return r.Say["experience.counts-as", ExperienceChoices.Level.Label(experience.Counted, r.Say)];
        }

        if (!consents)
        {
            yield return r.Say["experience.no-consent"];
        }
    }
}
