namespace Unisson.Bot.Commons;

/// <summary>What a resource of a common is.</summary>
public enum ResourceKind
{
    Recipe,
    Document,
    Code,
    Place,
    Link,
}

/// <summary>Something of a common that others can take up: a recipe, a document, code, a place, a link.</summary>
public sealed class Resource
{
    public const int LongestTitle = 120;

    public const int LongestLink = 500;

    /// <summary>Most resources of one common.</summary>
    public const int Most = 50;

    public long Id { get; init; }

    public long CommunityId { get; init; }

    public long CommonId { get; init; }

    /// <summary>As it was typed first.</summary>
    public required string Title { get; init; }

    /// <summary>The title folded, unique in the common: by it the resource is named again.</summary>
    public required string FoldedTitle { get; init; }

    public ResourceKind Kind { get; set; }

    /// <summary>Where it is to be found; null where the title says it all.</summary>
    public string? Link { get; set; }

    public long AddedBy { get; init; }

    public DateTimeOffset AddedAt { get; init; }
}
