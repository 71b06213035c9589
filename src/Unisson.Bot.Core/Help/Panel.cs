using Unisson.Bot.Kernel;

namespace Unisson.Bot.Help;

/// <summary><c>/unisson</c>: the panel, one tap for what people do most. Only what this version can do is on it.</summary>
public static class Panel
{
    public static CommandSpec Spec { get; } = new(null, new("unisson", "unisson"))
    {
        Allow = Allow.Anyone,
        Reads = true,
        Run = (r, _) => Task.FromResult<Result<Reply>>(Shown(r)),
    };

    /// <summary>They stand for a bare command: nothing in them is anybody's, so no row is behind them.</summary>
    public static IReadOnlyList<ActionSpec> Actions { get; } =
    [
        Of("panel-calls", "call list"),
        Of("panel-time", "availability show"),
        Of("panel-pause", "availability pause"),
        Of("panel-log", "contribution log"),
        Of("panel-missions", "mission list"),
        Of("panel-help", "help"),
    ];

    private static Reply Shown(Request r) => new(r.Say["panel.what", r.Caller.Name]) { Actions = [.. Actions.Select(a => a.On(0, r.Say))] };

    private static ActionSpec Of(string name, string path) => new(name, path, (_, _, _, _) => Task.FromResult<CommandLine?>(new CommandLine(path)));
}
