namespace Unisson.Bot.Exporting;

/// <summary>A kind of thing that is known about a person, and all there is of it.</summary>
/// <param name="Key">In the data, and of its title: <c>data.KEY</c>.</param>
internal sealed record Section(string Key, IReadOnlyList<IReadOnlyList<Field>> Rows)
{
    public static Section Of<T>(string key, IEnumerable<T> rows, Func<T, IReadOnlyList<Field>> fields) => new(key, [.. rows.Select(fields)]);
}

/// <summary>One thing that is known.</summary>
/// <param name="Key">In the data, and of its label: <c>data.KEY</c>.</param>
/// <param name="Value">Text, number, yes or no, day, instant or members of a list; null when nothing is known.</param>
internal sealed record Field(string Key, object? Value);
