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
    public T? Value<T>(Column column, Option<T> option)
        where T : struct
    {
        if (row[column] is not { } cell)
        {
            return null;
        }

        if (option.Read(cell.Trim(), reading).Refused(out var refusal, out var value))
        {
            IsWrong(column, option.Choices is { } choices ? new Refusal("import.choice", cell.Cut(40), choices.Values.Select(v => choices.Label(v, reading.Say))) : refusal);
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
