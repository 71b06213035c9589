using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Commons;
using Unisson.Bot.Kernel;
using Fields = Unisson.Bot.Experiences.ExperienceFields;

namespace Unisson.Bot.Experiences;

/// <summary><c>/experience remove</c>: takes one's own experience back; the answer holds the line that would say it again.</summary>
public static class ExperienceRemove
{
    public static CommandSpec Spec { get; } = new(Groups.Experience, new("remove", "retirer"))
    {
        Allow = Allow.Member,
        Options = [Fields.Common],
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
        if (experience is null)
        {
            return new Refusal("experience.unknown", common.Name);
        }

        r.Db.Experiences.Remove(experience);
        return new Reply(r.Say["experience.removed", common.Name]) { Lines = [r.Say["experience.undo"], experience.Again(r, common)] };
    }
}
