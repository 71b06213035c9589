using System.Text.Json.Nodes;

namespace Unisson.Matrix.Stub;

/// <summary>Something the bot did that Matrix forbids, or that this project forbids itself.</summary>
/// <param name="Rule">The rule's short name, for example <c>path.unknown</c> or <c>mentions.missing</c>.</param>
/// <param name="Where">The request in which it was seen.</param>
/// <param name="Detail">What was wrong.</param>
public sealed record Violation(string Rule, string Where, string Detail)
{
    public override string ToString() => $"[{Rule}] {Where}: {Detail}";
}

/// <summary>A request as it was answered.</summary>
/// <param name="Route">Method and path with its variables named, as in <see cref="StubRoutes"/>.</param>
/// <param name="Path">The path and query as sent.</param>
/// <param name="Status">The HTTP status; 0 if the line was cut before the request was read.</param>
/// <param name="ErrCode">Matrix's own error code, none if it went well.</param>
/// <param name="Json">The body, if it was JSON.</param>
public sealed record StubRequest(string Route, string Path, int Status, string? ErrCode, DateTimeOffset At, JsonObject? Json);

/// <summary>Thrown at the end of a test in which the bot broke a rule.</summary>
public sealed class StubViolationException(IReadOnlyList<Violation> violations)
    : Exception($"The bot broke {violations.Count} rule(s) of Matrix:\n" + string.Join('\n', violations))
{
    /// <summary>In the order in which they were seen.</summary>
    public IReadOnlyList<Violation> Violations { get; } = violations;
}
