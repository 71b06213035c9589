namespace Unisson.Bot.Dates;

/// <summary>A moment ahead, or a rhythm and the first moment of it: « demain 9h », « chaque mardi 9h ».</summary>
/// <param name="At">UTC.</param>
public sealed record Wish(DateTimeOffset At, Repeat? Rhythm);
