using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Kernel;

namespace Unisson.Bot.Help;

/// <summary><c>/about</c>: who runs this and how to reach them, what for, what is kept and how long, which rights people have, what leaves.</summary>
public static class About
{
    public static CommandSpec Spec { get; } = new(null, new("about", "infos", "à-propos"))
    {
        Allow = Allow.Anyone,
        Reads = true,
        Run = RunAsync,
    };

    private static async Task<Result<Reply>> RunAsync(Request r, CancellationToken ct)
    {
        var settings = r.Settings;
        var closed = await r.Db.Doors.Where(d => d.Door == r.Caller.Door && d.IsPrivateClosed).AnyAsync(ct);
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
                .. closed ? [r.Say["about.private-closed"]] : Array.Empty<string>(),
                r.Say["about.licence", HostSettings.Version],
            ],
        };
    }
}
