using System.Globalization;
using System.Text.RegularExpressions;
using Unisson.Discord.Stub;
using Xunit;

namespace Unisson.Bot.Tests.Discord;

/// <summary>Thirteen weeks of a dozen people on Discord, from a Tuesday at 10:00 in Paris: Christmas and New Year lie in them.</summary>
internal sealed partial class LivingQuarter : IAsyncDisposable
{
    public const int People = 12, Weeks = 13;

    /// <summary>Who opens missions in turn, a week each, by their place among the members.</summary>
    public static readonly IReadOnlyList<int> Leads = [0, 6];

    /// <summary>Whose own reminder comes each Monday at 7:30.</summary>
    public const int WithRhythm = 1;

    /// <summary>How often people look at what was written to them.</summary>
    private const int Hours = 4;

    private readonly Village _village;
    private readonly Answering _answering;

    private LivingQuarter(Village village) => (_village, _answering) = (village, new Answering(village, Members));

    public DiscordWorld World => _village.World;

    public List<Member> Members { get; } = [];

    /// <summary>Who was named in a line of the ledger by somebody else, once for each line.</summary>
    public List<Member> Named { get; } = [];

    /// <summary>Who paused until a day, once for each pause.</summary>
    public List<Member> Paused { get; } = [];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private DateTimeOffset Now => World.Time.GetUtcNow();

    public static async Task<LivingQuarter> LiveAsync()
    {
        var quarter = new LivingQuarter(await Village.StartAsync(new FlowingTime()));
        await quarter.ArriveAsync();
        var start = quarter.Now;
        for (var hour = 0; hour < Weeks * 7 * 24; hour += Hours)
        {
            if (hour % (7 * 24) == Hours)
            {
                await quarter.WeekAsync(hour / (7 * 24));
            }

            for (var i = 0; i < People; i++)
            {
                if (quarter.Members[i].IsUp(quarter.Now))
                {
                    await quarter._answering.ReactAsync(i);
                }
            }

            await quarter.UntilAsync(start.AddHours(hour + Hours));
        }

        return quarter;
    }

    public ValueTask DisposeAsync() => _village.DisposeAsync();

    private async Task UntilAsync(DateTimeOffset end)
    {
        for (var now = Now; now < end; now = Now)
        {
            var due = await World.Host.Due.NextAsync(Ct);
            await World.PassAsync(due <= now ? TimeSpan.Zero : (due < end ? due.Value : end) - now);
            await World.SentAsync();
        }
    }

    private async Task ArriveAsync()
    {
        // Who keeps the method can be written to, and vouches for first calls.
        await Answering.DoneAsync(_village.Claire.Slash("reminder add", ("when", "2027-06-01 09:00"), ("what", "look back")));
        for (var i = 0; i < People; i++)
        {
            var user = World.Discord.AddUser($"p{i}", i % 2 == 0 ? "fr" : "en-US").In(_village.Guild).At(_village.Missions);
            var member = new Member(user, Asks: i % 6 == 5 ? 0 : (i % 6) + 1, Zone: i switch { 10 => "Indian/Reunion", 11 => "America/Guadeloupe", _ => "Europe/Paris" }, Wakes: 8);
            Members.Add(member);
            await Answering.DoneAsync(user.Slash("experience add", ("common", "coworking"), ("level", "contributed"), ("since", "2020")));
            if (member.Asks > 0)
            {
                await Answering.DoneAsync(user.Slash("availability set", ("asks", member.Asks), ("hours", "12"), ("quiet", "21:00-8:00")));
            }

            await Answering.DoneAsync(user.Slash("my settings", ("zone", member.Zone)));
        }

        await Answering.DoneAsync(Members[WithRhythm].User.Slash("reminder add", ("when", "every Monday at 7:30am"), ("what", "open the door")));
        await World.SentAsync();
    }

    /// <summary>A mission with its deadline and its call, a candidate, a line that thanks somebody, and each second week a pause.</summary>
    private async Task WeekAsync(int week)
    {
        var lead = Members[Leads[week % Leads.Count]].User;
        var (deadline, by) = (Day(Now.AddDays(20)), Day(Now.AddDays(8)));
        var opened = await Answering.DoneAsync(lead.Slash("mission open", ("title", $"Study {week} {(char)('a' + week)}"), ("deadline", deadline), ("commons", "coworking")));
        var mission = Label().Match(opened.Text).Value;
        await Answering.DoneAsync(lead.Slash("commoners call", ("common", "coworking"), ("mission", mission), ("places", 2), ("hours", "2h"), ("by", by + " 18:00"), ("terms", "paid")));
        await Answering.DoneAsync(Members[2 + (week % 3)].User.Slash("mission join", ("mission", mission), ("role", "provider")));
        var named = Members[7 + (week % 4)];
        Named.Add(named);
        await Answering.DoneAsync(Members[3].User.Slash("contribution log", ("common", "coworking"), ("amount", "1h"), ("what", $"The key {week}"), ("person", named.User)));
        if (week % 2 == 1)
        {
            var pausing = Members[(week + 1) % 4 == 0 ? 4 : 8];
            Paused.Add(pausing);
            await Answering.DoneAsync(pausing.User.Slash("availability pause", ("until", Day(Now.AddDays(5)))));
        }
    }

    private static string Day(DateTimeOffset at) => at.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\b(M|C)P?\d+", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Label();
}
