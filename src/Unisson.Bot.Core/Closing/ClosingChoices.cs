using Unisson.Bot.Kernel;

namespace Unisson.Bot.Closing;

/// <summary>Lists that people choose from.</summary>
public static class ClosingChoices
{
    public static Choices<LinkLives> Answer { get; } = new("link-lives", new(LinkLives.Yes, "yes"), new(LinkLives.ALittle, "a-little"), new(LinkLives.No, "no"));
}
