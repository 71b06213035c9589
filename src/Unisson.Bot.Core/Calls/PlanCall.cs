using System.Runtime.InteropServices;
using Unisson.Bot.Commoners;

namespace Unisson.Bot.Calls;

/// <summary>A call as the planner sees it. Instants are waking minutes.</summary>
public sealed record PlanCall
{
    public required int Places { get; init; }

    public int Filled { get; init; }

    /// <summary>Minutes asked of each person.</summary>
    public required int Minutes { get; init; }

    public int MinLevel { get; init; }

    public required long Opened { get; init; }

    public required long Deadline { get; init; }

    /// <summary>Asks of this call without an answer; each holds its minutes.</summary>
    public IReadOnlyList<OpenAsk> OpenAsks { get; init; } = [];

    /// <summary>Asks that the common can still send this month, planned ones taken off; null = no budget.</summary>
    public int? BudgetLeft { get; init; }

    /// <summary>From opening to deadline within one waking day.</summary>
    public bool IsUrgent => Deadline - Opened <= WakingTime.Day;
}

/// <summary>An ask without an answer.</summary>
/// <param name="AskedAt">When it left or will leave, waking minutes.</param>
/// <param name="Chance">Chance of a yes when it was planned: <see cref="PlannedAsk.Chance"/>.</param>
/// <param name="History">The person's history as it is now.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct OpenAsk(long PersonId, long AskedAt, double Chance, AskHistory History);
