using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;

namespace Unisson.Bot.Dates;

/// <summary>Why a phrase has no answer. The sentence that helps depends on it.</summary>
public enum Reason
{
    /// <summary>Nothing was typed.</summary>
    Empty,

    /// <summary>Not the words of such a field, or some of them were left over.</summary>
    Nonsense,

    /// <summary>Understood, and too wide to act upon: "later", "in a few days".</summary>
    Vague,

    /// <summary>No such day, hour or size: 31 February, 25:00, -3h, 20,000 h.</summary>
    Impossible,

    /// <summary>Two parts exclude each other: a weekday that does not fit its date.</summary>
    Contradiction,

    /// <summary>Two fair readings; both are given so that a question can name them.</summary>
    Ambiguous,

    /// <summary>Several hours in one rhythm: 9:00 and 18:00.</summary>
    SeveralHours,

    /// <summary>Gone by, in a field that looks ahead.</summary>
    Past,

    /// <summary>Still to come, in a field that looks back.</summary>
    Ahead,

    /// <summary>Money other than euros.</summary>
    OtherCurrency,
}

/// <summary>What a phrase says: one value, or why there is none.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Reading<T>
    where T : notnull
{
    private readonly T? _first;
    private readonly T? _second;

    internal Reading(T? first, T? second, Reason? refused)
    {
        _first = first;
        _second = second;
        Refused = refused;
    }

    /// <summary>Null when the phrase was read.</summary>
    public Reason? Refused { get; }

    public T Value => Refused is null ? _first! : throw new InvalidOperationException($"Not read: {Refused}.");

    /// <summary>Both fair readings, with <see cref="Reason.Ambiguous"/> only.</summary>
    public (T First, T Second)? Readings => Refused == Reason.Ambiguous ? (_first!, _second!) : null;

    public static implicit operator Reading<T>(T value) => new(value, default, null);

    public static implicit operator Reading<T>(Reason reason) => new(default, default, reason);

    public bool Is([MaybeNullWhen(false)] out T value)
    {
        value = _first;
        return Refused is null;
    }

    /// <summary>Goes on with each fair reading. One that leads nowhere (a moment gone by) leaves the field to the other.</summary>
    internal Reading<TNext> Then<TNext>(Func<T, Reading<TNext>> next)
        where TNext : notnull
    {
        if (Refused is null)
        {
            return next(_first!);
        }

        return Refused == Reason.Ambiguous ? Reading<TNext>.Between(next(_first!), next(_second!)) : Refused.Value;
    }

    internal static Reading<T> Between(Reading<T> one, Reading<T> other)
    {
        var fair = one.Fair().Concat(other.Fair()).Distinct().Take(2).ToArray();
        return fair switch
        {
            [] => one,
            [var only] => only,
            [var first, var second, ..] => TwoReadings.Of(first, second),
        };
    }

    private IEnumerable<T> Fair() => Refused switch
    {
        null => [_first!],
        Reason.Ambiguous => [_first!, _second!],
        _ => [],
    };
}

/// <summary>For phrases that two people would read differently.</summary>
public static class TwoReadings
{
    /// <summary>Ambiguous, unless both are the same.</summary>
    public static Reading<T> Of<T>(T first, T second)
        where T : notnull =>
        EqualityComparer<T>.Default.Equals(first, second) ? first : new Reading<T>(first, second, Reason.Ambiguous);
}
