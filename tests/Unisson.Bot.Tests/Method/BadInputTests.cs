using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Deliveries;
using Unisson.Bot.Missions;
using Unisson.Bot.Tests.Harness;
using Xunit;

namespace Unisson.Bot.Tests.Method;

/// <summary>Steps in the wrong order, and two at once: each gets a clear answer, and nothing is written that should not be.</summary>
public sealed class BadInputTests
{
    private const string Learn = "claire> /mission close M1 learned:much where:here";

    private static readonly Dictionary<MissionState, string[]> Ways = new()
    {
        [MissionState.Open] = [],
        [MissionState.Answered] = ["claire> /mission status M1 answered"],
        [MissionState.Won] = ["claire> /mission status M1 answered", "claire> /mission status M1 won"],
        [MissionState.Lost] = ["claire> /mission status M1 answered", "claire> /mission status M1 lost"],
        [MissionState.Running] = ["claire> /mission status M1 running"],
        [MissionState.Delivered] = ["claire> /mission status M1 running", "claire> /mission status M1 delivered"],
        [MissionState.Closed] = ["claire> /mission status M1 running", "claire> /mission status M1 delivered", "claire> /mission pledge M1 P1 kept", Learn],
        [MissionState.Abandoned] = ["claire> /mission status M1 abandoned reason:over"],
    };

    /// <summary>Who does what, and what they hear where the mission is over.</summary>
    private static readonly (string Line, string Code)[] WhenOver =
    [
        ("ana> /mission join M1 provider", "mission.over"), ("bob> /mission accept M1 provider", "mission.over"), ("bob> /contract accept M1", "mission.over"),
        ("claire> /mission assign M1 ana provider scope:all", "mission.over"), ("claire> /mission assign M1 name:SCOP provider", "mission.over"),
        ("claire> /mission pledge M1 coworking more", "mission.over"), ("claire> /mission pledge M1 P1 changed what:less reason:so", "mission.over"), ("bob> /mission leave M1", "mission.no-role"),
        (Learn, "mission.over"), ("claire> /mission close M1", "mission.over"),
    ];

    public static TheoryData<MissionState> States => [.. Enum.GetValues<MissionState>()];

    [Theory]
    [MemberData(nameof(States))]
    public async Task A_step_in_the_wrong_order_changes_nothing(MissionState state)
    {
        await using var bot = await MethodWorld.FramedAsync();
        await bot.DoAsync(Ways[state]);
        var mission = await bot.SeeAsync(db => db.Missions.SingleAsync());
        var rows = await RowsAsync(bot);

        foreach (var (line, code) in Steps(mission).Concat(mission.IsOver ? WhenOver : Early(state)))
        {
            Assert.Equal((line, code), (line, await bot.RefusedAsync(line)));
            Assert.Equal((line, rows), (line, await RowsAsync(bot)));
        }
    }

    [Theory]
    [InlineData("claire> /mission status M1 running", "me> /mission status M1 running", "mission.there", MissionState.Open, "running")]
    [InlineData("claire> /mission status M1 won", "me> /mission status M1 lost", "mission.step mission.over", MissionState.Answered, "won lost")]
    [InlineData("claire> /mission status M1 delivered", "me> /mission status M1 delivered", "mission.there", MissionState.Running, "delivered")]
    [InlineData(Learn, "me> /mission close M1", "mission.over mission.gate-close", MissionState.Delivered, "closed")]
    [InlineData("me> /mission status M1 running reason:back", "me> /mission status M1 running reason:again", "mission.there", MissionState.Delivered, "taken-back")]
    [InlineData("claire> /mission assign M1 ana helping-commoner scope:x", "me> /mission assign M1 ana helping-commoner scope:x", "frame.nothing", MissionState.Running, "chosen")]
    [InlineData("ana> /mission join M1 helping-commoner", "ana> /mission join M1 helping-commoner", "mission.joined", MissionState.Open, "applied")]
    [InlineData("claire> /mission pledge M1 P1 kept", "me> /mission pledge M1 P1 kept", "pledge.there", MissionState.Running, "marked")]
    [InlineData("bob> /mission leave M1 provider", "bob> /mission leave M1 provider", "mission.no-role", MissionState.Running, "left")]
    public async Task Of_two_at_once_one_wins_and_the_other_is_told(string one, string other, string codes, MissionState state, string journal)
    {
        await using var bot = await MethodWorld.FramedAsync();
        await bot.DoAsync(Ways[state]);
        await bot.DoAsync(one == Learn ? ["claire> /mission pledge M1 P1 kept"] : []);

        var heard = await BothAsync(bot, one, other);

        Assert.Single(heard, h => h is null);
        Assert.Contains(heard.Single(h => h is not null)!, codes.Split(' '));
        Assert.Equal(1 + (journal == "chosen" ? 1 : 0), await CountAsync(bot, journal.Split(' ')));
    }

