using Unisson.Bot.Files;
using Unisson.Bot.Kernel;

namespace Unisson.Bot.Exporting;

/// <summary><c>/my export</c>: all that is known about the one who asks, as data and as a page to read (rule 15). Others are in it by what they are, never by name.</summary>
public static class MyExport
{
    public static CommandSpec Spec { get; } = new(Groups.My, new("export", "exporter"))
    {
        Allow = Allow.Anyone,
        Reads = true,
        Run = RunAsync,
    };

    private static async Task<Result<Reply>> RunAsync(Request r, CancellationToken ct)
    {
        var sections = await OwnData.OfAsync(r, ct);
        return new Reply(r.Say["export.done"])
        {
            Lines = [r.Say["export.others"], r.Say["export.outside"]],
            Files =
            [
                new ReplyFile("unisson-me.json", "application/json", OwnDataFiles.Json(sections, r.Now)),
                new ReplyFile("unisson-me.html", "text/html", OwnDataFiles.Html(sections, r.Say)),
            ],
        };
    }
}
