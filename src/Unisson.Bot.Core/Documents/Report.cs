namespace Unisson.Bot.Documents;

/// <summary>What the closing report of a mission is written from.</summary>
internal sealed record Report
{
    public required string Title { get; init; }

    public required Listed? Sponsor { get; init; }

    public required string? Reference { get; init; }

    public required Labelled State { get; init; }

    /// <summary>Closed, lost or abandoned; before that it is a report on the way.</summary>
    public required bool IsOver { get; init; }

    /// <summary>The day on which it was written.</summary>
    public required DateOnly On { get; init; }

    public required IReadOnlyList<ReportStep> Steps { get; init; }

    public required IReadOnlyList<Part> Roles { get; init; }

    public required IReadOnlyList<Promise> Pledges { get; init; }

    public required IReadOnlyList<ReportSum> Sums { get; init; }

    public required IReadOnlyList<ReportLine> Lines { get; init; }

    /// <summary>What came beside the lines that are listed; null where all are.</summary>
    public required ReportRest? Rest { get; init; }

    public required IReadOnlyList<ReportLesson> Lessons { get; init; }

    public required IReadOnlyList<ReportLookback> Lookbacks { get; init; }
}

/// <summary>A step of the life cycle.</summary>
internal sealed record ReportStep(DateOnly On, Labelled State);

/// <summary>What a common was given, from the ledger.</summary>
/// <param name="Others">Contributions that have no amount.</param>
internal sealed record ReportSum(string Common, TimeSpan? Effort, Euros? Money, int Others);

/// <summary>A contribution.</summary>
/// <param name="What">Null once it was forgotten.</param>
/// <param name="Amount">Null where it has none: then its kind says what it was.</param>
/// <param name="Who">With that person's consent, and never beside money.</param>
internal sealed record ReportLine(DateOnly On, string Common, string? What, Labelled Kind, object? Amount, string? Who);

/// <inheritdoc cref="Report.Rest"/>
internal sealed record ReportRest(int Count, TimeSpan? Effort, Euros? Money);

/// <summary>What was learned about a common, and where the common has it.</summary>
internal sealed record ReportLesson(string Common, IReadOnlyList<string> Learned, Address Where, string? Licence);

/// <summary>Months later: whether the link with a common still lives.</summary>
internal sealed record ReportLookback(string Common, int Months, Labelled Answer, string? Note);
