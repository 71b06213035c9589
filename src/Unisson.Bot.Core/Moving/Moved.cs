using Unisson.Bot.Kernel;

namespace Unisson.Bot.Moving;

/// <summary>What a community takes in and out as a file.</summary>
public enum Moved
{
    People,
    Commons,
    Contributions,
}

/// <summary>Lists that people choose from.</summary>
public static class MovedChoices
{
    public static Choices<Moved> What { get; } = new(
        "moved",
        new(Moved.People, "people", "personne", "person"),
        new(Moved.Commons, "commons", "commun", "common"),
        new(Moved.Contributions, "contributions", "contribution", "registre", "ledger"));
}
