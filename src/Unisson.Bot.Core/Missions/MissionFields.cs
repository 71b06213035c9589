using Microsoft.EntityFrameworkCore;
using NodaTime;
using Unisson.Bot.Commons;
using Unisson.Bot.Dates;
using Unisson.Bot.Kernel;

namespace Unisson.Bot.Missions;

/// <summary>What can be said about a mission when it is opened or edited.</summary>
internal static class MissionFields
{
    public static readonly Option<MissionKind> Kind = Options.Choice("kind", "genre", MissionChoices.Kind);
    public static readonly Option<string> Sponsor = Line("sponsor", "commanditaire", 120);
    public static readonly Option<DayOrInstant> Deadline = DateOptions.DayOrInstant("deadline", "limite");
    public static readonly Option<string> Needs = Options.Text("needs", "enjeux", 1000);
    public static readonly Option<DateOnly> Starts = DateOptions.Day("starts", "début");
    public static readonly Option<DateOnly> Ends = DateOptions.Day("ends", "fin");
    public static readonly Option<string> Place = Line("place", "lieu", 100);
    public static readonly Option<string> Budget = Line("budget", "budget", 100);
    public static readonly Option<string> Commons = Options.Text("commons", "communs", 300, picks: Picks.Common);
    public static readonly Option<string> Reference = Line("reference", "référence", 100);
    public static readonly Option<Visibility> Visibility = Options.Choice("visibility", "visibilité", MissionChoices.Visibility);
    public static readonly Option<string> Licence = Line("licence", "licence", 60);
    public static readonly Option<string> Deliverables = Options.Text("deliverables", "livrables", 1000);

    public static IReadOnlyList<Option> All { get; } =
        [Kind, Sponsor, Deadline, Needs, Starts, Ends, Place, Budget, Commons, Reference, Visibility, Licence, Deliverables];

    /// <summary>Fields whose change is news on the card.</summary>
    public static IReadOnlySet<string> OnCard { get; } =
        new HashSet<string>(["title", "kind", "sponsor", "deadline", "starts", "ends", "place", "commons", "visibility"], StringComparer.Ordinal);

    /// <summary>A text of one line: breaks become blanks, and nothing is refused as empty.</summary>
    public static Option<string> Line(string english, string french, int longest, bool needed = false) => new(
        (english, french),
        (text, reading) => text.OneLine() is { Length: > 0 } line ? line : new Refusal("option.empty", reading.Language == Language.French ? french : english))
    {
        Longest = longest,
        Needed = needed,
    };

    /// <summary>A word to the people of the mission: at most 300 characters, without links (rule 18).</summary>
    public static Option<string> Note() => new(
        ("note", "mot"),
        (text, _) => text.Contains("://", StringComparison.Ordinal) || text.Contains("www.", StringComparison.OrdinalIgnoreCase) ? new Refusal("note.link") : text.OneLine())
    {
        Longest = 300,
    };

    /// <summary>Writes what was given into the mission and gives the names of the fields that it changed.</summary>
    public static async Task<Result<List<string>>> ApplyAsync(Request r, Mission mission, CancellationToken ct)
    {
        var before = Values(mission);
        Texts(r, mission);
        Dates(r, mission);
        if (await CommonsAsync(r, mission, ct) is { } unknown)
        {
            return unknown;
        }

        if (r.Given(Visibility, out var visibility) && mission.OpenUp(visibility).Refused(out var refusal, out _))
        {
            return refusal;
        }

        if (mission.Dated() is { } undated)
        {
            var field = undated.Code == "mission.ends" ? Ends.Name : Deadline.Name;
            return undated with { Mend = r.Line.With(field.English, CommandLine.Blank) };
        }

        return Values(mission).Zip(before).Where(p => !Equals(p.First.Value, p.Second.Value)).Select(p => p.First.Field).ToList();
    }

    private static void Texts(Request r, Mission mission)
    {
        mission.Kind = r.Value(Kind) ?? mission.Kind;
        mission.Sponsor = r.Text(Sponsor) ?? mission.Sponsor;
        mission.Needs = r.Text(Needs) ?? mission.Needs;
        mission.Place = r.Text(Place) ?? mission.Place;
        mission.Budget = r.Text(Budget) ?? mission.Budget;
        mission.Reference = r.Text(Reference) ?? mission.Reference;
        mission.Licence = r.Text(Licence) ?? mission.Licence;
        mission.Deliverables = r.Text(Deliverables) ?? mission.Deliverables;
    }

    /// <summary>An hour is said in the person's zone and kept in the community's; a day is that day everywhere.</summary>
    private static void Dates(Request r, Mission mission)
    {
        mission.Starts = r.Value(Starts) ?? mission.Starts;
        mission.Ends = r.Value(Ends) ?? mission.Ends;
        if (r.Given(Deadline, out var deadline))
        {
            var there = deadline.Instant is { } instant ? Instant.FromDateTimeOffset(instant).InZone(r.Caller.CommunityZone).LocalDateTime : (LocalDateTime?)null;
            mission.Deadline = there?.Date.ToDateOnly() ?? deadline.Day;
            mission.DeadlineHour = there?.TimeOfDay.ToTimeOnly();
        }
    }

    /// <summary>The list that was given becomes the list.</summary>
    private static async Task<Refusal?> CommonsAsync(Request r, Mission mission, CancellationToken ct)
    {
        if (!r.Given(Commons, out var list))
        {
            return null;
        }

        var named = new HashSet<long>();
        foreach (var typed in list.Split([',', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if ((await r.CommonAsync(typed, ct)).Refused(out var refusal, out var common))
            {
                return refusal with { Mend = refusal.Mend ?? r.Line.With(Commons.Name.English, CommandLine.Blank) };
            }

            named.Add(common.Id);
        }

        mission.Commons.RemoveAll(c => !named.Contains(c.CommonId));
        mission.Commons.AddRange(named.Where(id => !mission.Commons.Exists(c => c.CommonId == id)).ToList()
            .ConvertAll(id => new MissionCommon { CommunityId = mission.CommunityId, CommonId = id }));
        return null;
    }

    private static List<(string Field, object? Value)> Values(Mission m) =>
    [
        ("title", m.Title), ("kind", m.Kind), ("sponsor", m.Sponsor), ("deadline", (m.Deadline, m.DeadlineHour)), ("needs", m.Needs), ("starts", m.Starts),
        ("ends", m.Ends), ("place", m.Place), ("budget", m.Budget), ("commons", string.Join(',', m.Commons.Select(c => c.CommonId).Order())),
        ("reference", m.Reference), ("visibility", m.Visibility), ("licence", m.Licence), ("deliverables", m.Deliverables),
    ];
}
