using Unisson.Bot.Kernel;

namespace Unisson.Bot.Contributions;

/// <summary>What a ledger is taken out as.</summary>
public enum ExportFormat
{
    Csv,
    Json,
}

/// <summary>Lists that people choose from.</summary>
public static class ContributionChoices
{
    public static Choices<ContributionKind> Kind { get; } = new(
        "contribution-kind",
        new(ContributionKind.Time, "time"),
        new(ContributionKind.Money, "money"),
        new(ContributionKind.Code, "code"),
        new(ContributionKind.Documentation, "documentation", "doc", "recette", "recipe"),
        new(ContributionKind.Resource, "resource", "matériel", "données", "equipment", "data"),
        new(ContributionKind.Place, "place", "lieu", "accueil"),
        new(ContributionKind.Connection, "connection", "lien"),
        new(ContributionKind.Event, "event"),
        new(ContributionKind.Other, "other"));

    public static Choices<ExportFormat> Format { get; } = new(
        "ledger-format",
        new(ExportFormat.Csv, "csv", "tableur", "spreadsheet"),
        new(ExportFormat.Json, "json", "données", "data"));
}
