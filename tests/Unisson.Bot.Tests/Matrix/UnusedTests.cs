using Unisson.Matrix.Stub;
using Xunit;

namespace Unisson.Bot.Tests.Matrix;

/// <summary>Rooms that nobody used, over a week of a clock of our own.</summary>
public sealed class UnusedTests
{
    [Fact]
    public async Task A_room_where_nobody_set_the_bot_up_is_left_after_a_week_and_no_other()
    {
        await using var world = await StubWorld.StartAsync(new DateTimeOffset(2026, 12, 1, 9, 0, 0, TimeSpan.Zero));
        var (claire, me) = (world.Matrix.AddPerson("claire", "Claire"), world.Matrix.Bot.Id);

        // Young is looked at before Forgotten: its room is older, but the bot came later.
        var (village, young, forgotten) = (claire.CreateRoom("Village"), claire.CreateRoom("Young"), claire.CreateRoom("Forgotten"));
        await world.InviteAsync(claire, village);
        await world.InviteAsync(claire, forgotten);
        await world.SayAsync(claire, village, "!setup start Village language:en zone:Europe/Paris");
        world.Clock.Advance(TimeSpan.FromDays(4));
        await world.InviteAsync(claire, young);
        Assert.Equal("join", forgotten.Membership(me));

        world.Clock.Advance(TimeSpan.FromDays(4));

        await world.UntilAsync(() => forgotten.Membership(me) == "leave", TimeSpan.FromHours(1), "the bot to leave");
        Assert.Equal("join", village.Membership(me));
        Assert.Equal("join", young.Membership(me));
    }
}
