using Unisson.Bot.Kernel;

namespace Unisson.Bot.Commons;

/// <summary>Lists that people choose from.</summary>
public static class CommonChoices
{
    public static Choices<CommonState> State { get; } = new("common-state", new(CommonState.Living, "living"), new(CommonState.ToBuild, "to-build"), new(CommonState.Asleep, "asleep"));

    public static Choices<ResourceKind> Resource { get; } = new(
        "resource-kind",
        new(ResourceKind.Recipe, "recipe"),
        new(ResourceKind.Document, "document", "doc"),
        new(ResourceKind.Code, "code"),
        new(ResourceKind.Place, "place"),
        new(ResourceKind.Link, "link"));
}
