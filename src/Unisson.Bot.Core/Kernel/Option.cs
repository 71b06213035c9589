namespace Unisson.Bot.Kernel;

/// <summary>What an option's value names, so that doors can complete it or show their own picker.</summary>
public enum Picks
{
    Nothing,
    Choice,
    Common,
    Mission,
    Call,
    Person,
    Line,
    Reminder,
    Channel,
    Command,
}

/// <summary>What readers of values need to know: whose words these are, when and where.</summary>
public sealed record Reading(Say Say)
{
    public Language Language => Say.Language;
}

/// <summary>One option of a command, a value that the command's code also uses as the key to what was given.</summary>
public abstract class Option(Name name)
{
    public Name Name { get; } = name;

    /// <summary>Needed options may be given by position, in the order in which they are declared.</summary>
    public bool Needed { get; init; }

    public Picks Picks { get; init; }

    /// <summary>The closed list of values, if it is one.</summary>
    public Choices? Choices { get; init; }

    /// <summary>By position it takes as many unquoted words as it can read together: <c>mardi 18 h</c>, <c>120 €</c>.</summary>
    public bool IsGreedy { get; init; }

    /// <summary>The whole numbers it takes, where it is nothing but a number.</summary>
    public (int Least, int Most)? Range { get; init; }

    /// <summary>Longest text in characters.</summary>
    public int Longest { get; init; } = 100;

    public abstract Result<object> ReadObject(string text, Reading reading);
}

/// <inheritdoc/>
public sealed class Option<T>(Name name, Func<string, Reading, Result<T>> read) : Option(name)
    where T : notnull
{
    public Result<T> Read(string text, Reading reading) => text.Length > Longest
        ? new Refusal("option.too-long", Name.In(reading.Language), Longest, text.Length)
        : read(text, reading);

    public override Result<object> ReadObject(string text, Reading reading)
        => Read(text, reading).Refused(out var refusal, out var value) ? refusal : Boxed(value);

    private static Result<object> Boxed(object value) => value;
}
