namespace Unisson.Discord.Stub;

/// <summary>Something the bot did that Discord refuses, or that this project forbids itself.</summary>
/// <param name="Rule">The rule's short name, for example <c>schema</c>, <c>path.unknown</c>, <c>mentions.explicit</c>.</param>
/// <param name="Where">The request or frame in which it was seen.</param>
/// <param name="Detail">What was wrong, and at which field.</param>
public sealed record Violation(string Rule, string Where, string Detail)
{
    public override string ToString() => $"[{Rule}] {Where}: {Detail}";
}

/// <summary>A request the bot sent, as it was answered.</summary>
/// <param name="Route">Method and path with its variables named, for example <c>POST /channels/{channel_id}/messages</c>.</param>
/// <param name="Path">The path as sent, without <c>/api/v10</c>.</param>
/// <param name="Code">Discord's own error code, 0 if none.</param>
public sealed record StubRequest(string Route, string Path, int Status, int Code, DateTimeOffset At, string Body);

/// <summary>Thrown at the end of a test in which the bot broke a rule.</summary>
public sealed class StubViolationException(IReadOnlyList<Violation> violations)
    : Exception($"The bot broke {violations.Count} rule(s) of Discord:\n" + string.Join('\n', violations))
{
    /// <summary>In the order in which they were seen.</summary>
    public IReadOnlyList<Violation> Violations { get; } = violations;
}
