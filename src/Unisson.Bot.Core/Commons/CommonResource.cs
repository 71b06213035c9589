using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Kernel;
using Unisson.Bot.Missions;
using Unisson.Bot.Storage;

namespace Unisson.Bot.Commons;

/// <summary>
/// <c>/common resource</c>: puts a recipe, a document, code, a place or a link among the resources of a common; with the title of one that is
/// there it changes that one, and <c>-</c> in the place of its link takes it out. For who may edit the common. Refusals: <c>common.not-yours</c>,
/// <c>resource.link</c>, <c>resource.unknown</c>, <c>resource.same</c>, <c>resource.full</c>.
/// </summary>
public static class CommonResource
{
    private static readonly Option<string> Which = Options.Text("common", "commun", needed: true, picks: Picks.Common);
    private static readonly Option<string> Title = MissionFields.Line("title", "titre", Resource.LongestTitle, needed: true);
    private static readonly Option<string> Link = Options.Text("link", "lien", Resource.LongestLink);
    private static readonly Option<ResourceKind> Kind = Options.Choice("kind", "genre", CommonChoices.Resource);

    public static CommandSpec Spec { get; } = new(Groups.Common, new("resource", "ressource"))
    {
        Allow = Allow.Member,
        Options = [Which, Title, Link, Kind],
        Form = [Which, Title, Link, Kind],
        Shortcuts = [new(new("recipe", "recette"), Kind, "recipe")],
        Run = RunAsync,
    };

    private static async Task<Result<Reply>> RunAsync(Request r, CancellationToken ct)
    {
        if ((await r.CommonAsync(Which, ct)).Refused(out var refusal, out var common))
        {
            return refusal;
        }

        if (await CommonEdit.NotYoursAsync(r, common, ct) is { } others)
        {
            return others;
        }

        if (r.Given(Link, out var link) && link != CommonFields.Nothing && !WebLink.Fits(link))
        {
            return new Refusal("resource.link", link) { Mend = r.Line.With("link", CommandLine.Blank) };
        }

        var folded = Fold.Of(r.Get(Title));
        var there = await r.Db.Resources.FirstOrDefaultAsync(x => x.CommunityId == common.CommunityId && x.CommonId == common.Id && x.FoldedTitle == folded, ct);
        if ((there is null ? await AddAsync(r, common, folded, ct) : Change(r, common, there)).Refused(out refusal, out var reply))
        {
            return refusal;
        }

        r.Db.Audit.Add(new AuditRow { CommunityId = common.CommunityId, PersonId = r.Caller.PersonId, At = r.Now, Command = Spec.Path });
        await r.Db.SaveChangesAsync(ct);
        await r.Db.IndexAsync(common, ct);
        return reply;
    }

    private static async Task<Result<Reply>> AddAsync(Request r, Common common, string folded, CancellationToken ct)
    {
        if (r.Text(Link) == CommonFields.Nothing)
        {
            var titles = await r.Db.Resources.Where(x => x.CommunityId == common.CommunityId && x.CommonId == common.Id).Select(x => x.Title).ToListAsync(ct);
            return new Refusal("resource.unknown", r.Get(Title), common.Name) { Mend = r.Line.With("title", Nearest.Of(r.Get(Title), titles, 1) is [var like] ? like : CommandLine.Blank) };
        }

        if (await r.Db.Resources.CountAsync(x => x.CommunityId == common.CommunityId && x.CommonId == common.Id, ct) >= Resource.Most)
        {
            return new Refusal("resource.full", common.Name, Resource.Most) { Mend = new CommandLine(Spec.Path, ("common", common.Slug), ("title", CommandLine.Blank), ("link", CommonFields.Nothing)) };
        }

        var added = r.Db.Resources.Add(new Resource
        {
            CommunityId = common.CommunityId,
            CommonId = common.Id,
            Title = r.Get(Title),
            FoldedTitle = folded,
            Kind = r.Value(Kind) ?? ResourceKind.Link,
            Link = r.Text(Link),
            AddedBy = r.Caller.PersonId,
            AddedAt = r.Now,
        }).Entity;
        return Said(r, "resource.added", common, added, CommonFields.Nothing, null);
    }

    private static Result<Reply> Change(Request r, Common common, Resource resource)
    {
        var (link, kind) = (resource.Link, resource.Kind);
        if (r.Text(Link) == CommonFields.Nothing)
        {
            r.Db.Resources.Remove(resource);
            return Said(r, "resource.removed", common, resource, link, kind);
        }

        (resource.Link, resource.Kind) = (r.Text(Link) ?? link, r.Value(Kind) ?? kind);
        return (resource.Link, resource.Kind) == (link, kind)
            ? new Refusal("resource.same", resource.Title, common.Name) { Mend = r.Line.With("link", CommandLine.Blank) }
            : Said(r, "resource.changed", common, resource, link, kind);
    }

    /// <summary>What was done, and the line that says what was before; nothing to say of a link that was not there takes none away.</summary>
    private static Reply Said(Request r, string key, Common common, Resource resource, string? link, ResourceKind? kind)
    {
        List<(string, string)> values = [("common", common.Slug), ("title", resource.Title)];
        values.AddRange(link is not null ? [("link", link)] : []);
        values.AddRange(kind is { } before ? [("kind", CommonChoices.Resource.Label(before, r.Say))] : []);
        return new Reply(r.Say[key, resource.Title, CommonChoices.Resource.Label(resource.Kind, r.Say).ToLower(r.Say.Culture), common.Name])
        {
            Lines = [r.Say["common.undo"], Spec.Write(new CommandLine(Spec.Path, [.. values]), r.Caller.Language)],
        };
    }
}
