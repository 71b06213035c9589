using Unisson.Bot.Kernel;
using Fields = Unisson.Bot.Contributions.ContributionFields;

namespace Unisson.Bot.Contributions;

/// <summary><c>/contribution correct</c>: another amount or other words, as a new line that points at the old (rule 11). Of whom it is about, or of who wrote it where that is nobody with an account.</summary>
public static class ContributionCorrect
{
    public const string Path = "contribution correct";

    public static CommandSpec Spec { get; } = new(Groups.Contribution, new("correct", "corriger"))
    {
        Allow = Allow.Member,
        Options = [Fields.Line, Fields.Amount, Fields.What],
        Form = [Fields.Line, Fields.Amount, Fields.What],
        Positions = Fields.CorrectPositions,
        Run = RunAsync,
    };

    private static async Task<Result<Reply>> RunAsync(Request r, CancellationToken ct)
    {
        if (!r.Given(Fields.Amount) && !r.Given(Fields.What))
        {
            return new Refusal("contribution.nothing-to-correct") { Mend = r.Line.With("amount", CommandLine.Blank) };
        }

        if ((await Standing.FindAsync(r, r.Get(Fields.Line), ct)).Refused(out var refusal, out var before)
            || (refusal = await Owning.RefusedAsync(r, before.Line, ct)) is not null
            || GivenNow(r, before).Refused(out refusal, out var now))
        {
            return refusal;
        }

        var what = r.Given(Fields.What, out var said) ? Subject.OneLine(said) : before.What ?? "";
        if (now == before.Given && string.Equals(what, before.What, StringComparison.Ordinal))
        {
            return new Refusal("contribution.same", before.Line.Label);
        }

        var told = await TellingLine.LoadAsync(r, before.Line, ct);
        var entry = told.Entry(LineKind.Correction, r.Caller.PersonId, now.Minutes - (before.Given.Minutes ?? 0), now.Cents - (before.Given.Cents ?? 0), what) with
        {
            Amount = r.Given(Fields.Amount, out var amount) ? amount.Text : before.Amount,
        };
        var line = await Ledger.AppendAsync(r, entry, ct);
        await Ledger.PostAsync(r, Said, line, ct);
        return Said(new Telling(r.Say, r.Caller.Channel is not null));

        Reply Said(Telling telling) => new(telling.Say["contribution.corrected", line.Label, before.Line.Label, told.Of(telling, now, what)])
        {
            Lines = [telling.Say["contribution.before", told.Of(telling, before.Given, before.What ?? "")]],
        };
    }

    /// <summary>In the unit that the line has. More than a line may hold without a witness is none of a correction.</summary>
    private static Result<Given> GivenNow(Request r, Standing before)
    {
        var was = before.Given;
        if (!r.Given(Fields.Amount, out var amount))
        {
            return was;
        }

        var mend = r.Line.With("amount", CommandLine.Blank);
        if (Given.Of(was.Kind, amount).Refused(out var refusal, out var now))
        {
            return refusal with { Mend = mend };
        }

        if ((was.Minutes is not null && now.Cents is not null) || (was.Cents is not null && now.Minutes is not null))
        {
            return new Refusal("contribution.other-unit", amount.Text, before.Line.Label) { Mend = mend };
        }

        return now.IsLarge && (now.Minutes > was.Minutes || now.Cents > was.Cents || (was.Minutes ?? was.Cents) is null)
            ? new Refusal("contribution.large-correction", amount.Text, before.Line.Label) { Mend = new CommandLine(ContributionWithdraw.Path, ("line", before.Line.Label)) }
            : now;
    }
}