    [Fact]
    public async Task A_role_and_a_contract_are_taken_once()
    {
        await using var bot = await MethodWorld.OpenedAsync();
        await bot.DoAsync("claire> /mission assign M1 bob provider scope:all");

        Assert.Equal([null, "accept.already"], (await BothAsync(bot, "bob> /mission accept M1 provider", "bob> /mission accept M1 provider")).Order(StringComparer.Ordinal));
        Assert.Equal([null, "contract.accepted"], (await BothAsync(bot, "bob> /contract accept M1", "bob> /contract accept M1")).Order(StringComparer.Ordinal));
        Assert.Equal((1, 1, 1), (await CountAsync(bot, "joined"), await CountAsync(bot, "contract"), await bot.SeeAsync(db => db.Acceptances.CountAsync())));
    }

    [Fact]
    public async Task A_pledge_that_was_given_up_starts_nothing()
    {
        await using var bot = await MethodWorld.FramedAsync();
        await bot.DoAsync("claire> /mission pledge M1 P1 not-kept reason:\"no time\"");

        Assert.Contains("\n  - a pledge to a common\n", await bot.SayAsync("claire> /mission status M1 running"), StringComparison.Ordinal);
    }

    private static IEnumerable<(string Line, string Code)> Steps(Mission mission)
    {
        foreach (var to in Enum.GetValues<MissionState>())
        {
            var code = to == mission.State ? "mission.there" : mission.IsOver ? "mission.over" : !MethodModel.Steps[mission.State].Contains(to) ? "mission.step"
                : to == MissionState.Abandoned ? "mission.reason" : to == MissionState.Closed ? "mission.gate-close" : null;
            if (code is not null)
            {
                yield return ($"claire> /mission status M1 {MissionChoices.State.English(to)}", code);
                yield return ($"me> /mission status M1 {MissionChoices.State.English(to)}", mission.Before == to ? "mission.back" : code);
            }
        }
    }

    private static IEnumerable<(string Line, string Code)> Early(MissionState state)
        => state == MissionState.Delivered ? [("claire> /mission close M1", "mission.gate-close")] : [("claire> /mission close M1", "mission.step"), (Learn, "mission.step"), ("claire> /mission lookback M1 coworking yes", "lookback.none")];

    private static Task<string> RowsAsync(TestBot bot) => bot.SeeAsync(async db => string.Join(
        '\n',
        [
            (await db.Missions.SingleAsync()).State, await db.Journal.CountAsync(), await db.Lessons.CountAsync(), await db.Lookbacks.CountAsync(), await db.Acceptances.CountAsync(), await db.NamedHolders.CountAsync(),
            .. (await db.RoleHolders.OrderBy(h => h.Id).ToListAsync()).Select(h => $"{h.PersonId} {h.Role} {h.Holding}"),
            .. (await db.Frames.OrderBy(f => f.Id).ToListAsync()).Select(f => $"{f.PersonId} {f.Scope} {f.IsAgreed} {f.IsCurrent}"),
            .. (await db.Pledges.OrderBy(p => p.Id).ToListAsync()).Select(p => $"{p.What} {p.State} {p.ReleasedAt}"),
        ]));

    /// <summary>The codes that both hear, null for who is not refused.</summary>
    private static async Task<string?[]> BothAsync(TestBot bot, params string[] lines)
    {
        var ct = TestContext.Current.CancellationToken;
        var answers = await Task.WhenAll(lines.Select((l, i) => l.Split("> ", 2) is [var who, var text]
            ? Task.Run(() => bot.Host.Dispatcher.HandleAsync(new Incoming("terminal", $"both-{i}-{text}", who, who, null) { Text = text }, 1, ct), ct)
            : throw new ArgumentException(l, nameof(lines))));
        Assert.Empty(bot.Unexpected);
        return [.. answers.Select(a => a.Reply.Refused)];
    }

    private static Task<int> CountAsync(TestBot bot, params string[] what) => bot.SeeAsync(db => db.Journal.CountAsync(j => what.Contains(j.What)));
}
