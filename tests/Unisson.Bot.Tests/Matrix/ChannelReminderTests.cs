using Unisson.Matrix.Stub;
using Xunit;

namespace Unisson.Bot.Tests.Matrix;

/// <summary>A reminder for the room it was typed in.</summary>
public sealed class ChannelReminderTests
{
    [Fact]
    public async Task It_is_posted_each_time_in_its_room_alone_and_rings_nobody()
    {
        await using var world = await StubWorld.StartAsync(new DateTimeOffset(2026, 11, 24, 9, 0, 0, TimeSpan.Zero));
        var claire = world.Matrix.AddPerson("claire");
        var (missions, lons) = (claire.CreateRoom("missions", isPublic: true), claire.CreateRoom("lons", isPublic: true));
        claire.CreateSpace("Jura", missions, lons);
        await world.InviteAsync(claire, missions);
        await world.SayAsync(claire, missions, "!espace installer Jura langue:fr zone:Europe/Paris");
        await world.InviteAsync(claire, lons);
        var alone = await world.AloneAsync(claire);
        await world.SayAsync(claire, alone, "!rappel liste");

        claire.Say(missions, "!rappel ajouter \"demain 9h\" \"la réunion @room\" pour:salon répéter:\"chaque jour\"");

        await world.MessageAsync(alone, m => Body(m).StartsWith("R1 est noté", StringComparison.Ordinal), "the answer in private");
        for (var day = 1; day <= 2; day++)
        {
            await world.PassAsync(TimeSpan.FromDays(1));
            await world.UntilAsync(() => Posted(missions).Count == day, TimeSpan.FromSeconds(1), "the day's message");
        }

        Assert.Contains("Il revient tous les jours à 9 h.", Body(Posted(missions)[0]).Replace('\u00A0', ' '), StringComparison.Ordinal);
        Assert.All(Posted(missions), m => Assert.Equal("m.notice", m.Shown["msgtype"]!.GetValue<string>()));
        Assert.All(Posted(missions), m => Assert.Null(m.Shown["m.mentions"]?["room"]));
        Assert.Empty(Posted(lons));

        List<StubEvent> Posted(StubRoom room) => [.. room.Messages.Where(m => m.Sender == world.Matrix.Bot.Id && Body(m).Contains("Rappel", StringComparison.Ordinal))];
    }

    private static string Body(StubEvent message) => message.Shown["body"]!.GetValue<string>().Replace('\u202F', ' ');
}
