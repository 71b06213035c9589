namespace Unisson.Bot.Documents;

/// <summary>What the answer to a tender is written from.</summary>
internal sealed record Kit
{
    public required string Title { get; init; }

    /// <summary><c>tender</c>, <c>project-call</c>, …: what the answer is an answer to.</summary>
    public required string Kind { get; init; }

    public required Listed? Sponsor { get; init; }

    public required string? Reference { get; init; }

    /// <summary>A day, or an instant where an hour was said.</summary>
    public required object? Deadline { get; init; }

    public required string? Place { get; init; }

    public required DateOnly? Starts { get; init; }

    public required DateOnly? Ends { get; init; }

    /// <summary>Of what the mission will make.</summary>
    public required string? Licence { get; init; }

    /// <summary>As the team wrote them, line by line.</summary>
    public required IReadOnlyList<string> Needs { get; init; }

    /// <inheritdoc cref="Needs"/>
    public required IReadOnlyList<string> Deliverables { get; init; }

    public required IReadOnlyList<Part> Roles { get; init; }

    public required IReadOnlyList<KitCommon> Commons { get; init; }

    public required IReadOnlyList<Promise> Pledges { get; init; }

    public required IReadOnlyList<Accepted> Accepted { get; init; }

    /// <summary>Which terms were agreed, of nobody in particular; null where none were yet.</summary>
    public required Listed? Terms { get; init; }
}

/// <summary>A common that the mission leans on.</summary>
internal sealed record KitCommon
{
    public required string Name { get; init; }

    public required IReadOnlyList<string> About { get; init; }

    public required string? Licence { get; init; }

    public required IReadOnlyList<Address> Links { get; init; }

    public required IReadOnlyList<KitResource> Resources { get; init; }

    /// <summary>Resources that are not listed here.</summary>
    public required int More { get; init; }

    public required bool IsToBuild { get; init; }

    public required bool IsAsleep { get; init; }

    /// <summary>Rule 9: a helping commoner of the mission knows it.</summary>
    public required bool HasWitness { get; init; }
}

/// <summary>Something of a common that others can take up.</summary>
internal sealed record KitResource(Linked Title, Labelled Kind);

/// <summary>Who accepted the moral contract, in which role, and when.</summary>
internal sealed record Accepted(string Who, Labelled Role, DateOnly On);
