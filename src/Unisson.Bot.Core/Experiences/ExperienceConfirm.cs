using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Commoners;
using Unisson.Bot.Commons;
using Unisson.Bot.Deliveries;
using Unisson.Bot.Digests;
using Unisson.Bot.Kernel;
using Fields = Unisson.Bot.Experiences.ExperienceFields;

namespace Unisson.Bot.Experiences;

/// <summary>
/// <c>/experience confirm</c>: says that what somebody told of a common is so, and calls go by it from then on (rule 18). A colleague may, who
/// contributes to that common too, and whoever speaks for it. An experience that the caller may not see answers like one that does not exist.
/// </summary>
public static class ExperienceConfirm
{
    private static readonly Option<string> Whose = Options.Text("person", "personne", needed: true, picks: Picks.Person);

    public static CommandSpec Spec { get; } = new(Groups.Experience, new("confirm", "confirmer"))
    {
        Allow = Allow.Member,
        Options = [Whose, Fields.Common],
        Run = RunAsync,
    };

    /// <summary>The line that somebody else types to confirm what the caller says of a common.</summary>
    internal static async Task<string> LineAsync(Request r, string slug, CancellationToken ct)
    {
        var me = (await r.TypedAsync(new() { [r.Caller.PersonId] = r.Caller.Name }, ct))[r.Caller.PersonId];
        return Spec.Write(new CommandLine(Spec.Path, (Whose.Name.English, me), (Fields.Common.Name.English, slug)), r.Caller.Language);
    }

    private static async Task<Result<Reply>> RunAsync(Request r, CancellationToken ct)
    {
        if ((await r.PersonAsync(r.Get(Whose), ct)).Refused(out var refusal, out var person))
        {
            return refusal with { Mend = r.Line.With(Whose.Name.English, CommandLine.Blank) };
        }

        if ((await r.CommonAsync(Fields.Common, ct)).Refused(out refusal, out var common))
        {
            return refusal;
        }

        if (person.Id == r.Caller.PersonId)
        {
            return new Refusal("experience.confirm-own", common.Name, await LineAsync(r, common.Slug, ct));
        }

        if (common.StewardId != r.Caller.PersonId && !await IsColleagueAsync(r, common, ct))
        {
            return new Refusal("experience.not-yours", common.Name)
            {
                Mend = new CommandLine(ExperienceAdd.Spec.Path, (Fields.Common.Name.English, common.Slug), (Fields.Level.Name.English, CommandLine.Blank)),
            };
        }

        return await ConfirmAsync(r, person, common, ct);
    }

    private static Task<bool> IsColleagueAsync(Request r, Common common, CancellationToken ct)
        => r.Db.Experiences.AnyAsync(x => x.CommunityId == common.CommunityId && x.CommonId == common.Id && x.PersonId == r.Caller.PersonId && x.Level >= Level.Contributed, ct);

    private static async Task<Result<Reply>> ConfirmAsync(Request r, Person person, Common common, CancellationToken ct)
    {
        var shown = SeeingExperiences.ShownTo(r.Caller);
        var experience = await r.Db.Experiences.FirstOrDefaultAsync(x => x.CommunityId == common.CommunityId && x.CommonId == common.Id && x.PersonId == person.Id && shown.Contains(x.SeenBy), ct);
        switch (experience)
        {
            case null:
                return new Refusal("experience.not-shown", person.Name, common.Name) { Mend = new CommandLine(ExperienceList.Spec.Path, (Whose.Name.English, r.Get(Whose))) };
            case { Level: <= Level.Contributed }:
                return new Refusal("experience.counts-already", person.Name, common.Name, experience.Words(r.Say));
            case { IsConfirmed: true }:
                return new Refusal("experience.confirmed-already", person.Name, common.Name, experience.Words(r.Say));
        }

        experience.Confirm(r.Caller.PersonId);
        var say = await Outbox.SayToAsync(r.Db, person.Id, common.CommunityId, r.Now, ct);
        var told = new Reply(say["experience.confirmed-yours", r.Caller.Name, common.Name, experience.Words(say)]);
        await TellingNews.TellAsync(r.Db, common.CommunityId, person.Id, $"experience:{experience.Id}", told, r.Now, ct);
        return new Reply(r.Say["experience.confirmed", person.Name, common.Name, experience.Words(r.Say)]) { Lines = [r.Say["experience.confirmed-told", person.Name]] };
    }
}
