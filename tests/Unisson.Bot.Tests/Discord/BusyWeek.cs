using System.Globalization;
using System.Text.RegularExpressions;
using Unisson.Bot.Discord;
using Unisson.Discord.Stub;
using Xunit;

namespace Unisson.Bot.Tests.Discord;

/// <summary>
/// Seven days of sixty people on Discord, from a Tuesday at 10:00 in Paris: what they do by commands and buttons in their own day, while all that
/// falls due comes at its instant. Half of them read French; two live overseas, and two keep late mornings.
/// </summary>
internal sealed partial class BusyWeek : IAsyncDisposable
{
    public const int People = 60, Days = 7;

    /// <summary>Who opens missions, by their place among the members.</summary>
    public static readonly IReadOnlyList<int> Leads = [0, 6, 12, 18];

    private readonly Village _village;
    private readonly Answering _answering;

    private BusyWeek(Village village) => (_village, _answering) = (village, new Answering(village, Members));

    public DiscordWorld World => _village.World;

    /// <summary>Manages the server and keeps the method: first calls wait for her word.</summary>
    public Member Claire => new(_village.Claire, Asks: 0, "Europe/Paris", Wakes: 8);

    public StubChannel Missions => _village.Missions;

    public List<Member> Members { get; } = [];

    /// <summary>Labels of what stands in the channel: missions that are not private, and calls.</summary>
    public List<string> Cards { get; } = [];

    /// <summary>People who were named in a contribution by somebody else.</summary>
    public List<Member> Named { get; } = [];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private DateTimeOffset Now => World.Time.GetUtcNow();

    public static async Task<BusyWeek> LiveAsync()
    {
        var week = new BusyWeek(await Village.StartAsync(new FlowingTime()));
        await week.ArriveAsync();
        var start = week.Now;
        for (var hour = 0; hour < Days * 24; hour++)
        {
            await week.HourAsync(hour);
            await week.UntilAsync(start.AddHours(hour + 1));
        }

        return week;
    }

    public ValueTask DisposeAsync() => _village.DisposeAsync();

    /// <summary>From due instant to due instant; all leaves before the next.</summary>
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
        await Answering.DoneAsync(_village.Claire.Slash("reminder add", ("when", "2027-03-01 09:00"), ("what", "look back")));
        for (var i = 0; i < People; i++)
        {
            var user = World.Discord.AddUser($"p{i}", i % 2 == 0 ? "fr" : "en-US").In(_village.Guild).At(Missions);
            var member = new Member(user, Asks: i % 6 == 5 ? 0 : (i % 6) + 1, Zone: i switch { 10 => "Indian/Reunion", 11 => "America/Guadeloupe", _ => "Europe/Paris" }, Wakes: i is 12 or 13 ? 10 : 8);
            Members.Add(member);
            await Answering.DoneAsync(user.Slash("experience add", ("common", "coworking"), ("level", i % 3 == 0 ? "used" : "contributed"), ("since", "2020")));
            if (member.Asks > 0)
            {
                await Answering.DoneAsync(user.Slash("availability set", ("asks", member.Asks), ("hours", "12"), ("quiet", $"21:00-{member.Wakes}:00")));
            }

            if (member.Zone != "Europe/Paris")
            {
                await Answering.DoneAsync(user.Slash("my settings", ("zone", member.Zone)));
            }

            if (i % 10 == 1)
            {
                await Answering.DoneAsync(user.Slash("reminder add", ("when", "2026-11-26 07:30"), ("what", $"call the town hall {i}")));
            }
        }

        await World.SentAsync();
    }

    private async Task HourAsync(int hour)
    {
        var (day, clock) = (hour / 24, (hour + 10) % 24);
        if (clock is 11 or 15 && day < 5)
        {
            await OpenAsync(day, isSecond: clock == 15);
        }

        for (var i = 0; i < People; i++)
        {
            if (Members[i].IsUp(Now))
            {
                await _answering.ReactAsync(i);
            }
        }

        if (clock == 18)
        {
            await EveningAsync(day);
        }
    }

    /// <summary>Two missions each working day, led by one of four; the second of a Wednesday is private, that of a Thursday urgent.</summary>
    private async Task OpenAsync(int day, bool isSecond)
    {
        var (lead, number) = (Members[Leads[(day + (isSecond ? 1 : 0)) % Leads.Count]].User, (day * 2) + (isSecond ? 1 : 0));
        var isPrivate = day == 1 && isSecond;
        var deadline = new DateOnly(2026, 12, 1).AddDays(number).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var opened = await Answering.DoneAsync(lead.Slash("mission open", ("title", $"Study {number} {Subjects[number]}"), ("deadline", deadline), ("commons", "coworking"), ("visibility", isPrivate ? "private" : "community")));
        var mission = Label().Match(opened.Text).Value;
        var by = day == 2 && isSecond ? "2026-11-26 20:00" : deadline + " 18:00";
        var called = await Answering.DoneAsync(lead.Slash("commoners call", ("common", "coworking"), ("mission", mission), ("places", 3), ("hours", "2h"), ("by", by), ("terms", "paid"), ("level", "used")));
        if (!isPrivate)
        {
            Cards.AddRange([mission, Label().Match(called.Text).Value]);
            await Answering.DoneAsync(Members[20 + number].User.Slash("mission join", ("mission", mission), ("role", "provider")));
            foreach (var (what, value) in new[] { ("budget", $"{number + 1} 000 €"), ("place", "Lons"), ("needs", "a house"), ("deliverables", "a report") })
            {
                await Answering.DoneAsync(lead.Slash("mission edit", ("mission", mission), (what, value)));
            }
        }
    }

    /// <summary>Somebody pauses, somebody gives less, somebody comes forward by the card, somebody is thanked in the ledger.</summary>
    private async Task EveningAsync(int day)
    {
        await Answering.DoneAsync(Members[30 + day].User.Slash("availability pause", ("until", "in two days")));
        await Answering.DoneAsync(Members[38 + day].User.Slash("availability set", ("hours", "4")));
        if (Missions.Messages.LastOrDefault(m => Answering.Has(m, "call-help")) is { } card)
        {
            await Answering.DoneAsync(Members[(day * 6) + 5].User.Press(card, card.Buttons.First(b => b.CustomId!.Contains("call-help", StringComparison.Ordinal)).CustomId!));
        }

        var named = Members[45 + day];
        Named.Add(named);
        await Answering.DoneAsync(Members[day].User.Slash("contribution log", ("common", "coworking"), ("amount", "1h"), ("what", $"The key {day}"), ("person", named.User)));
    }

    private static readonly string[] Subjects = ["bread", "wood", "water", "roofs", "bikes", "seeds", "maps", "wool", "bees", "boats"];

    [GeneratedRegex(@"\b(M|C)P?\d+", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Label();
}
