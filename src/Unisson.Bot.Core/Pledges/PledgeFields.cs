using System.Text.RegularExpressions;
using Unisson.Bot.Dates;
using Unisson.Bot.Kernel;
using Unisson.Bot.Missions;

namespace Unisson.Bot.Pledges;

/// <summary>What can be said about a pledge.</summary>
internal static partial class PledgeFields
{
    public static readonly Option<string> Mission = Options.Text("mission", "mission", needed: true, picks: Picks.Mission);
    public static readonly Option<string> Common = Options.Text("common", "commun", 80, picks: Picks.Common);
    public static readonly Option<string> What = MissionFields.Line("what", "quoi", 200);
    public static readonly Option<PledgeKind> Kind = Options.Choice("kind", "genre", PledgeChoices.Kind);
    public static readonly Option<Promise> Amount = new(("amount", "combien"), Promise.Read) { IsGreedy = true };
    public static readonly Option<DateOnly> By = DateOptions.Day("by", "échéance");
    public static readonly Option<string> Pledge = Options.Text("pledge", "promesse", 12);
    public static readonly Option<PledgeState> State = Options.Choice("state", "état", PledgeChoices.State);
    public static readonly Option<string> Reason = MissionFields.Line("reason", "raison", 300);

    /// <summary>Mission, common and what; or mission, pledge and state, where the second word is a pledge's number.</summary>
    public static IReadOnlyList<Option> Positions(IReadOnlyList<string> words, Reading reading)
        => words.Count > 1 && Label().IsMatch(words[1]) ? [Mission, Pledge, State] : [Mission, Common, What];

    /// <summary>P3 or PP0042, whichever way it is typed; null when it is no such number.</summary>
    public static (bool IsApart, int Number)? Read(string typed) => Label().Match(typed.Trim()) is { Success: true } match
        ? (match.Groups["apart"].Length > 0, int.Parse(match.Groups["number"].ValueSpan, System.Globalization.CultureInfo.InvariantCulture))
        : null;

    [GeneratedRegex("^p(?<apart>p)?(?<number>[0-9]{1,8})$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Label();
}
