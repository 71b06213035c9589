using System.Text.RegularExpressions;
using NodaTime;
using NodaTime.Extensions;
using Unisson.Bot.Commoners;
using Unisson.Bot.Dates;
using Unisson.Bot.Experiences;
using Unisson.Bot.Kernel;
using Unisson.Bot.Missions;

namespace Unisson.Bot.Calls;

/// <summary>What can be said about a call when it is made.</summary>
internal static partial class CallFields
{
    public static readonly Option<string> Common = Options.Text("common", "commun", 80, picks: Picks.Common);
    public static readonly Option<string> Mission = Options.Text("mission", "mission", 20, picks: Picks.Mission);
    public static readonly Option<int> Places = Options.Number("places", "places", 1, 20);
    public static readonly Option<TimeSpan> Hours = HoursOption();
    public static readonly Option<DateTimeOffset> By = ByOption();
    public static readonly Option<Terms> Terms = Options.Choice("terms", "contrepartie", CommonerChoices.Terms);
    public static readonly Option<RoleKind> Role = Options.Choice("role", "rôle", MissionChoices.Role);
    public static readonly Option<string> Near = Options.Text("near", "près-de", 80);
    public static readonly Option<Level> Level = Options.Choice("level", "niveau", ExperienceChoices.Level);
    public static readonly Option<Moments> Slot = Options.Flags("slot", "moment", CommonerChoices.Moments);
    public static readonly Option<string> Note = NoteOption();

    /// <summary>From a quarter of an hour to 20 days of 7 hours for each place.</summary>
    private static Option<TimeSpan> HoursOption()
    {
        var effort = DateOptions.Effort("hours", "heures");
        return new(effort.Name, (text, reading) => effort.Read(text, reading).Refused(out var refusal, out var hours) ? refusal
            : hours < TimeSpan.FromMinutes(15) || hours > TimeSpan.FromHours(140) ? new Refusal("call.hours", text)
            : hours);
    }

    /// <summary>A day without an hour lasts until 18:00: who says "by Tuesday" means Tuesday as well. At most half a year ahead.</summary>
    private static Option<DateTimeOffset> ByOption()
    {
        var until = DateOptions.DayOrInstant("by", "échéance");
        return new(until.Name, (text, reading) => until.Read(text, reading).Refused(out var refusal, out var said) ? refusal
            : said.Instant is { } at ? Within(at, reading)
            : Evening(said.Day, text, reading));

        static Result<DateTimeOffset> Evening(DateOnly day, string text, Reading reading)
        {
            var evening = reading.Say.Zone.AtLeniently(day.ToLocalDate() + new LocalTime(18, 0)).ToDateTimeOffset().ToUniversalTime();
            return evening > reading.Say.Now ? Within(evening, reading) : new Refusal("date.past", text) { IsUnderstood = true };
        }

        static Result<DateTimeOffset> Within(DateTimeOffset at, Reading reading)
            => at > reading.Say.Now.AddDays(184) ? new Refusal("call.by", at) : at;
    }

    /// <summary>At most 300 characters, without links (rule 18).</summary>
    private static Option<string> NoteOption() => new(("note", "mot"), (text, _) => Link().IsMatch(text) ? new Refusal("call.note-link") : text) { Longest = 300 };

    [GeneratedRegex(@"://|\bwww\.|\b[\w-]+\.(com|org|net|fr|eu|io|gg|ly|me|info|biz|co|coop|xyz|link|dev|app)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Link();
}
