using Unisson.Bot.Contributions;
using Unisson.Bot.Files;
using Unisson.Bot.Kernel;

namespace Unisson.Bot.Moving;

/// <summary>
/// <c>/setup export</c>: people, commons or contributions of the community as a file that <c>/setup import</c> takes in elsewhere. It never holds
/// availability, asks, answers or private experience, and names as design 13 lets them leave.
/// </summary>
public static class SetupExport
{
    private static readonly Option<Moved> What = Options.Choice("what", "quoi", MovedChoices.What, needed: true);

    public static CommandSpec Spec { get; } = new(Groups.Setup, new("export", "exporter"))
    {
        Allow = Allow.Admin,
        Options = [What, ContributionFields.Format],
        Reads = true,
        Run = RunAsync,
    };

    private static async Task<Result<Reply>> RunAsync(Request r, CancellationToken ct)
    {
        var (table, isJson) = (Table.Of(r.Get(What)), r.Value(ContributionFields.Format) == ExportFormat.Json);
        var (leaving, now, tooLarge) = (new Leaving(r.Read, r.Caller.CommunityId, r.Say), r.Now, r.Say["export.too-large"]);
        var name = $"unisson-{MovedChoices.What.English(table.What)}";
        var file = isJson
            ? new ReplyFile($"{name}.json", "application/json", "") { Streaming = new((into, stop) => SheetWriter.JsonAsync(into, table, leaving, now, stop), tooLarge) }
            : new ReplyFile($"{name}.csv", "text/csv", "") { Streaming = new((into, stop) => SheetWriter.CsvAsync(into, table, leaving, stop), tooLarge) };
        return await table.Told(r, ct) with { Files = [file] };
    }
}
