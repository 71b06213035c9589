using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Reminders;
using Unisson.Matrix.Stub;
using Xunit;

namespace Unisson.Bot.Tests.Matrix;

/// <summary>Answers for somebody alone, who has no room with the bot yet: what was done is told there once it exists, and nobody is asked to do it twice.</summary>
public sealed class PrivateAnswersTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 24, 9, 0, 0, TimeSpan.Zero);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_reminder_for_a_channel_is_noted_once_and_its_answer_waits_in_the_room_that_is_opened_for_it()
    {
        await using var world = await StubWorld.StartAsync(Now);
        var claire = world.Matrix.AddPerson("claire");
        var room = await RoomAsync(world, claire);

        var pointed = await world.SayAsync(claire, room, "!rappel ajouter \"demain 18h\" relire pour:salon");

        Assert.Equal("Ma réponse n’est que pour toi : elle t’attend dans le salon à deux où je viens de t’inviter.", Body(pointed));
        var alone = world.Matrix.Rooms.Single(r => r.Membership(claire.Id) == "invite");
        Assert.StartsWith("R1 est noté pour mercredi 25 novembre 2026 à 18 h,", Body(await world.MessageAsync(alone, m => Body(m).StartsWith("R1", StringComparison.Ordinal), "the answer")), StringComparison.Ordinal);
        Assert.Equal(ReminderKind.Channel, (await world.Host.Store.Read().Reminders.SingleAsync(Ct)).Kind);
    }

    [Fact]
    public async Task What_was_done_is_told_when_the_person_begins_a_chat_and_not_again_after_a_restart()
    {
        await using var world = await StubWorld.StartAsync(Now);
        var claire = world.Matrix.AddPerson("claire");
        var room = await RoomAsync(world, claire);

        var pointed = await world.SayAsync(claire, room, "!moi réglages langue:français");
        Assert.StartsWith("J’ai une réponse pour toi en privé : ouvre une conversation avec moi, sans chiffrement, et écris-y « aide » ; je te la donne là : https://matrix.to/#/", Body(pointed), StringComparison.Ordinal);

        var alone = await world.AloneAsync(claire);
        await world.SayAsync(claire, alone, "aide");
        await world.StopAsync();
        await world.OpenAsync();
        await world.SayAsync(claire, alone, "aide");

        Assert.Single(alone.Messages, m => Body(m).StartsWith("C’est noté. Voici", StringComparison.Ordinal));
        Assert.Single(room.Messages, m => Body(m) == Body(pointed));
        Assert.StartsWith("C’est noté. Voici", Body(alone.Messages.First(m => m.Sender == world.Matrix.Bot.Id)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_only_reads_is_asked_to_read_it_there()
    {
        await using var world = await StubWorld.StartAsync(Now);
        var claire = world.Matrix.AddPerson("claire");
        var room = await RoomAsync(world, claire);

        Assert.StartsWith("J’ai quelque chose pour toi en privé : ouvre une conversation avec moi, sans chiffrement, et envoie la commande là", Body(await world.SayAsync(claire, room, "!moi voir")), StringComparison.Ordinal);
    }

    private static async Task<StubRoom> RoomAsync(StubWorld world, StubPerson claire)
    {
        var room = claire.CreateRoom("missions", isPublic: true);
        await world.InviteAsync(claire, room);
        await world.SayAsync(claire, room, "!espace installer Jura langue:fr zone:Europe/Paris");
        return room;
    }

    private static string Body(StubEvent message) => message.Shown["body"]!.GetValue<string>().Replace('\u00A0', ' ').Replace('\u202F', ' ');
}
