using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Calls;
using Unisson.Bot.Missions;
using Xunit;

namespace Unisson.Bot.Tests.Calls;

public sealed class CallAnswerTests
{
    private const string Open = "claire> /commoners call coworking mission:M1 hours:2h by:\"15 December\" terms:paid";

    [Theory]
    [InlineData("ana> /call answer C1 yes", AskState.Accepted, "Thank you, the place is yours.")]
    [InlineData("ana> /call accept c1", AskState.Accepted, "Thank you, the place is yours.")]
    [InlineData("ana> 1", AskState.Accepted, "Thank you, the place is yours.")]
    [InlineData("ana> /call decline 1", AskState.Declined, "Noted, and thank you")]
    [InlineData("ana> /appel répondre C1 non", AskState.Declined, "C’est noté, et merci d’avoir répondu.")]
    [InlineData("ana> later", AskState.Later, "Fine: I show it to you once more, without a ring, on Wednesday 25 November at 9:00.")]
    [InlineData("ana> /call answer C1 later when:\"Monday 9am\"", AskState.Later, "Fine: I show it to you once more, without a ring, on Monday 30 November at 9:00.")]
    [InlineData("ana> /call answer C1 reserve", AskState.Reserve, "Noted: you come after all others")]
    [InlineData("ana> /call answer C1 not-this-subject", AskState.Declined, "Noted: I ask you nothing more about Coworking.")]
    [InlineData("ana> /call answer C1 pause", AskState.Declined, "Paused until Tuesday 8 December.")]
    [InlineData("ana> pas ce sujet", AskState.Declined, "Noted: I ask you nothing more about Coworking.")]
    [InlineData("ana> If nobody else can.", AskState.Reserve, "Noted: you come after all others")]
    public async Task Each_answer_is_one_gesture(string line, AskState state, string says)
    {
        await using var v = await Village.StartAsync();
        await v.GivesAsync("ana");
        await v.Bot.DoAsync(Open, "ana> /call show C1");

        Assert.StartsWith(says, await v.Bot.DoAsync(line), StringComparison.Ordinal);
        Assert.Equal(state, await v.Bot.SeeAsync(db => db.Asks.Select(a => a.State).SingleAsync()));
        var person = await v.Bot.SeeAsync(db => db.People.SingleAsync(p => p.Name == "ana"));
        Assert.Equal((1, 0, state == AskState.Accepted ? 1 : 0), (person.Replies, person.Unanswered, person.Yeses));
    }

    [Theory]
    [InlineData("bob> /call answer C1 no", "call.not-asked")]
    [InlineData("bob> /call answer C7 yes", "call.unknown")]
    [InlineData("bob> /call answer nonsense yes", "call.unknown")]
    [InlineData("bob> /call answer C1 perhaps", "option.choice")]
    [InlineData("bob> /call answer C1", "command.missing")]
    [InlineData("ana> /call answer C1 later when:\"20 December\"", "call.later")]
    [InlineData("ana> /call answer C1 later when:nonsense", "date.nonsense")]
    [InlineData("bob> /call close C1", "standing.team")]
    [InlineData("claire> /call close C9", "call.unknown")]
    [InlineData("bob> oui", "direct.nothing")]
    [InlineData("bob> quelque chose", "direct.unknown")]
    public async Task A_refusal_gives_its_own_reason_and_changes_nothing(string line, string code)
    {
        await using var v = await Village.StartAsync();
        await v.GivesAsync("ana");
        await v.Bot.DoAsync(Open, "bob> /call list");

        Assert.Equal(code, await v.Bot.RefusedAsync(line));
        Assert.Equal((CallState.Open, AskState.Sent), await v.Bot.SeeAsync(async db => (await db.Calls.Select(c => c.State).SingleAsync(), await db.Asks.Select(a => a.State).SingleAsync())));
    }

    [Fact]
    public async Task An_answer_can_be_changed_until_somebody_else_has_the_place()
    {
        await using var v = await Village.StartAsync();
        await v.GivesAsync("ana");
        await v.GivesAsync("bob");
        await v.Bot.DoAsync(Open, "ana> no");

        Assert.StartsWith("Thank you, the place is yours.", await v.Bot.DoAsync("ana> /call answer C1 yes"), StringComparison.Ordinal);
        Assert.StartsWith("The place has just been taken. You are in reserve; I only come back if it frees up.\n", await v.Bot.DoAsync("bob> /call answer C1 yes"), StringComparison.Ordinal);
        var back = await v.Bot.DoAsync("ana> /call answer C1 no");
        Assert.Contains("→ bob (private): A place is free again, if you still like: Coworking in Lons: 2 h by Tuesday 15 December, paid.\n", back, StringComparison.Ordinal);
        Assert.StartsWith("Thank you, the place is yours.", await v.Bot.DoAsync("bob> yes"), StringComparison.Ordinal);
        var person = await v.Bot.SeeAsync(db => db.People.SingleAsync(p => p.Name == "ana"));
        Assert.Equal((1, 1), (person.Replies, person.Yeses));
    }

