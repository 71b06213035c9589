using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Closing;
using Unisson.Bot.Missions;
using Unisson.Bot.Storage;

namespace Unisson.Bot.Documents;

/// <summary>Reads the database into the record of a report.</summary>
internal static class ReportReading
{
    /// <summary>Lines of the journal that are steps, and looks back.</summary>
    private const int MostSteps = 50, MostLookbacks = 200;

    private static readonly Dictionary<string, MissionState> Steps = Enum.GetValues<MissionState>()
        .ToDictionary(s => s == MissionState.Open ? "opened" : MissionChoices.State.English(s), StringComparer.Ordinal);

    /// <summary>The report, and how many people of the mission it does not name.</summary>
    public static async Task<(Report Report, int Unnamed)> ReadAsync(BotDb db, Mission mission, Say say, CancellationToken ct)
    {
        var given = await ReportGiven.OfAsync(db, mission, ct);
        var signing = await Signing.OfAsync(db, mission, [.. mission.Holders.Select(h => h.PersonId).Concat(given.People).Distinct()], say, ct);
        var parts = await Parts.OfAsync(db, mission, signing, ct);
        return (new Report
        {
            Title = mission.Title,
            Sponsor = parts.Sponsor,
            Reference = mission.Reference,
            State = MissionChoices.State.Labelled(mission.State),
            IsOver = mission.IsOver,
            On = say.Day(say.Now),
            Steps = await StepsAsync(db, mission, say, ct),
            Roles = parts.Roles,
            Pledges = await Promise.OfAsync(db, mission, withReleased: true, ct),
            Sums = given.Sums,
            Lines = given.Lines(signing),
            Rest = given.Rest,
            Lessons = await LessonsAsync(db, mission, ct),
            Lookbacks = await LookbacksAsync(db, mission, ct),
        }, parts.Unnamed);
    }

    private static async Task<List<ReportStep>> StepsAsync(BotDb db, Mission mission, Say say, CancellationToken ct)
    {
        var names = Steps.Keys.ToList();
        var steps = await db.Journal.Where(j => j.CommunityId == mission.CommunityId && j.MissionId == mission.Id && names.Contains(j.What))
            .OrderBy(j => j.Id).Take(MostSteps).Select(j => new { j.At, j.What }).ToListAsync(ct);
        return steps.ConvertAll(s => new ReportStep(say.Day(s.At), MissionChoices.State.Labelled(Steps[s.What])));
    }

    private static async Task<List<ReportLesson>> LessonsAsync(BotDb db, Mission mission, CancellationToken ct)
    {
        // One a common.
        var lessons = await (
            from l in db.Lessons.Where(l => l.CommunityId == mission.CommunityId && l.MissionId == mission.Id)
            join c in db.Commons on l.CommonId equals c.Id
            orderby c.Slug
            select new { Lesson = l, c.Name }).AsNoTracking().ToListAsync(ct);
        return lessons.ConvertAll(l => new ReportLesson(l.Name, Written.Lines(l.Lesson.Learned), new Address(l.Lesson.Where), l.Lesson.Licence));
    }

    private static async Task<List<ReportLookback>> LookbacksAsync(BotDb db, Mission mission, CancellationToken ct)
    {
        var answered = await (
            from l in db.Lookbacks.Where(l => l.CommunityId == mission.CommunityId && l.MissionId == mission.Id && l.AnsweredAt != null && l.Answer != null)
            join c in db.Commons on l.CommonId equals c.Id
            orderby l.Months, c.Slug
            select new { c.Name, l.Months, l.Answer, l.Note }).Take(MostLookbacks).ToListAsync(ct);
        return answered.ConvertAll(l => new ReportLookback(l.Name, l.Months, new Labelled($"document.lookback.{Key(l.Answer!.Value)}"), l.Note));
    }

    private static string Key(LinkLives answer) => answer switch
    {
        LinkLives.Yes => "yes",
        LinkLives.ALittle => "a-little",
        _ => "no",
    };
}
