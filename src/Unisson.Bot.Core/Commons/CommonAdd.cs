using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Kernel;

namespace Unisson.Bot.Commons;

/// <summary><c>/common add</c>: puts a common into the directory.</summary>
public static partial class CommonAdd
{
    private static readonly Option<string> Slug = Options.Text("slug", "nom-court", 32, needed: true);

    public static CommandSpec Spec { get; } = new(Groups.Common, new("add", "ajouter"))
    {
        Allow = Allow.Member,
        Options = [Slug, .. CommonFields.All],
        Form = [Slug, CommonFields.Name, CommonFields.About],
        Run = RunAsync,
    };

    private static async Task<Result<Reply>> RunAsync(Request r, CancellationToken ct)
    {
        var slug = Fold.Of(r.Get(Slug)).Replace(' ', '-');
        if (!Short().IsMatch(slug))
        {
            return new Refusal("common.slug", r.Get(Slug)) { Mend = Common.SlugOf(r.Get(Slug)) is { } like ? r.Line.With("slug", like) : null };
        }

        if (CommonChannels.Read(r).Refused(out var closed, out var channel))
        {
            return closed;
        }

        if (await r.Db.Commons.AnyAsync(c => c.CommunityId == r.Caller.CommunityId && c.Slug == slug, ct))
        {
            return new Refusal("common.exists", slug) { Mend = CommonEdit.LineFor(r, slug) };
        }

        var common = r.Db.Commons.Add(new Common
        {
            CommunityId = r.Caller.CommunityId,
            Slug = slug,
            Name = r.Get(Slug),
            AddedBy = r.Caller.PersonId,
            AddedAt = r.Now,
        }).Entity;
        CommonFields.Apply(r, common);
        await r.Db.SaveChangesAsync(ct);
        await r.Db.IndexAsync(common, ct);
        await CommonChannels.BindAsync(r, common, channel, ct);
        return new Reply(r.Say["common.added", common.Name, common.Slug]) { Lines = [r.Say["common.next"], .. Next(r, common)] };
    }

    /// <summary>Who adds a common mostly knows it, and mostly has a mission for it.</summary>
    private static IEnumerable<string> Next(Request r, Common common)
    {
        CommandLine[] lines = [new("experience add", ("common", common.Slug), ("level", "…")), new("mission open", ("title", "…"), ("commons", common.Slug))];
        return lines.Select(l => r.Catalogue[l.Path].Write(l, r.Caller.Language));
    }

    [GeneratedRegex("^[a-z0-9][a-z0-9-]{0,31}$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Short();
}
