using System.Diagnostics.CodeAnalysis;

namespace Unisson.Bot.Kernel;

/// <summary>
/// A "no" with its reason (rule 17): <paramref name="Code"/> is stable, is what tests and logs see, and is the key of the sentence in
/// <c>Texts.resx</c>; <paramref name="Args"/> fill that sentence.
/// </summary>
public sealed record Refusal(string Code, params object?[] Args)
{
    /// <summary>The line that mends it, with all that was typed kept; shown to be typed, or as a button.</summary>
    public CommandLine? Mend { get; init; }

    /// <summary>The fair readings of what was typed, where people differ: in words, and as a value with no other reading for the blank of <see cref="Mend"/>.</summary>
    public IReadOnlyList<(string Label, string Value)> Readings { get; init; } = [];

    /// <summary>The words were understood, and it is what they say that cannot be taken (a day gone by): they are not read as anything else.</summary>
    public bool IsUnderstood { get; init; }
}

/// <summary>Either a value or a <see cref="Kernel.Refusal"/>. Never use it with <c>object</c>: both conversions would fit.</summary>
[SuppressMessage("Usage", "CA2225:Operator overloads have named alternates", Justification = "Results are made by returning a value or a refusal.")]
public readonly record struct Result<T>
{
    private readonly T? _value;
    private readonly Refusal? _refusal;

    private Result(T? value, Refusal? refusal) => (_value, _refusal) = (value, refusal);

    public static implicit operator Result<T>(T value) => new(value, null);

    public static implicit operator Result<T>(Refusal refusal) => new(default, refusal);

    /// <summary>True with the refusal, false with the value.</summary>
    public bool Refused([NotNullWhen(true)] out Refusal? refusal, [MaybeNullWhen(true)] out T value)
    {
        (refusal, value) = (_refusal, _value!);
        return refusal is not null;
    }
}
