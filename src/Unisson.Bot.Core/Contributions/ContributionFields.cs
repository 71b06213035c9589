using Unisson.Bot.Dates;
using Unisson.Bot.Kernel;

namespace Unisson.Bot.Contributions;

/// <summary>What can be said about a contribution, and how its words are told apart.</summary>
internal static class ContributionFields
{
    public static readonly Option<string> Common = Options.Text("common", "commun", 80, picks: Picks.Common);
    public static readonly Option<ContributionKind> Kind = Options.Choice("kind", "genre", ContributionChoices.Kind);
    public static readonly Option<string> What = Options.Text("what", "quoi", 200);
    public static readonly Option<string> Mission = Options.Text("mission", "mission", 20, picks: Picks.Mission);
    public static readonly Option<string> Person = Options.Text("person", "personne", 80, picks: Picks.Person);
    public static readonly Option<string> Name = Options.Text("name", "nom", 80);
    public static readonly Option<string> Link = Options.Text("link", "lien", 500);
    public static readonly Option<DateOnly> On = DateOptions.PastDay("on", "date");
    public static readonly Option<DateOnly> Since = DateOptions.PastDay("since", "depuis");
    public static readonly Option<string> Line = Options.Text("line", "ligne", 20, needed: true, picks: Picks.Line);

    public static readonly Option<ExportFormat> Format = Options.Choice("format", "format", ContributionChoices.Format);

    /// <summary>Takes all the words of an amount, one in another currency too, so that what is wrong with it can be said.</summary>
    public static readonly Option<AmountSaid> Amount = new(
        ("amount", "combien"),
        (text, reading) => Amounts.Read(text, reading.Language) is var read && IsAmount(read) ? new AmountSaid(text, read) : new Refusal("amount.nonsense", text))
    {
        IsGreedy = true,
    };

    private const int MostWords = 5;

    /// <summary>
    /// Common, amount and what, in this order. A first word that reads as an amount means that the common was left out; where neither the
    /// first nor the second does, the amount was.
    /// </summary>
    public static IReadOnlyList<Option> Positions(IReadOnlyList<string> words, Reading reading)
        => AmountAt(words, 0, reading) ? [Amount, What] : AmountAt(words, 1, reading) ? [Common, Amount, What] : [Common, What];

    /// <summary>A line, then an amount where one is said, then words.</summary>
    public static IReadOnlyList<Option> CorrectPositions(IReadOnlyList<string> words, Reading reading) => AmountAt(words, 1, reading) ? [Line, Amount, What] : [Line, What];

    private static bool AmountAt(IReadOnlyList<string> words, int from, Reading reading)
    {
        if (from >= words.Count || !Amounts.CanBegin(words[from]))
        {
            return false;
        }

        var text = "";
        for (var i = from; i < Math.Min(words.Count, from + MostWords); i++)
        {
            text += text.Length == 0 ? words[i] : " " + words[i];
            if (IsAmount(Amounts.Read(text, reading.Language)))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsAmount(Reading<Amount> read) => read.Refused is null or Reason.OtherCurrency or Reason.Ambiguous or Reason.Impossible;
}
