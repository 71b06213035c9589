namespace Unisson.Bot.Languages;

/// <summary>The languages every text exists in. They are equals: none is a fallback for the other.</summary>
public enum Language
{
    English,
    French,
}
