namespace Unisson.Bot.Kernel;

/// <summary>The languages that people are spoken to in, and that their lines are read in.</summary>
public enum Language
{
    English,
    French,
}
