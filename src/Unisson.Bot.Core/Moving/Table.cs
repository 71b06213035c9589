using Unisson.Bot.Kernel;
using Unisson.Bot.Storage;

namespace Unisson.Bot.Moving;

/// <summary>A column of a file: its head is the text <c>table.KEY</c>, in either language.</summary>
/// <param name="Needed">Without it a file cannot be taken in.</param>
internal sealed record Column(string Key, bool Needed = false)
{
    public string Head(Say say) => say[$"table.{Key}"];
}

/// <summary>What is in a file of one kind, and how it goes out and comes in. Cells are in the order of the columns; null is empty.</summary>
internal sealed record Table(Moved What, IReadOnlyList<Column> Columns)
{
    /// <summary>The rows that leave; each look at them opens its own context.</summary>
    public required Func<Leaving, CancellationToken, IAsyncEnumerable<string?[]>> Rows { get; init; }

    /// <summary>What is said of them: how many leave, and what stays.</summary>
    public required Func<Request, CancellationToken, Task<Reply>> Told { get; init; }

    /// <summary>Looks what a file would bring; stores nothing.</summary>
    public required Func<Request, Sheet, CancellationToken, Task<Plan>> Plan { get; init; }

    public static Table Of(Moved what) => what switch
    {
        Moved.People => PeopleTable.Table,
        Moved.Commons => CommonsTable.Table,
        _ => ContributionsTable.Table,
    };
}

/// <summary>Where a file leaves from, and in whose words.</summary>
internal sealed record Leaving(Func<BotDb> Read, long CommunityId, Say Say);

/// <summary>What a file would bring.</summary>
/// <param name="New">What would be stored, in words, in the order of the file.</param>
/// <param name="Known">Rows that are there already, and are passed over.</param>
/// <param name="Wrong">Rows that cannot be read: as long as there is one, nothing is stored.</param>
/// <param name="DoAsync">Stores all of it; gives further lines of the answer.</param>
internal sealed record Plan(IReadOnlyList<string> New, int Known, IReadOnlyList<WrongCell> Wrong, Func<CancellationToken, Task<IReadOnlyList<string>>> DoAsync);

/// <summary>What is wrong in a row, and what to write instead.</summary>
/// <param name="Line">Of the file, from 1.</param>
internal sealed record WrongCell(int Line, Column? Column, Refusal Why);
