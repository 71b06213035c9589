using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Missions;
using Unisson.Bot.Tests.Harness;
using Xunit;

namespace Unisson.Bot.Tests.Method;

/// <summary>A mission starts with its frame, or with a guarantor's sentence in the open (rule 8).</summary>
public sealed class GatesTests
{
    private const string Start = "claire> /mission status M1 running";

    [Fact]
    public async Task With_its_frame_a_mission_starts()
    {
        await using var bot = await MethodWorld.FramedAsync();

        Assert.StartsWith("The mission Study (M1) is now at: Running.", await bot.DoAsync(Start), StringComparison.Ordinal);
        Assert.Equal(MissionState.Running, await StateAsync(bot));
    }

    [Theory]
    [InlineData(0, "somebody to guarantee")]
    [InlineData(1, "scope and terms of claire (Coordinator)")]
    [InlineData(2, "the second yes to scope and terms of claire (Coordinator)")]
    [InlineData(3, "scope and terms of me (Guarantor-connector)")]
    [InlineData(5, "a provider")]
    [InlineData(6, "the yes of bob to the role “Provider”")]
    [InlineData(7, "the moral contract of bob (Provider)")]
    [InlineData(8, "the moral contract of me (Guarantor-connector)")]
    [InlineData(9, "a pledge to a common")]
    public async Task Without_one_of_its_lines_it_does_not_and_says_which(int left, string missing)
    {
        await using var bot = await MethodWorld.OpenedAsync();
        foreach (var line in MethodWorld.Frame.Where((_, i) => i != left))
        {
            await bot.SayAsync(line);
        }

        var refused = await bot.SayAsync(Start);

        Assert.Contains("[mission.gate]", refused, StringComparison.Ordinal);
        Assert.Contains($"  - {missing}\n  /", refused, StringComparison.Ordinal);
        Assert.Equal(MissionState.Open, await StateAsync(bot));
        Assert.Contains(missing, await bot.DoAsync("ana> /mission show M1"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_line_of_the_list_can_be_typed()
    {
        await using var bot = await MethodWorld.OpenedAsync();

        var lines = Regex.Matches(await bot.SayAsync(Start), "^  (?<line>/.*)$", RegexOptions.Multiline | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)).Select(m => m.Groups["line"].Value).ToList();

        Assert.Equal(
            [
                "/mission join M1 Guarantor-connector", "/mission assign M1 Provider person:…", "/mission assign M1 Coordinator person:claire scope:…",
                "/mission pledge M1 common:… what:…",
            ],
            lines);
    }

    [Fact]
    public async Task Who_guarantees_and_provides_alone_does_not_pass_unsaid()
    {
        await using var bot = await MethodWorld.OpenedAsync();
        await bot.DoAsync([.. MethodWorld.Frame.Select(l => l.Replace("bob", "me", StringComparison.Ordinal)).Where(l => !l.StartsWith("me> /contract", StringComparison.Ordinal)), "me> /contract accept M1"]);

        var refused = await bot.SayAsync(Start);
        Assert.Contains("  - a guarantor who is not the provider\n", refused, StringComparison.Ordinal);

        await bot.DoAsync("me> /mission status M1 running reason:\"I do both, and say so\"");
        Assert.Equal(MissionState.Running, await StateAsync(bot));
        Assert.Contains("me lets it start though something is missing (I do both, and say so)", await bot.DoAsync("ana> /mission journal M1"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_a_guarantor_passes_a_gate_and_only_with_a_sentence()
    {
        await using var bot = await MethodWorld.OpenedAsync();

        Assert.Equal("mission.gate", await bot.RefusedAsync("claire> /mission status M1 running reason:\"we hurry\""));
        Assert.Contains("you can let it start all the same", await bot.SayAsync("me> /mission status M1 running"), StringComparison.Ordinal);
        Assert.Equal(MissionState.Open, await StateAsync(bot));
    }

    [Fact]
    public async Task A_guarantor_takes_the_last_step_back_once_and_an_end_gives_roles_and_pledges_back()
    {
        await using var bot = await MethodWorld.FramedAsync();
        await bot.DoAsync("ana> /mission join M1 helping-commoner", "claire> /mission status M1 abandoned reason:\"no money\"");
        Assert.True(await bot.SeeAsync(db => db.Pledges.AllAsync(p => p.ReleasedAt != null)));

        Assert.Equal("mission.over", await bot.RefusedAsync("claire> /mission status M1 open reason:\"a mistake\""));
        Assert.Equal("mission.back", await bot.RefusedAsync("me> /mission status M1 open"));
        await bot.DoAsync("me> /mission status M1 open reason:\"there is money after all\"");

        var mission = await bot.SeeAsync(db => db.Missions.Include(m => m.Holders).SingleAsync());
        Assert.Equal(MissionState.Open, mission.State);
        Assert.Equal([Holding.Candidate, Holding.Active, Holding.Active, Holding.Active], mission.Holders.Select(h => h.Holding).Order());
        Assert.True(await bot.SeeAsync(db => db.Pledges.AllAsync(p => p.ReleasedAt == null)));
        Assert.Equal("mission.step", await bot.RefusedAsync("me> /mission status M1 delivered reason:\"further back\""));
    }

    private static Task<MissionState> StateAsync(TestBot bot) => bot.SeeAsync(db => db.Missions.Select(m => m.State).SingleAsync());
}
