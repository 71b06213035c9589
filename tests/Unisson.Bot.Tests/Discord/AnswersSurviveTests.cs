using Microsoft.EntityFrameworkCore;
using Unisson.Discord.Stub;
using Xunit;

namespace Unisson.Bot.Tests.Discord;

/// <summary>Answers survive (rule 16): what was stored is told, once, by the way that is left.</summary>
public sealed class AnswersSurviveTests
{
    [Fact]
    public async Task An_answer_without_a_way_comes_in_the_private_channel_that_exists()
    {
        await using var village = await Village.StartAsync();
        await village.WritesAsync(village.Bob);

        village.Discord.Faults.Answer(404, 1, Village.Callback);
        Village.Log(village.Bob, "soupe");
        await village.Discord.UntilAsync(() => Village.Said(village.Bob, "soupe") == 1, "the answer in private");

        Assert.Contains("L1", village.Bob.Dms[^1].Text, StringComparison.Ordinal);
        await village.SettledAsync();
        await village.World.RestartAsync();
        Assert.DoesNotContain("soupe", (await Village.Log(village.Bob, "pain").SeenAsync()).Text, StringComparison.Ordinal);
        Assert.Equal(1, Village.Said(village.Bob, "soupe"));
    }

    [Fact]
    public async Task Without_a_private_channel_it_comes_with_the_next_command_and_only_with_that()
    {
        await using var village = await Village.StartAsync();
        village.Discord.Faults.Answer(404, 1, Village.Callback);
        Village.Log(village.Bob, "soupe");
        await village.World.PutAsideAsync();

        var next = await NextAsync(village, "pain");
        Assert.Contains("pain", next, StringComparison.Ordinal);
        await village.Discord.UntilAsync(() => Village.Said(village.Bob, "soupe") == 1, "the answer of before");

        await NextAsync(village, "sel");
        await village.World.RestartAsync();
        await NextAsync(village, "eau");
        await village.SettledAsync();
        Assert.Equal(1, Village.Said(village.Bob, "soupe"));
        Assert.Equal(["soupe", "pain", "sel", "eau"], (await village.LedgerAsync()).Where(w => w != "to end with"));
    }

    [Fact]
    public async Task What_could_not_be_told_with_the_next_command_comes_with_the_one_after()
    {
        await using var village = await Village.StartAsync();
        village.Discord.Faults.Answer(404, 1, Village.Callback);
        Village.Log(village.Bob, "soupe");
        await village.World.PutAsideAsync();

        village.Discord.Faults.Answer(404, 1, Village.FollowUp);
        await NextAsync(village, "pain");
        await village.World.PutAsideAsync();

        await NextAsync(village, "sel");
        await village.Discord.UntilAsync(() => Village.Said(village.Bob, "soupe") == 1, "the answer of before");
    }

