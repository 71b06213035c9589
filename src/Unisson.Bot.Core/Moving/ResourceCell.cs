using Unisson.Bot.Commons;
using Unisson.Bot.Kernel;

namespace Unisson.Bot.Moving;

/// <summary>The resources of a common in one cell, one a line: kind, link (nothing where there is none) and title, with <c>|</c> between.</summary>
internal static class ResourceCell
{
    public static string? Of(IEnumerable<Resource> resources, Say say)
        => string.Join('\n', resources.Select(x => $"{CommonChoices.Resource.Label(x.Kind, say)} | {x.Link} | {x.Title}")) is { Length: > 0 } cell ? cell : null;

    /// <summary>Refusals: <c>import.resource</c>, <c>import.resource-link</c>, <c>import.too-long</c>, <c>import.resources-full</c>. One that is named twice is one.</summary>
    public static Result<IReadOnlyList<ResourceRead>> Read(string cell)
    {
        var all = new List<ResourceRead>();
        foreach (var line in cell.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.Split('|', 3, StringSplitOptions.TrimEntries) is not [var kind, var link, { Length: > 0 } title] || !CommonChoices.Resource.TryRead(kind, out var read))
            {
                return new Refusal("import.resource", line.Cut(60));
            }

            if (link is not ("" or CommonFields.Nothing) && (!WebLink.Fits(link) || link.Length > Resource.LongestLink))
            {
                return new Refusal("import.link", link.Cut(60));
            }

            if (title.Length > Resource.LongestTitle)
            {
                return new Refusal("import.too-long", Resource.LongestTitle, title.Length);
            }

            if (!all.Exists(x => Fold.Of(x.Title) == Fold.Of(title)))
            {
                all.Add(new ResourceRead(title, read, link is "" or CommonFields.Nothing ? null : link));
            }
        }

        return all.Count > Resource.Most ? new Refusal("import.resources-full", Resource.Most, all.Count) : all;
    }
}

/// <summary>A resource as a cell says it.</summary>
internal sealed record ResourceRead(string Title, ResourceKind Kind, string? Link)
{
    public Resource To(Common common, Request r) => new()
    {
        CommunityId = common.CommunityId,
        CommonId = common.Id,
        Title = Title,
        FoldedTitle = Fold.Of(Title),
        Kind = Kind,
        Link = Link,
        AddedBy = r.Caller.PersonId,
        AddedAt = r.Now,
    };
}
