namespace Unisson.Bot.Languages;

/// <summary>A text as an argument of another, said in the reader's language: the label of a choice in a refusal.</summary>
/// <param name="Key">Of the texts.</param>
public sealed record Labelled(string Key);
