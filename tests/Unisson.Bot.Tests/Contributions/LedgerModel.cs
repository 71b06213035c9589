using Unisson.Bot.Contributions;

namespace Unisson.Bot.Tests.Contributions;

/// <summary>What a ledger is: a list, and what waits to stand in it. It says which answer each act must get.</summary>
internal sealed class LedgerModel
{
    private readonly HashSet<Row> _untold = new(ReferenceEqualityComparer.Instance);

    public List<Row> Rows { get; } = [];

    public Dictionary<string, Waits> Waiting { get; } = new(StringComparer.Ordinal);

    /// <summary>A line as the ledger holds it; About is a number.</summary>
    public sealed record Row(LineKind Kind, int? About, string Author, string Person, long Minutes);

    public sealed record Waits(string Author, string Person, long Minutes, bool IsAgreed);

    /// <summary>Whether it waits instead of standing.</summary>
    public bool Log(string by, string about, long minutes)
    {
        if (by == about && minutes <= Given.LargestMinutes)
        {
            Rows.Add(new Row(LineKind.Line, null, by, by, minutes));
            return false;
        }

        return true;
    }

    /// <summary>The refusal's code; null when it is done.</summary>
    public string? Confirm(string by, string label)
    {
        if (!Waiting.TryGetValue(label, out var waits))
        {
            return "contribution.no-proposal";
        }

        var (author, person, minutes, agreed) = waits;
        if (agreed)
        {
            if (by == author || by == person)
            {
                return "contribution.own-witness";
            }

            Waiting.Remove(label);
            Rows.Add(new Row(LineKind.Line, null, author, person, minutes));
            Rows.Add(new Row(LineKind.Witness, Rows.Count, by, person, 0));
            return null;
        }

        if (by != person)
        {
            return by == author ? "contribution.not-yours" : "contribution.no-proposal";
        }

        if (minutes > Given.LargestMinutes)
        {
            Waiting[label] = waits with { IsAgreed = true };
            return null;
        }

        Waiting.Remove(label);
        Rows.Add(new Row(LineKind.Line, null, author, person, minutes));
        return null;
    }

    public string? Witness(string by, int number)
    {
        if (Unfit(number) is { } code)
        {
            return code;
        }

        var line = Rows[number - 1];
        if (by == line.Author || by == line.Person)
        {
            return "contribution.own-witness";
        }

        if (After(number).Any(r => r.Row.Kind == LineKind.Witness && r.Row.Author == by && !After(r.Number).Any()))
        {
            return "contribution.witnessed-before";
        }

        Rows.Add(new Row(LineKind.Witness, number, by, line.Person, 0));
        return null;
    }

    public string? Correct(string by, int number, long minutes)
    {
        if (Unfit(number) is { } code)
        {
            return code;
        }

        var (line, now) = (Rows[number - 1], Now(number));
        if (by != line.Person)
        {
            return "contribution.not-your-line";
        }

        if (minutes > Given.LargestMinutes && minutes > now)
        {
            return "contribution.large-correction";
        }

        if (minutes == now)
        {
            return "contribution.same";
        }

        Rows.Add(new Row(LineKind.Correction, number, by, line.Person, minutes - now));
        return null;
    }

    public string? Withdraw(string by, int number)
    {
        if (number <= Rows.Count && Rows[number - 1] is { Kind: LineKind.Witness } witness && witness.Author == by)
        {
            if (After(number).Any())
            {
                return "contribution.withdrawn-witness";
            }

            Rows.Add(new Row(LineKind.Withdrawal, number, by, witness.Person, 0));
            return null;
        }

        if (Unfit(number) is { } code)
        {
            return code;
        }

        if (by != Rows[number - 1].Person)
        {
            return "contribution.not-your-line";
        }

        Rows.Add(new Row(LineKind.Withdrawal, number, by, by, -Now(number)));
        return null;
    }

    /// <summary>Who is forgotten takes with them what waits by their name or for their yes, and the words of the lines about them; who comes back is somebody new.</summary>
    public void Forget(string who)
    {
        // A witness's line has no words to lose, and the reason of a withdrawal is of who gave it.
        _untold.UnionWith(Rows.Where(r => r.Kind != LineKind.Witness && (r.Person == who || (r.Kind == LineKind.Withdrawal && r.Author == who))));
        foreach (var (label, _) in Waiting.Where(w => w.Value.Author == who || w.Value.Person == who).ToList())
        {
            Waiting.Remove(label);
        }
    }

    /// <summary>Whether a line still has its words.</summary>
    public bool IsTold(Row row) => !_untold.Contains(row);

    /// <summary>What is left of a line.</summary>
    private long Now(int number) => Rows[number - 1].Minutes + After(number).Sum(r => r.Row.Minutes);

    private string? Unfit(int number) => number > Rows.Count ? "contribution.no-line"
        : Rows[number - 1].Kind != LineKind.Line ? "contribution.about-line"
        : After(number).Any(r => r.Row.Kind == LineKind.Withdrawal) ? "contribution.withdrawn"
        : null;

    private IEnumerable<(int Number, Row Row)> After(int number) => Rows.Select((r, i) => (i + 1, r)).Where(r => r.r.About == number);
}
