using Unisson.Bot.Tests.Harness;
using Xunit;

namespace Unisson.Bot.Tests.Method;

/// <summary>Whoever hands a role back leaves no hole that the team has to find by itself: who is there already is named, and a call is one tap away.</summary>
public sealed class ReplacingTests
{
    [Fact]
    public async Task Who_stepped_forward_is_named_and_a_call_is_offered()
    {
        await using var bot = await MethodWorld.OpenedAsync();
        await bot.DoAsync("bob> /mission join M1 helping-commoner", "claire> /mission assign M1 bob helping-commoner", "bob> /mission accept M1 helping-commoner", "ana> /mission join M1 helping-commoner as:shadow");

        var told = await bot.DoAsync("bob> /mission leave M1");

        Assert.Contains(
            """
            → claire (private): bob hands back Helping commoner for Study (M1).
              For this role (Helping commoner) there is already ana, as candidate or shadow.
              [1] Call somebody of the common  [2] Show the mission
            """.ReplaceLineEndings("\n"),
            told,
            StringComparison.Ordinal);
        Assert.Contains("→ ana (private): bob hands back Helping commoner for Study (M1).\n  [3] Show the mission\n", told, StringComparison.Ordinal);
        Assert.Contains("for coworking", await bot.DoAsync("claire> 1"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_guarantor_is_looked_for_by_a_call_of_its_own_kind()
    {
        await using var bot = await MethodWorld.OpenedAsync();
        await bot.DoAsync("me> /mission join M1 guarantor");

        Assert.Contains("  [1] Call a guarantor-connector  [2] Show the mission\n", await bot.DoAsync("me> /mission leave M1"), StringComparison.Ordinal);
        Assert.Contains("guarantor", await bot.DoAsync("claire> 1"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_offered_for_a_role_that_somebody_else_holds_or_that_a_call_looks_for_already()
    {
        await using var bot = await MethodWorld.OpenedAsync();
        await bot.DoAsync("bob> /mission join M1 helping-commoner", "claire> /mission assign M1 bob helping-commoner", "bob> /mission accept M1 helping-commoner");
        await bot.DoAsync("claire> /commoners call coworking mission:M1 hours:2h", "claire> 1", "me> 3");

        var told = await bot.DoAsync("bob> /mission leave M1");

        Assert.Contains("→ claire (private): bob hands back Helping commoner for Study (M1).\n  [1] Show the mission\n", told, StringComparison.Ordinal);
    }
}
