using Unisson.Bot.Communities;
using Unisson.Bot.Deliveries;
using Unisson.Bot.Files;
using Unisson.Bot.Kernel;

namespace Unisson.Bot.Moving;

/// <summary>
/// <c>/setup import</c>: takes people, commons or contributions in from a spreadsheet. It shows first what the file would bring and what is wrong
/// in it; a gesture takes it in, whole or not at all. What is there already is passed over. A consent is never taken from a file (rule 1).
/// </summary>
public static class SetupImport
{
    private const int Shown = 3, MostWrong = 20;

    private static readonly Option<Moved> What = Options.Choice("what", "quoi", MovedChoices.What, needed: true);
    private static readonly Option<KeptFile> File = KeptFile.Option("file", "fichier");
    private static readonly Option<YesNo> DryRun = Options.Choice("dry-run", "essai", CommunityChoices.YesNo);

    public static CommandSpec Spec { get; } = new(Groups.Setup, new("import", "importer"))
    {
        Allow = Allow.Admin,
        Options = [What, File, DryRun],
        Run = RunAsync,
    };

    private static async Task<Result<Reply>> RunAsync(Request r, CancellationToken ct)
    {
        var table = Table.Of(r.Get(What));
        if ((await GivenFiles.ReadAsync(r, r.Get(File), ct)).Refused(out var refusal, out var file)
            || Sheet.Read(file.Bytes, table, r.Say).Refused(out refusal, out var sheet))
        {
            return refusal with { Mend = r.Line.With("file", CommandLine.Blank) };
        }

        var plan = await table.Plan(r, sheet, ct);
        IReadOnlyList<WrongCell> wrong = [.. sheet.Wrong.Concat(plan.Wrong).OrderBy(w => w.Line)];
        if (wrong.Count > 0)
        {
            return Wrong(r, file, sheet, wrong);
        }

        if (plan.New.Count == 0)
        {
            return new Reply(r.Say["import.nothing", file.Name.Cut(40), plan.Known]) { Lines = Ignored(r, sheet) };
        }

        return r.Value(DryRun) == YesNo.No ? await DoAsync(r, plan, ct) : await PreviewAsync(r, file, sheet, plan, ct);
    }

    private static async Task<Reply> DoAsync(Request r, Plan plan, CancellationToken ct)
    {
        var lines = await plan.DoAsync(ct);
        await GivenFiles.DropAsync(r, r.Get(File), ct);
        r.Note();
        return new Reply(r.Say["import.done", Count(r, plan)])
        {
            Lines = [.. Known(r, plan), .. lines],
        };
    }

    private static async Task<Reply> PreviewAsync(Request r, GivenFile file, Sheet sheet, Plan plan, CancellationToken ct)
    {
        IReadOnlyList<ReplyAction> actions = r.Given(DryRun)
            ? []
            : [Drafts.Send.On((await Drafts.KeepAsync(r, [r.Line.With("dry-run", CommunityChoices.YesNo.English(YesNo.No))], ct))[0], r.Say["import.do"])];
        return new Reply(r.Say["import.preview", file.Name.Cut(40), Count(r, plan)])
        {
            Lines =
            [
                .. plan.New.Take(Shown).Select(n => $"· {n.Cut(200)}"),
                .. plan.New.Count > Shown ? [r.Say["list.more", plan.New.Count - Shown]] : Array.Empty<string>(),
                .. Known(r, plan),
                .. Ignored(r, sheet),
            ],
            Actions = actions,
        };
    }

    private static Reply Wrong(Request r, GivenFile file, Sheet sheet, IReadOnlyList<WrongCell> wrong) => new(r.Say["import.wrong", file.Name.Cut(40), wrong.Count])
    {
        Lines =
        [
            .. wrong.Take(MostWrong).Select(w => w.Column is { } column
                ? r.Say["import.wrong-cell", w.Line, column.Head(r.Say), r.Say[w.Why.Code, w.Why.Args]]
                : r.Say["import.wrong-row", w.Line, r.Say[w.Why.Code, w.Why.Args]]),
            .. wrong.Count > MostWrong ? [r.Say["list.more", wrong.Count - MostWrong]] : Array.Empty<string>(),
            .. Ignored(r, sheet),
            r.Say["import.mend"],
        ],
        Refused = "import.wrong",
    };

    /// <summary>« 2 communs ».</summary>
    private static string Count(Request r, Plan plan) => r.Say[$"import.count.{MovedChoices.What.English(r.Get(What))}", plan.New.Count];

    private static string[] Known(Request r, Plan plan) => plan.Known == 0 ? [] : [r.Say["import.known", plan.Known]];

    private static string[] Ignored(Request r, Sheet sheet) => sheet.Ignored.Count == 0 ? [] : [r.Say["import.ignored", sheet.Ignored.Take(10)], r.Say["import.no-consent"]];
}