    [Fact]
    public async Task Of_two_who_take_the_last_place_at_once_one_gets_it_and_the_other_is_next()
    {
        await using var v = await Village.StartAsync();
        await v.GivesAsync("ana");
        await v.GivesAsync("bob");
        await v.Bot.DoAsync(Open, "ana> no", "ana> /call show C1");

        var answers = await Task.WhenAll(v.AnswerAsync("ana", "C1", "yes"), v.AnswerAsync("bob", "C1", "yes"));

        Assert.Single(answers, a => a.First.StartsWith("Thank you, the place is yours.", StringComparison.Ordinal));
        Assert.Single(answers, a => a.First.StartsWith("The place has just been taken. You are in reserve", StringComparison.Ordinal));
        Assert.Equal([AskState.Accepted, AskState.Reserve], await v.Bot.SeeAsync(db => db.Asks.Select(a => a.State).OrderBy(s => s).ToListAsync()));
    }

    [Fact]
    public async Task Saying_yes_twice_is_harmless()
    {
        await using var v = await Village.StartAsync();
        await v.GivesAsync("ana");
        await v.Bot.DoAsync(Open);

        var first = await v.Bot.DoAsync("ana> yes");
        var second = await v.Bot.DoAsync("ana> /call answer C1 yes");
        Assert.StartsWith("Thank you, the place is yours.", second, StringComparison.Ordinal);
        Assert.Contains("→ claire", first, StringComparison.Ordinal);
        Assert.DoesNotContain("→", second, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_was_not_asked_comes_forward_outside_all_caps_and_is_a_candidate()
    {
        await using var v = await Village.StartAsync();
        await v.GivesAsync("ana", asks: 0, hours: 0);
        var card = await v.Bot.DoAsync(Open);
        Assert.DoesNotContain("→ ana", card, StringComparison.Ordinal);

        var forward = await v.Bot.DoAsync("ana> 2");

        Assert.StartsWith("Thank you for coming forward. claire is told and will speak with you;", forward, StringComparison.Ordinal);
        Assert.Contains("→ claire (private): ana comes forward for Coworking in Lons (C1).\n", forward, StringComparison.Ordinal);
        Assert.Contains("  Coming forward: ana.\n", forward, StringComparison.Ordinal);
        Assert.Equal((Holding.Candidate, CallState.Open), await v.Bot.SeeAsync(async db => (
            await db.RoleHolders.Where(h => h.Role == RoleKind.HelpingCommoner).Select(h => h.Holding).SingleAsync(), await db.Calls.Select(c => c.State).SingleAsync())));

        await v.Bot.DoAsync("ana> /call answer C1 no");
        Assert.Equal(Holding.HandedBack, await v.Bot.SeeAsync(db => db.RoleHolders.Where(h => h.Role == RoleKind.HelpingCommoner).Select(h => h.Holding).SingleAsync()));
    }

    [Fact]
    public async Task While_somebody_who_came_forward_is_fresh_nobody_is_asked_in_their_stead()
    {
        await using var v = await Village.StartAsync();
        await v.GivesAsync("ana");
        await v.GivesAsync("bob");
        await v.Bot.DoAsync(Open, "dan> /call answer C1 yes");

        Assert.DoesNotContain("→ bob", await v.Bot.DoAsync("ana> no"), StringComparison.Ordinal);
        Assert.Contains("→ bob", await v.Bot.WaitAsync(TimeSpan.FromDays(3)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Once_the_team_chose_somebody_who_came_forward_the_call_is_filled()
    {
        await using var v = await Village.StartAsync();
        await v.GivesAsync("ana");
        await v.Bot.DoAsync(Open, "dan> /call answer C1 yes");
        await v.ChangeAsync("dan", async (db, dan) =>
        {
            (await db.RoleHolders.SingleAsync(h => h.PersonId == dan.Id)).Holding = Holding.Selected;
            (await db.Calls.SingleAsync()).DueAt = v.Bot.Now;
        });

        var filled = await v.Bot.WaitAsync(TimeSpan.Zero);

        Assert.Contains("→ ana (private): The call for Coworking in Lons is filled", filled, StringComparison.Ordinal);
        Assert.Contains("  With dan.\n", filled, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Leaving_the_role_in_the_mission_frees_the_place()
    {
        await using var v = await Village.StartAsync();
        await v.GivesAsync("ana");
        await v.GivesAsync("bob");
        await v.Bot.DoAsync(Open, "ana> yes");

        var left = await v.Bot.DoAsync("ana> /mission leave M1");

        Assert.Contains("→ bob (private): Coworking in Lons: 2 h by Tuesday 15 December, paid. Would you like to help?", left, StringComparison.Ordinal);
        Assert.Equal(CallState.Open, await v.Bot.SeeAsync(db => db.Calls.Select(c => c.State).SingleAsync()));
    }

    [Fact]
    public async Task A_mission_that_is_abandoned_releases_everybody()
    {
        await using var v = await Village.StartAsync();
        await v.GivesAsync("ana");
        await v.Bot.DoAsync(Open);

        var over = await v.Bot.DoAsync("claire> /mission status M1 abandoned reason:\"No sponsor\"");

        Assert.Contains("→ ana (private): The call for Coworking in Lons is over, there is nothing left for you to do.\n", over, StringComparison.Ordinal);
        Assert.Equal((CallState.Closed, AskState.Released), await v.Bot.SeeAsync(async db => (await db.Calls.Select(c => c.State).SingleAsync(), await db.Asks.Select(a => a.State).SingleAsync())));
    }

    [Fact]
    public async Task Only_if_nobody_else_can_comes_last_and_not_at_once()
    {
        await using var v = await Village.StartAsync();
        await v.GivesAsync("ana");
        await v.Bot.DoAsync(Open);

        Assert.DoesNotContain("→ ana", await v.Bot.DoAsync("ana> /call answer C1 reserve"), StringComparison.Ordinal);
        Assert.Equal("", await v.Bot.WaitAsync(TimeSpan.FromHours(20)));
        await v.GivesAsync("bob");
        var next = await v.Bot.WaitAsync(TimeSpan.FromDays(1));
        Assert.Contains("→ bob (private)", next, StringComparison.Ordinal);
        Assert.DoesNotContain("→ ana", next, StringComparison.Ordinal);

        await v.Bot.DoAsync("bob> no");
        var last = await v.Bot.WaitAsync(TimeSpan.FromDays(12));
        Assert.Contains("→ ana (private): Coworking in Lons: 2 h by Tuesday 15 December, paid. Would you like to help?", last, StringComparison.Ordinal);
        Assert.Contains("  You put yourself in reserve for this call, and it is still open.\n", last, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Not_this_subject_holds_for_later_calls_too()
    {
        await using var v = await Village.StartAsync();
        await v.GivesAsync("ana");
        await v.Bot.DoAsync(Open, "ana> /call answer C1 \"not this subject\"", "claire> /call close C1");

        Assert.DoesNotContain("→ ana", await v.Bot.DoAsync(Open), StringComparison.Ordinal);
        Assert.False(await v.Bot.SeeAsync(db => db.Experiences.Select(x => x.IsAskable).SingleAsync()));
    }

    [Fact]
    public async Task An_old_button_says_since_when_the_call_is_closed()
    {
        await using var v = await Village.StartAsync();
        await v.GivesAsync("ana");
        await v.Bot.DoAsync(Open, "claire> /call close C1");

        Assert.Equal("This call closed on Tuesday 24 November. You can still offer your help to the team.\n", await v.Bot.DoAsync("ana> /call answer C1 yes"));
        Assert.Equal("This call closed on Tuesday 24 November. You can still offer your help to the team.\n", await v.Bot.DoAsync("dan> /call answer C1 yes"));
        Assert.Equal("call.closed-already", await v.Bot.RefusedAsync("claire> /call close C1"));
        var person = await v.Bot.SeeAsync(db => db.People.SingleAsync(p => p.Name == "ana"));
        Assert.Equal((1, 0), (person.Replies, person.Unanswered));
    }

    [Fact]
    public async Task With_several_open_asks_a_bare_yes_shows_all_of_them()
    {
        await using var v = await Village.StartAsync();
        await v.GivesAsync("ana");
        await v.Bot.DoAsync(Open, Open);

        var both = await v.Bot.DoAsync("ana> oui");

        Assert.StartsWith("2 calls wait for your answer", both, StringComparison.Ordinal);
        Assert.Contains("[1] C1  [2] C2", both, StringComparison.Ordinal);
        Assert.Equal(2, await v.Bot.SeeAsync(db => db.Asks.CountAsync(a => a.State == AskState.Sent)));
        Assert.Equal("With pleasure.\n", await v.Bot.DoAsync("ana> merci !"));
    }

    [Fact]
    public async Task Pause_and_I_am_here_are_understood_as_they_are_written()
    {
        await using var v = await Village.StartAsync();
        await v.GivesAsync("ana");
        await v.GivesAsync("bob");
        await v.Bot.DoAsync(Open);

        var pause = await v.Bot.DoAsync("ana> pause");
        Assert.StartsWith("Paused, for as long as you like.", pause, StringComparison.Ordinal);
        Assert.Contains("→ bob (private): Coworking in Lons", pause, StringComparison.Ordinal);
        Assert.Equal(AskState.Released, await v.Bot.SeeAsync(db => db.Asks.OrderBy(a => a.Id).Select(a => a.State).FirstAsync()));

        await v.Bot.DoAsync("ana> je suis là !");
        Assert.Null(await v.Bot.SeeAsync(db => db.People.Where(p => p.Name == "ana").Select(p => p.PausedAt).SingleAsync()));
    }
}
