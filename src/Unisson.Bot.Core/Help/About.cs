using Unisson.Bot.Kernel;

namespace Unisson.Bot.Help;

/// <summary><c>/about</c>: who runs this and how to reach them, what for, what is kept and how long, which rights people have, what leaves.</summary>
public static class About
{
    public static CommandSpec Spec { get; } = new(null, new("about", "infos", "à-propos"))
    {
        Allow = Allow.Anyone,
        Reads = true,
        Run = (r, _) => Task.FromResult<Result<Reply>>(Said(r)),
    };

    private static Reply Said(Request r)
    {
        var settings = r.Settings;
        return new Reply(settings.OperatorName is { } name ? r.Say["about.run-by", name] : r.Say["about.run-by-nobody"])
        {
            Lines =
            [
                settings.OperatorContact is { } contact ? r.Say["about.contact", contact] : r.Say["about.no-contact"],
                r.Say["about.purposes"],
                r.Say["about.reads"],
                r.Say["about.kept"],
                r.Say["about.rights", HelpOnCommand.Typed(r.Catalogue["my show"], r.Say)],
                r.Say["about.leaves"],
                r.Say["about.licence", HostSettings.Version],
            ],
        };
    }
}
