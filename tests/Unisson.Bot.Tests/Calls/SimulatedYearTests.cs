using Unisson.Bot.Benchmarks.Simulation;
using Unisson.Bot.Tests.Harness;
using Xunit;

namespace Unisson.Bot.Tests.Calls;

/// <summary>The plan over a simulated year: a change of a formula, however small, moves these totals.</summary>
public sealed class SimulatedYearTests
{
    [Theory]
    [InlineData("base", 504, 1342, 319, 42)]
    [InlineData("busy", 1168, 2451, 512, 65)]
    public void A_year_ends_with_the_known_totals(string scenario, int places, int asks, int filled, int wasted)
    {
        var year = Year(scenario, cut: null);

        Assert.Equal((places, 0), (year.Places, year.OverCapacity));
        Assert.InRange(year.Asks, asks * 0.995, asks * 1.005);
        Assert.InRange(year.Filled, filled * 0.995, filled * 1.005);
        Assert.InRange(year.Wasted, wasted - 1, wasted + 1);
    }

    [Theory]
    [InlineData("base")]
    [InlineData("busy")]
    public void The_plan_by_itself_keeps_out_whom_the_simulation_leaves_out_beforehand(string scenario)
        => Assert.Equal(Year(scenario, cut: null), Year(scenario, cut: int.MaxValue));

    [Fact]
    public void All_golden_lines_of_the_reference_are_met()
    {
        var path = Beside(new DirectoryInfo(Checkout.Folder));
        Assert.SkipUnless(path is not null, "No ../shared/calls/golden.txt beside the checkout: golden lines not read.");

        Assert.Empty(Golden.Missed([.. Golden.Lines()], File.ReadAllLines(path!)));
    }

    [Theory]
    [InlineData("--scenario", "foo")]
    [InlineData("--policies", "topup,bar")]
    [InlineData("--set", "Q=1")]
    [InlineData("--set", "P=many")]
    [InlineData("--seeds", "12-1")]
    [InlineData("--colour", "red")]
    [InlineData("--json")]
    [InlineData("golden", "--file")]
    public void What_is_unknown_gets_one_sentence_and_64(params string[] args)
    {
        var said = new List<string>();

        Assert.Equal(64, CallsBench.Run(said.Add, args));
        Assert.EndsWith(".", Assert.Single(said), StringComparison.Ordinal);
    }

    private static Outcome Year(string scenario, int? cut) => Run.Of(new World(Scenario.Known[scenario], seed: 1), Policies.Known["topup"](new PolicyFigures(0, cut)));

    private static string? Beside(DirectoryInfo checkout)
    {
        for (var folder = checkout.Parent; folder is not null; folder = folder.Parent)
        {
            var path = Path.Combine(folder.FullName, "shared", "calls", "golden.txt");
            if (File.Exists(path))
            {
                return path;
            }
        }

        return null;
    }
}
