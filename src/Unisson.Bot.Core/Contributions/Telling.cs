using Unisson.Bot.Kernel;
using Unisson.Bot.Missions;

namespace Unisson.Bot.Contributions;

/// <summary>Puts contributions into words for one reader.</summary>
/// <param name="InTheOpen">Others may read along: money stands without a person's name, and a private mission without title or number.</param>
internal sealed record Telling(Say Say, bool InTheOpen)
{
    /// <summary>« 3 h de Bob pour Coworking, « Fiche pratique », pour la mission Lons (M1) ».</summary>
    public string Of(Given given, string by, string common, string what, Mission? mission, bool seesMission = true)
    {
        var who = InTheOpen && given.Cents is not null ? "" : " " + By(by);
        var told = Sum(given) is { } sum ? Say["contribution.told", sum, who, common, what] : Say["contribution.told-gift", who, common, what];
        if (given.Kind is not (ContributionKind.Time or ContributionKind.Money))
        {
            told += $" ({Kind(given.Kind)})";
        }

        return told + For(mission, seesMission);
    }

    /// <summary>« 3 h pour Coworking, une contribution d’une personne qui a demandé à être oubliée ».</summary>
    public string Forgotten(Given given, string common)
        => Sum(given) is { } sum ? Say["contribution.forgotten", sum, common] : Say["contribution.forgotten-gift", common];

    /// <summary>« 3 h », « 120 € »; null where there is no amount.</summary>
    public string? Sum(Given given) => given switch
    {
        { Minutes: { } minutes } => Say.Speak(TimeSpan.FromMinutes(minutes)),
        { Cents: { } cents } => Say.Money(cents),
        _ => null,
    };

    /// <summary>« −1 h », « +20 € » of a correction; null where it changes words alone.</summary>
    public string? Difference(Given given) => (given.Minutes ?? given.Cents) switch
    {
        null or 0 => null,
        < 0 => "\u2212" + Sum(given with { Minutes = -given.Minutes, Cents = -given.Cents }),
        _ => "+" + Sum(given),
    };

    /// <summary>« de Bob », « d’Ana ».</summary>
    public string By(string name) => Say[name == Say.Nobody || Fold.Of(name) is ['a' or 'e' or 'i' or 'o' or 'u' or 'h', ..] ? "contribution.by-vowel" : "contribution.by", name];

    /// <summary>« « Fiche pratique », mardi 24 novembre, pour la mission Lons (M1) ».</summary>
    public string About(Proposal proposal, Mission? mission, bool seesMission)
        => Say["contribution.about", proposal.What, proposal.On] + For(mission, seesMission) + LinkOf(proposal.Link);

    /// <summary>« Claire confirme L12 », « corrige L12, −1 h, « Fiche » »: what a line says that is about another.</summary>
    public string About(LedgerLine line, string author)
    {
        var (about, words) = (LedgerLine.LabelOf(line.About!.Value), line.Text?.What is { Length: > 0 } what ? Say["contribution.words", what] : "");
        return line.Kind switch
        {
            LineKind.Witness => Say["contribution.row-witness", author, about],
            LineKind.Correction => Difference(new Given(line.Contribution, line.Minutes, line.Cents)) is { } difference
                ? Say["contribution.row-correction", about, difference, words]
                : Say["contribution.row-rewording", about, words],
            _ => Say["contribution.row-withdrawal", about, words],
        };
    }

    public static string LinkOf(string? link) => link is null ? "" : $" ({link})";

    /// <summary>A name at a length that leaves room for the sentence on a lock screen.</summary>
    public static string Short(string name) => name.Length <= 40 ? name : name[..(char.IsHighSurrogate(name[38]) ? 38 : 39)] + "…";

    private string Kind(ContributionKind kind) => ContributionChoices.Kind.Label(kind, Say).ToLower(Say.Culture);

    private string For(Mission? mission, bool seen) => mission switch
    {
        null => "",
        { Visibility: Visibility.Private } when InTheOpen || !seen => Say["contribution.for-private"],
        _ => Say["contribution.for-mission", mission.Title, mission.Label],
    };
}
