using Unisson.Bot.Calls;
using Unisson.Bot.Commoners;
using Unisson.Bot.Kernel;

namespace Unisson.Bot.Commons;

/// <summary>
/// <c>/common terms</c>: its steward says how many asks a month the people of a common may get in all, and on which terms (rule 5). Refusals:
/// <c>common.terms-empty</c>, <c>common.terms-asks</c>.
/// </summary>
public static class CommonTerms
{
    private const int MostAsks = 500;

    private static readonly HashSet<string> NoLimit = new([CommonFields.Nothing, "none", "no limit", "any", "sans", "sans limite", "aucune", "aucune limite"], StringComparer.Ordinal);

    private static readonly Option<string> Which = Options.Text("common", "commun", needed: true, picks: Picks.Common);
    private static readonly Option<int> Asks = new(("asks", "demandes"), ReadAsks);
    private static readonly Option<Terms> OnTerms = CommonerChoices.OrAny(Options.Flags("terms", "contrepartie", CommonerChoices.Terms));
    private static readonly Option<string> Note = Options.Text("note", "mot", 300);

    public static CommandSpec Spec { get; } = new(Groups.Common, new("terms", "conditions"))
    {
        Allow = Steward.Of(Which),
        Options = [Which, Asks, OnTerms, Note],
        Form = [Asks, OnTerms, Note],
        Run = RunAsync,
    };

    private static async Task<Result<Reply>> RunAsync(Request r, CancellationToken ct)
    {
        if ((await r.CommonAsync(Which, ct)).Refused(out var refusal, out var common))
        {
            return refusal;
        }

        if (!r.Given(Asks) && !r.Given(OnTerms) && !r.Given(Note))
        {
            return new Refusal("common.terms-empty", common.Name) { Mend = r.Line.With("common", common.Slug).With("asks", CommandLine.Blank) };
        }

        Apply(r, common);
        r.Db.Audit.Add(new Storage.AuditRow { CommunityId = common.CommunityId, PersonId = r.Caller.PersonId, At = r.Now, Command = Spec.Path });
        await r.Db.SaveChangesAsync(ct);
        return new Reply(r.Say["common.terms-set", common.Name])
        {
            Lines = [.. Words(common, r.Say), .. await UsedAsync(r, common, ct) is { } used ? [used] : Array.Empty<string>()],
        };
    }

    private static void Apply(Request r, Common common)
    {
        if (r.Given(Asks, out var asks))
        {
            common.AskBudget = asks < 0 ? null : asks;
        }

        common.Terms = r.Value(OnTerms) ?? common.Terms;
        common.TermsNote = r.Text(Note) switch { null => common.TermsNote, CommonFields.Nothing => null, var said => said };
    }

    /// <summary>What the steward set, for everybody.</summary>
    internal static IEnumerable<string> Words(Common common, Say say)
    {
        yield return common.AskBudget is { } asks ? say["common.asks", asks] : say["common.asks-free"];
        yield return common.Terms == Terms.None ? say["common.terms-any"] : say["common.terms", Labels(common.Terms, say)];
        if (common.TermsNote is { } note)
        {
            yield return say["common.terms-note", note];
        }
    }

    /// <summary>How much of the month's asks is used, to the steward alone and in a band.</summary>
    internal static async Task<string?> UsedAsync(Request r, Common common, CancellationToken ct)
    {
        if (common.StewardId != r.Caller.PersonId || common.AskBudget is not { } budget)
        {
            return null;
        }

        var left = budget - await CommonBudget.UsedAsync(r.Db, common, r.Caller.CommunityZone, r.Now, ct);
        return r.Say[left <= 0 ? "common.used-up" : left * 2 >= budget ? "common.used-little" : "common.used-much"];
    }

    internal static IEnumerable<string> Labels(Terms terms, Say say)
        => CommonerChoices.Terms.Values.Where((_, i) => ((int)terms & (1 << i)) != 0).Select(v => CommonerChoices.Terms.Label(v, say).ToLower(say.Culture));

    private static Result<int> ReadAsks(string text, Reading reading)
    {
        _ = reading;
        return NoLimit.Contains(Fold.Of(text)) ? -1
            : int.TryParse(text, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var asks) && asks <= MostAsks ? asks
            : new Refusal("common.terms-asks", text, MostAsks);
    }
}
