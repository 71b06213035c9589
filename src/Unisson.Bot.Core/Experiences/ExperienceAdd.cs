using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Availability;
using Unisson.Bot.Commoners;
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
        var membership = (await r.Db.Memberships.FindAsync([community, person], ct))!;
        StillTrue.Begin(r.Db, membership, r.Now);
        var now = experience.Words(r.Say);
        return new Reply(before is null ? r.Say["experience.added", common.Name, now]
            : before == now ? r.Say["experience.same", common.Name, now]
            : r.Say["experience.changed", common.Name, now, before])
        {
            Lines = [.. await AfterAsync(r, experience, common, membership.Asks > 0, ct)],
        };
    }

    private static void Apply(Request r, Experience experience)
    {
        experience.Declare(r.Get(Fields.Level), r.Now);
        experience.Since = r.Value(Fields.Since) ?? experience.Since;
        experience.Note = r.Text(Fields.Note) ?? experience.Note;
        experience.SeenBy = r.Value(Fields.Visible) ?? experience.SeenBy;
    }

    private static async Task<List<string>> AfterAsync(Request r, Experience experience, Common common, bool consents, CancellationToken ct)
    {
        List<string> lines = [r.Say[experience.SeenBy == SeenBy.Private ? "experience.seen-by-nobody" : "experience.seen-by", experience.Seers(r.Say)]];
        if (experience.Counted != experience.Level)
        {
            var isPrivate = experience.SeenBy == SeenBy.Private;
            lines.Add(r.Say[isPrivate ? "experience.counts-as-private" : "experience.counts-as", ExperienceChoices.Level.Label(experience.Counted, r.Say)]);
            lines.AddRange(isPrivate ? [] : [await ExperienceConfirm.LineAsync(r, common.Slug, ct)]);
        }
        else if (experience is { IsConfirmed: true, ConfirmedBy: { } by })
        {
            lines.Add(r.Say["experience.confirmed-by", (await Naming.NamesAsync(r.Db, [by], ct))[by]]);
        }

        if (!consents)
        {
            lines.Add(r.Say["experience.no-consent"]);
        }

        return lines;
    }
}
