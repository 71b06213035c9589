using Unisson.Bot.Commons;
using Unisson.Bot.Kernel;
using Unisson.Bot.Missions;
using Fields = Unisson.Bot.Contributions.ContributionFields;

namespace Unisson.Bot.Contributions;

/// <summary>
/// <c>/contribution log</c>: writes down what went to a common. One's own, and that of somebody without account, is a line at once; that of
/// another member is a proposal until their yes, and a very large one until somebody confirms it who saw it (rule 11).
/// </summary>
public static class ContributionLog
{
    public static CommandSpec Spec { get; } = new(Groups.Contribution, new("log", "noter", "ajouter"))
    {
        Allow = Allow.Member,
        Options = [Fields.Common, Fields.Kind, Fields.Amount, Fields.What, Fields.Mission, Fields.Person, Fields.Name, Fields.Link, Fields.On],
        Form = [Fields.Common, Fields.Amount, Fields.What],
        Positions = Fields.Positions,
        Run = RunAsync,
    };

    private static async Task<Result<Reply>> RunAsync(Request r, CancellationToken ct)
    {
        Mission? mission = null;
        if (r.Given(Fields.Mission, out var typed) && (await LoggableAsync(r, typed, ct)).Refused(out var refusal, out mission))
        {
            return refusal;
        }

        if ((await Subject.ReadAsync(r, mission, ct)).Refused(out refusal, out var subject)
            || Given.Of(r.Value(Fields.Kind), r.Value(Fields.Amount)).Refused(out refusal, out var given)
            || (refusal = WrongLink(r)) is not null
            || (await Credit.ReadAsync(r, ct)).Refused(out refusal, out var credit))
        {
            return refusal.Mend is null ? refusal with { Mend = MendOf(r.Line, refusal) } : refusal;
        }

        var on = r.Value(Fields.On) ?? new Say(r.Caller.Language, r.Caller.CommunityZone, r.Now).Day(r.Now);
        var amount = r.Given(Fields.Amount, out var said) ? said.Text : null;
        var entry = new Entry(r.Caller.PersonId, credit.PersonId, subject.Common.Id, mission?.Id, given, on, subject.What, amount, credit.Name, r.Text(Fields.Link));
        if (credit.Asks is not null || given.IsLarge)
        {
            return await Proposing.ProposeAsync(r, entry, credit, subject.Common, mission, ct);
        }

        var line = await Ledger.WriteAsync(r, entry, credit.Called, subject.Common, mission, ct);
        return Ledger.Answer(r, line, entry, credit.Called, subject.Common, mission);
    }

    /// <summary>A mission that the caller may write lines for: any they see; of a private one, its team's.</summary>
    private static async Task<Result<Mission>> LoggableAsync(Request r, string typed, CancellationToken ct)
    {
        // What is left out is filled in from the mission's commons.
        var full = r.Given(Fields.Common) && r.Given(Fields.What);
        if ((full ? await r.NamedMissionAsync(typed, ct) : await r.MissionAsync(typed, ct)).Refused(out var refusal, out var mission))
        {
            return refusal with { Mend = r.Line.With("mission", CommandLine.Blank) };
        }

        return mission.Visibility == Visibility.Private && !mission.HasInTeam(r.Caller.PersonId)
            ? new Refusal("standing.team", mission.Title, mission.Label)
            : mission;
    }

    /// <summary>A link must be one that a browser opens; it is not fetched.</summary>
    private static Refusal? WrongLink(Request r)
        => r.Given(Fields.Link, out var link) && !WebLink.Fits(link) ? new Refusal("contribution.link", link) : null;

    /// <summary>The line again, with what was wrong left open.</summary>
    private static CommandLine MendOf(CommandLine line, Refusal refusal) => line.With(refusal.Code switch
    {
        "contribution.link" => "link",
        "contribution.not-time" or "contribution.not-money" => "kind",
        "contribution.person-and-name" => "name",
        "person.unknown" => "person",
        _ when refusal.Code.StartsWith("common.", StringComparison.Ordinal) => "common",
        _ => "amount",
    }, CommandLine.Blank);
}
