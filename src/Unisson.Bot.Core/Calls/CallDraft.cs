using NodaTime;
using Unisson.Bot.Commoners;
using Unisson.Bot.Commons;
using Unisson.Bot.Deliveries;
using Unisson.Bot.Experiences;
using Unisson.Bot.Kernel;
using Unisson.Bot.Missions;

namespace Unisson.Bot.Calls;

/// <summary>
/// A call as it would leave: what was given, and for the rest one place, two hours, and the mission's deadline or seven days. The terms are never
/// assumed.
/// </summary>
internal sealed record CallDraft(Mission Mission, Common? Common, TimeSpan Hours, DateTimeOffset By, Terms? Terms)
{
    private static readonly Terms[] AllTerms = [Commoners.Terms.Paid, Commoners.Terms.Expenses, Commoners.Terms.Exchanged, Commoners.Terms.Voluntary];

    public int Places { get; private init; } = 1;

    public RoleKind Role { get; private init; }

    /// <summary>Mission, hours, by and terms were all given: it leaves at once.</summary>
    public bool IsWhole { get; private init; }

    public static CallDraft Of(Request r, Mission mission, Common? common) => new(
        mission, common, r.Value(CallFields.Hours) ?? TimeSpan.FromHours(2), r.Value(CallFields.By) ?? Until(r, mission), r.Value(CallFields.Terms))
    {
        Places = r.Value(CallFields.Places) ?? 1,
        Role = r.Value(CallFields.Role) ?? RoleKind.HelpingCommoner,
        IsWhole = r.Given(CallFields.Mission) && r.Given(CallFields.Hours) && r.Given(CallFields.By) && r.Given(CallFields.Terms),
    };

    public Call ToCall(Request r, int number) => new()
    {
        CommunityId = r.Caller.CommunityId,
        Number = number,
        IsApart = Mission.IsApart,
        MissionId = Mission.Id,
        CommonId = Common?.Id,
        Role = Role,
        CallerId = r.Caller.PersonId,
        Places = Places,
        Minutes = (int)Hours.TotalMinutes,
        Terms = Terms ?? Commoners.Terms.None,
        Level = r.Value(CallFields.Level) ?? Level.Contributed,
        Slot = r.Value(CallFields.Slot) ?? Moments.None,
        Near = r.Text(CallFields.Near),
        Note = r.Text(CallFields.Note),
        OpenedAt = r.Now,
        Deadline = By,
        Month = Months.Of(By, r.Caller.CommunityZone),
    };

    /// <summary>The terms that the common's steward allows; all where nobody set any.</summary>
    private Terms[] Allowed => Common is { StewardId: not null, Terms: not Commoners.Terms.None and var allowed } ? [.. AllTerms.Where(t => allowed.HasFlag(t))] : AllTerms;

    /// <summary>Refusal <c>call.terms</c> where the common's steward allows other terms, with the first of them in the line.</summary>
    public Refusal? Refused(Request r) => Terms is { } given && !Allowed.Contains(given)
        ? new Refusal("call.terms", Common!.Name, CommonTerms.Labels(Common.Terms, r.Say)) { Mend = r.Line.With("terms", CommonerChoices.Terms.Label(Allowed[0], r.Say)) }
        : null;

    /// <summary>Shown to the caller alone. Its words are the same whoever could be asked, and however many (rule 4).</summary>
    public async Task<Reply> PreviewAsync(Request r, CancellationToken ct)
    {
        var line = Line(r);
        var terms = Terms is null ? Allowed : [Terms.Value];
        var drafts = await Drafts.KeepAsync(r, [line, .. terms.Select(t => line.With("terms", CommonerChoices.Terms.Label(t, r.Say)))], ct);
        return new Reply(CallWords.Fit(Mission.Title, title => r.Say["call.preview", title, Hours, r.Say.Day(By)]))
        {
            Lines =
            [
                r.Say["call.preview.what", Places, MissionChoices.Role.Label(Role, r.Say).ToLower(r.Say.Culture), Common?.Name ?? Mission.Label, By],
                .. Mission.Visibility == Visibility.Private ? [r.Say["call.preview.private"]] : Array.Empty<string>(),
                .. Common is { StewardId: not null, TermsNote: { } note } ? [r.Say["common.terms-note", note]] : Array.Empty<string>(),
                r.Say["call.preview.people"],
                Terms is null ? r.Say["call.preview.terms"] : r.Say["call.preview.ready", CommonerChoices.Terms.Label(Terms.Value, r.Say)],
            ],
            Actions =
            [
                .. terms.Select((t, i) => Drafts.Send.On(drafts[i + 1], Terms is null ? r.Say["call.preview.send", CommonerChoices.Terms.Label(t, r.Say)] : r.Say["action.draft"])),
                Drafts.Change.On(drafts[0], r.Say),
            ],
        };
    }

    /// <summary>The whole line as it would be typed.</summary>
    private CommandLine Line(Request r)
    {
        var by = Instant.FromDateTimeOffset(By).InZone(r.Caller.Zone).LocalDateTime.ToString("uuuu-MM-dd HH:mm", System.Globalization.CultureInfo.InvariantCulture);
        return r.Line.With("mission", Mission.Label).With("hours", Short(Hours)).With("by", by);
    }

    private static string Short(TimeSpan hours) => hours switch
    {
        { Minutes: 0 } => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{(int)hours.TotalHours}h"),
        { TotalHours: < 1 } => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{hours.Minutes}min"),
        _ => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{(int)hours.TotalHours}h{hours.Minutes:00}"),
    };

    /// <summary>The mission's deadline if it is still to come, at its hour or at 18:00; else a week from now.</summary>
    private static DateTimeOffset Until(Request r, Mission mission)
    {
        if (mission.Deadline is { } day)
        {
            var hour = LocalTime.FromTimeOnly(mission.DeadlineHour ?? new TimeOnly(18, 0));
            var at = r.Caller.CommunityZone.AtLeniently(LocalDate.FromDateOnly(day) + hour).ToDateTimeOffset().ToUniversalTime();
            if (at > r.Now.AddHours(1) && at < r.Now.AddDays(184))
            {
                return at;
            }
        }

        return r.Now.AddDays(7);
    }
}
