using Unisson.Bot.Kernel;

namespace Unisson.Bot.Moving;

/// <summary>Reads the cells of a row by the options of the commands that say the same, and gathers what is wrong.</summary>
internal sealed class RowReading(SheetRow row, List<WrongCell> wrong, Reading reading)
{
    public bool IsRight { get; private set; } = true;

    public void IsWrong(Column column, Refusal why)
    {
        IsRight = false;
        wrong.Add(new WrongCell(row.Line, column, why));
    }

    /// <summary>Null where it is empty or wrong.</summary>
    public string? Text(Column column, Option<string> option)
    {
        if (row[column] is not { } cell)
        {
            return null;
        }

        if (cell.Length > option.Longest)
        {
            IsWrong(column, new Refusal("import.too-long", option.Longest, cell.Length));
            return null;
        }

        return cell;
    }

    /// <summary>Null where it is empty or wrong.</summary>
    /// <param name="code">Of the refusal, where it is no list that says what fits.</param>
    public T? Value<T>(Column column, Option<T> option, string code = "import.choice")
        where T : struct
    {
        if (row[column] is not { } cell)
        {
            return null;
        }

        if (option.Read(cell.Trim(), reading).Refused(out _, out var value))
        {
            IsWrong(column, new Refusal(code, cell.Cut(40), option.Choices?.Values.Select(v => option.Choices.Label(v, reading.Say))));
            return null;
        }

        return value;
    }

    public IReadOnlyList<ResourceRead> Resources(Column column)
    {
        if (row[column] is not { } cell)
        {
            return [];
        }

        if (ResourceCell.Read(cell).Refused(out var refusal, out var resources))
        {
            IsWrong(column, refusal);
            return [];
        }

        return resources;
    }
}
