using Unisson.Bot.Kernel;

namespace Unisson.Bot.Forgetting;

/// <summary>What is erased.</summary>
public enum Forgotten
{
    All,
    Discord,
    Matrix,
}

/// <summary>The list of it; that of networks is called as their doors are.</summary>
public static class ForgettingChoices
{
    public static Choices<Forgotten> Forgotten { get; } = new("forgotten", new(Forgetting.Forgotten.All, "all", "tout", "everything"), new(Forgetting.Forgotten.Discord, "discord"), new(Forgetting.Forgotten.Matrix, "matrix"));
}
