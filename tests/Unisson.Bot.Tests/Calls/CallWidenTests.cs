using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Calls;
using Unisson.Bot.Experiences;
using Unisson.Bot.Tests.Harness;
using Xunit;

namespace Unisson.Bot.Tests.Calls;

/// <summary><c>/call widen</c>.</summary>
public sealed class CallWidenTests
{
    private const string Open = "claire> /commoners call coworking mission:M1 hours:2h by:\"in 6 days\" terms:paid near:Lons";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_filled_call_with_more_places_runs_again_with_less_experience_in_the_open()
    {
        await using var v = await Village.StartAsync();
        await v.GivesAsync("ana");
        await v.GivesAsync("bob", level: Level.Used);
        await v.Bot.DoAsync(Open, "ana> yes");
        Assert.Equal(CallState.Filled, await v.Bot.SeeAsync(db => db.Calls.Select(c => c.State).SingleAsync(Ct)));

        var widened = await v.Bot.DoAsync("claire> /call widen C1 places:2 level:used near:-");

        Assert.StartsWith("C1 is wider. I will gently ask the people who wished it; the card is up to date.\n  2 places in all.\n  Having used it is enough.\n", widened, StringComparison.Ordinal);
        Assert.Contains("→ bob (private)", widened, StringComparison.Ordinal);
        var card = widened[widened.IndexOf("→ #", StringComparison.Ordinal)..];
        Assert.Contains("Having used it is enough.", card, StringComparison.Ordinal);
        Assert.Contains("1 of 2 places open.", card, StringComparison.Ordinal);
        Assert.DoesNotContain("Near Lons", card, StringComparison.Ordinal);
        await v.Bot.DoAsync("bob> yes");
        Assert.Equal(CallState.Filled, await v.Bot.SeeAsync(db => db.Calls.Select(c => c.State).SingleAsync(Ct)));
    }

    [Fact]
    public async Task Its_answer_is_the_same_whether_anybody_is_there_to_be_asked_or_not()
    {
        await using var many = await Village.StartAsync();
        await using var none = await Village.StartAsync();
        await many.GivesAsync("ana");
        await many.GivesAsync("bob");
        foreach (var v in new[] { many, none })
        {
            await v.Bot.DoAsync(Open);
        }

        string Own(string block) => block.Split("→ ")[0];
        Assert.Equal(Own(await none.Bot.DoAsync("claire> /call widen C1 places:3")), Own(await many.Bot.DoAsync("claire> /call widen C1 places:3")));
        Assert.Equal(Own(await none.Bot.DoAsync("claire> /call show C1")), Own(await many.Bot.DoAsync("claire> /call show C1")));
    }

    [Theory]
    [InlineData("claire> /call widen C1", "call.widen-empty")]
    [InlineData("claire> /call widen C1 places:1", "call.widen-places")]
    [InlineData("claire> /call widen C1 level:maintained", "call.widen-level")]
    [InlineData("claire> /call widen C9 places:2", "call.unknown")]
    [InlineData("bob> /appel élargir C1 places:2", "standing.team")]
    public async Task A_refusal_gives_its_own_reason_and_changes_nothing(string line, string code)
    {
        await using var v = await Village.StartAsync();
        await v.Bot.DoAsync(Open, "bob> /call list");

        Assert.Equal(code, await v.Bot.RefusedAsync(line));
        Assert.Equal((1, Level.Contributed, "Lons"), await v.Bot.SeeAsync(db => db.Calls.Select(c => new ValueTuple<int, Level, string?>(c.Places, c.Level, c.Near)).SingleAsync(Ct)));
    }

    [Fact]
    public async Task A_filled_call_does_not_become_the_third_that_runs()
    {
        await using var v = await Village.StartAsync();
        await v.GivesAsync("ana");
        await v.Bot.DoAsync(Open, "ana> yes", Open, Open);

        Assert.Equal("call.two-open", await v.Bot.RefusedAsync("claire> /call widen C1 places:2"));
        await v.Bot.DoAsync("claire> /call close C1");
        Assert.Equal("call.closed-already", await v.Bot.RefusedAsync("claire> /call widen C1 places:2"));
    }
}
