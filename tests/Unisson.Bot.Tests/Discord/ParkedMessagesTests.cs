using Unisson.Discord.Stub;
using Xunit;

namespace Unisson.Bot.Tests.Discord;

/// <summary>A private message without a way comes with its person's next command, and waits on until Discord took it.</summary>
public sealed class ParkedMessagesTests
{
    [Fact]
    public async Task A_message_that_was_refused_comes_with_the_command_after_and_only_with_that()
    {
        await using var village = await ParkedAsync();

        village.Discord.Faults.Answer(404, 1, Village.FollowUp);
        await LogAsync(village, "soupe");
        await village.World.LoggedAsync("LogLost");
        Assert.Equal(0, Told(village));

        await LogAsync(village, "pain");
        await village.Discord.UntilAsync(() => Told(village) == 1, "what waited");
        await village.SettledAsync();
        await LogAsync(village, "sel");
        await village.SettledAsync();
        Assert.Equal(1, Told(village));
    }

    [Fact]
    public async Task What_was_taken_before_a_refusal_is_not_told_again()
    {
        await using var village = await ParkedAsync();
        await JoinsAsync(village, village.Discord.AddUser("ana").In(village.Guild).At(village.Missions));

        var taken = new TaskCompletionSource();
        village.Discord.Faults.Hold(taken.Task, 2, Village.FollowUp);
        village.Discord.Faults.Answer(404, 1, Village.FollowUp);
        taken.SetResult();
        await LogAsync(village, "soupe");
        await village.World.LoggedAsync("LogLost");
        Assert.Equal((1, 0), (Told(village), Told(village, "ana")));

        await LogAsync(village, "pain");
        await village.Discord.UntilAsync(() => Told(village, "ana") == 1, "what waited");
        Assert.Equal(1, Told(village));
    }

    [Fact]
    public async Task A_message_that_may_have_been_seen_comes_again_and_says_so()
    {
        await using var village = await ParkedAsync();

        // After the sentence that says why they come.
        village.Discord.Faults.Hold(Task.CompletedTask, 1, Village.FollowUp);
        village.Discord.Faults.LoseAnswer(1, Village.FollowUp);
        await LogAsync(village, "soupe");
        await village.World.LoggedAsync("LogLost");
        Assert.Equal(1, Told(village));
        await village.World.RestartAsync();

        await LogAsync(village, "pain");
        await village.Discord.UntilAsync(() => Told(village) == 2, "what waited");
        Assert.Equal(1, Village.Said(village.Claire, "Peut-être l’as-tu déjà vu"));
    }

    [Fact]
    public async Task A_message_whose_request_was_lost_comes_with_the_next_command_after_a_restart()
    {
        await using var village = await ParkedAsync();

        village.Discord.Faults.LoseRequest(1, Village.FollowUp);
        await LogAsync(village, "soupe");
        await village.World.LoggedAsync("LogLost");
        await village.World.RestartAsync();

        await LogAsync(village, "pain");
        await village.Discord.UntilAsync(() => Told(village) == 1, "what waited");
    }

    [Fact]
    public async Task A_message_that_was_on_its_way_when_the_program_stopped_is_not_lost()
    {
        await using var village = await ParkedAsync();

        var arrives = new TaskCompletionSource();
        village.Discord.Faults.Hold(arrives.Task, 1, Village.FollowUp);
        await LogAsync(village, "soupe");
        await village.Discord.UntilAsync(() => village.Discord.Faults.Pending == 0, "the message on its way");
        await village.World.RestartAsync();

        await LogAsync(village, "pain");
        await village.Discord.UntilAsync(() => Told(village) == 1, "what waited");
        arrives.SetResult();
    }

    [Fact]
    public async Task Two_commands_at_once_tell_it_once()
    {
        await using var village = await ParkedAsync();

        var arrives = new TaskCompletionSource();
        village.Discord.Faults.Hold(arrives.Task, 1, Village.FollowUp);
        await LogAsync(village, "soupe");
        await village.Discord.UntilAsync(() => village.Discord.Faults.Pending == 0, "the message on its way");
        await LogAsync(village, "pain");
        await village.SettledAsync();
        arrives.SetResult();
        await village.Discord.UntilAsync(() => Told(village) == 1, "what waited");
        await village.SettledAsync();

        Assert.Equal(1, Told(village));
    }

    /// <summary>Bob helps with Claire's mission, and Claire cannot be written to.</summary>
    private static async Task<Village> ParkedAsync()
    {
        var village = await Village.StartAsync();
        await village.Claire.Slash("mission ouvrir", ("titre", "Verger"), ("communs", "coworking"));
        await village.Discord.UntilAsync(() => village.Missions.Messages.Count == 1, "the card");
        await JoinsAsync(village, village.Bob);
        return village;
    }

    private static async Task JoinsAsync(Village village, StubUser user)
        => Village.Calm(await user.Press(village.Missions.Messages[0], "Rejoindre"));

    private static Task<Seen> LogAsync(Village village, string what) => Village.Log(village.Claire, what).SeenAsync();

    private static int Told(Village village, string name = "bob") => Village.Said(village.Claire, name);
}
