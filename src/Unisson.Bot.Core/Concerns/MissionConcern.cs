using Unisson.Bot.Commoners;
using Unisson.Bot.Deliveries;
using Unisson.Bot.Kernel;
using Unisson.Bot.Missions;

namespace Unisson.Bot.Concerns;

/// <summary>
/// <c>/mission concern</c>: a private word to a guarantor whom it does not concern. Without a person it is asked whom to tell, and nothing leaves
/// before. With a person and no words the guarantor says that they spoke with who raised one. Refusals: <c>concern.nobody</c>,
/// <c>concern.guarantor</c>, <c>concern.waits</c>, <c>concern.what</c>.
/// </summary>
public static class MissionConcern
{
    private const int Offered = 4;

    private static readonly Option<string> Mission = Options.Text("mission", "mission", needed: true, picks: Picks.Mission);
    private static readonly Option<string> What = Options.Text("what", "quoi", 500);
    private static readonly Option<string> Person = Options.Text("person", "personne", 80, picks: Picks.Person);

    public static CommandSpec Spec { get; } = new(Groups.Mission, new("concern", "alerter"))
    {
        Allow = Allow.Member,
        Options = [Mission, What, Person],
        Form = [What],
        Positions = (_, _) => [Mission, What],
        Run = RunAsync,
    };

    private static async Task<Result<Reply>> RunAsync(Request r, CancellationToken ct)
    {
        if (!r.Given(What))
        {
            return r.Given(Person, out var raised) ? await Hearing.AnsweredAsync(r, raised, ct) : new Refusal("concern.what") { Mend = r.Line.With(What.Name.English, CommandLine.Blank) };
        }

        if ((await r.MissionAsync(r.Get(Mission), ct)).Refused(out var refusal, out var mission))
        {
            return refusal;
        }

        var hearing = await Hearing.GuarantorsAsync(r, mission, ct);
        if (hearing.Count == 0)
        {
            return new Refusal("concern.nobody", mission.ShortTitle, mission.Label);
        }

        if (!r.Given(Person, out var typed))
        {
            return await WhomAsync(r, mission, hearing, ct);
        }

        if ((await r.PersonAsync(typed, ct)).Refused(out refusal, out var person))
        {
            return refusal with { Mend = r.Line.With(Person.Name.English, CommandLine.Blank) };
        }

        return hearing.ContainsKey(person.Id)
            ? await Hearing.TellAsync(r, mission, person, r.Get(What), ct)
            : new Refusal("concern.guarantor", person.Name, hearing.Values) { Mend = r.Line.With(Person.Name.English, CommandLine.Blank) };
    }

    /// <summary>Nothing has left: whom it is about is not the one to hear it.</summary>
    private static async Task<Result<Reply>> WhomAsync(Request r, Mission mission, Dictionary<long, string> hearing, CancellationToken ct)
    {
        var accounts = await FindingPeople.AccountsAsync(r.Db, r.Caller, [.. hearing.Keys.Take(Offered)], ct);
        var offered = hearing.Where(h => accounts.ContainsKey(h.Key)).Take(Offered).ToList();
        var drafts = await Drafts.KeepAsync(r, offered.ConvertAll(h => r.Line.With(Person.Name.English, accounts[h.Key])), ct);
        return new Reply(r.Say["concern.whom", mission.ShortTitle, mission.Label])
        {
            Lines = [r.Say["concern.whom-how"]],
            Actions = [.. offered.Zip(drafts, (h, draft) => Drafts.Send.On(draft, r.Say["concern.tell", h.Value]))],
        };
    }
}