    [Fact]
    public async Task That_an_answer_was_seen_is_stored_although_nobody_does_anything_more()
    {
        using var committed = new SemaphoreSlim(0);
        await using var village = await Village.StartAsync();
        village.World.Host.Store.Writer.Committed += _ => committed.Release();
        await Village.Log(village.Bob, "soupe").SeenAsync();

        while (await village.World.SeeAsync(db => db.Inbox.AnyAsync(i => i.AnsweredAt == null, TestContext.Current.CancellationToken)))
        {
            Assert.True(await committed.WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken), "A process that is killed an hour later would answer again.");
        }
    }

    [Fact]
    public async Task What_is_just_being_answered_is_not_told_again_with_another_command()
    {
        await using var village = await Village.StartAsync();
        village.Discord.Faults.Answer(404, 1, Village.Callback);
        Village.Log(village.Bob, "soupe");
        await village.World.PutAsideAsync();

        var arrives = new TaskCompletionSource();
        village.Discord.Faults.Hold(arrives.Task, 1, Village.Callback);
        var held = Village.Log(village.Bob, "pain");
        await village.Discord.UntilAsync(() => village.Discord.Faults.Pending == 0, "the answer on its way");
        await NextAsync(village, "sel");
        await village.Discord.UntilAsync(() => Village.Said(village.Bob, "soupe") == 1, "the answer of before");
        arrives.SetResult();
        await held.SeenAsync();
        await village.SettledAsync();

        Assert.Equal(1, Village.Said(village.Bob, "pain"));
        Assert.Equal(1, Village.Said(village.Bob, "soupe"));
    }

    [Fact]
    public async Task After_a_restart_it_comes_by_the_interaction_while_that_lives()
    {
        var time = new FlowingTime();
        await using var village = await Village.StartAsync(time);
        var deferred = await DeferredAndLostAsync(village);

        await village.World.RestartAsync();

        Assert.Contains("soupe", (await deferred.SeenAsync()).Text, StringComparison.Ordinal);
        Assert.Equal(1, Village.Said(village.Bob, "soupe"));
        await village.SettledAsync();
        Assert.Equal(1, Village.Said(village.Bob, "soupe"));
    }

    [Fact]
    public async Task After_a_restart_and_too_late_for_the_interaction_it_comes_with_the_next_command()
    {
        var time = new FlowingTime();
        await using var village = await Village.StartAsync(time);
        await DeferredAndLostAsync(village);

        time.Skip(TimeSpan.FromMinutes(16));
        await village.World.RestartAsync();
        await village.Discord.UntilAsync(() => village.Discord.Requests.Count(r => r.Route == Village.Edit) == 2, "the try by the interaction");
        await village.SettledAsync();
        await Village.Log(village.Bob, "pain").SeenAsync();
        await village.Discord.UntilAsync(() => Village.Said(village.Bob, "soupe") == 1, "the answer of before");

        Assert.Equal(["soupe", "to end with", "pain"], await village.LedgerAsync());
    }

    [Fact]
    public async Task What_was_answered_is_not_told_again_after_a_restart()
    {
        await using var village = await Village.StartAsync();
        await village.WritesAsync(village.Bob);
        await Village.Log(village.Bob, "soupe").SeenAsync();
        village.Bob.Dm("merci");
        await village.Discord.UntilAsync(() => village.Bob.Dms.Count == 4, "an answer in private");

        await village.World.StopAsync();
        village.World.Clock.Advance(TimeSpan.FromHours(1));
        await village.World.OpenAsync();
        await village.SettledAsync();

        Assert.Equal(4, village.Bob.Dms.Count);
        Assert.Equal(1, Village.Said(village.Bob, "soupe"));
    }

    [Fact]
    public async Task The_same_interaction_delivered_again_changes_nothing_and_is_answered_the_same()
    {
        await using var village = await Village.StartAsync();
        await village.WritesAsync(village.Bob);
        var given = Village.Log(village.Bob, "soupe");
        var first = (await given.SeenAsync()).Text;

        var requests = village.Discord.Requests.Count;
        given.DeliverAgain();
        await village.Discord.UntilAsync(() => village.Discord.Requests.Count > requests, "the second answer");
        await village.SettledAsync();

        Assert.Equal(first, (await given.SeenAsync()).Text);
        Assert.Equal(1, Village.Said(village.Bob, "soupe"));
        Assert.Equal(["soupe", "to end with"], await village.LedgerAsync());
    }

    [Fact]
    public async Task A_form_and_a_sentence_of_the_door_delivered_again_do_no_harm()
    {
        await using var village = await Village.StartAsync();
        var form = village.Bob.SlashStart("contribution noter");
        Assert.Equal(SeenKind.Modal, (await form.SeenAsync()).Kind);
        var requests = village.Discord.Requests.Count;

        form.DeliverAgain();
        await village.Discord.UntilAsync(() => village.Discord.Requests.Count > requests, "the second answer");

        Assert.Contains("to end with", (await village.SettledAsync()).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_private_word_whose_answer_was_lost_is_answered_all_the_same()
    {
        await using var village = await Village.StartAsync();
        await village.WritesAsync(village.Bob);
        village.Discord.Faults.Answer(404, 1, Village.Post);

        village.Bob.Dm("/contribution noter coworking 1h soupe");
        await village.Discord.UntilAsync(() => village.Discord.Faults.Pending == 0, "the lost answer");
        await Village.Log(village.Bob, "pain").SeenAsync();
        await village.Discord.UntilAsync(() => Village.Said(village.Bob, "soupe") == 1, "the answer of before");
        Assert.Equal(["soupe", "pain"], await village.LedgerAsync());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_slow_answer_is_announced_after_a_second_and_a_half_and_stays_private(bool wasLost)
    {
        await using var village = await Village.StartAsync(new FlowingTime());
        var (done, holds) = Hold(village);
        if (wasLost)
        {
            village.Discord.Faults.LoseAnswer(1, Village.Callback);
        }

        var given = Village.Log(village.Bob, "soupe");
        var first = await given.FirstAsync();
        Assert.True(first.Deferred);
        Assert.InRange(first.Elapsed, TimeSpan.FromSeconds(1.4), TimeSpan.FromSeconds(3));
        done.SetResult();
        await holds;

        var seen = await given.SeenAsync();
        Assert.Equal(SeenKind.Ephemeral, seen.Kind);
        Assert.Contains("soupe", seen.Text, StringComparison.Ordinal);
        Assert.Equal(1, Village.Said(village.Bob, "soupe"));
    }

    /// <summary>A command that was announced, done, and whose answer found no way.</summary>
    private static async Task<StubInteraction> DeferredAndLostAsync(Village village)
    {
        var (done, holds) = Hold(village);
        village.Discord.Faults.Answer(404, 1, Village.Edit);
        var given = Village.Log(village.Bob, "soupe");
        Assert.True((await given.FirstAsync()).Deferred);
        done.SetResult();
        await holds;
        await village.Discord.UntilAsync(() => village.Discord.Faults.Pending == 0, "the lost answer");
        return given;
    }

    /// <summary>Keeps the writer busy.</summary>
    private static (TaskCompletionSource Done, Task Holds) Hold(Village village)
    {
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        return (done, village.World.Host.Store.Writer.WriteAsync(_ => done.Task));
    }

    private static async Task<string> NextAsync(Village village, string what) => (await Village.Log(village.Bob, what).SeenAsync()).Text;
}
