using System.Text.Json;

namespace Unisson.Matrix.Tests.Synapse;

/// <summary>Each verb of a person, seen by another person.</summary>
public sealed class PersonTests(SharedHomeserver shared)
{
    [Fact]
    public async Task Messages_of_every_kind_arrive()
    {
        var (claire, bob, room) = await TwoAsync();

        var text = await claire.SendAsync(room, "hello");
        await bob.WaitForTextAsync(room, "hello");
        var reply = await bob.ReplyAsync(room, text, "hello you");
        await claire.WaitForAsync(seen => seen.EventId == reply && seen.RelType is null);
        var edit = await claire.EditAsync(room, text, "good evening");
        Assert.Equal(text, (await bob.WaitForAsync(seen => seen.EventId == edit && seen.RelType is "m.replace")).RelatesTo);
        await bob.ReactAsync(room, text, "👍");
        Assert.Equal(text, (await claire.WaitForAsync(seen => seen.Type is "m.reaction" && seen.RelType is "m.annotation")).RelatesTo);
        Assert.Equal("M_DUPLICATE_ANNOTATION", (await Assert.ThrowsAsync<MatrixRefusedException>(() => bob.ReactAsync(room, text, "👍"))).Errcode);
        await bob.SendInThreadAsync(room, text, "aside");
        Assert.Equal("m.thread", (await claire.WaitForTextAsync(room, "aside")).RelType);
        await claire.RedactAsync(room, text);
        await bob.WaitForAsync(seen => seen.Type is "m.room.redaction");
        Assert.False((await bob.GetEventAsync(room, text)).GetProperty("content").TryGetProperty("body", out _));
    }

    [Fact]
    public async Task A_file_arrives_whole()
    {
        var (claire, bob, room) = await TwoAsync();

        await claire.SendFileAsync(room, "liste.csv", "a;b\n"u8.ToArray(), "text/csv");

        var file = await bob.WaitForTextAsync(room, "liste.csv");
        Assert.Equal("a;b\n"u8.ToArray(), await bob.DownloadAsync(file.Content.GetProperty("url").GetString()!));
    }

    [Fact]
    public async Task Invited_by_dm_joined_kicked_and_gone()
    {
        var homeserver = await shared.StartedAsync();
        var (claire, bob) = (await homeserver.RegisterAsync("claire"), await homeserver.RegisterAsync("bob"));
        await claire.CreateDmAsync(bob.UserId);
        var room = await bob.WaitForInviteAsync(claire.UserId);
        await bob.JoinAsync(room);
        await claire.WaitForAsync(seen => seen.StateKey == bob.UserId && seen.Content.GetProperty("membership").ValueEquals("join"));

        var group = await claire.CreatePrivateRoomAsync("circle", version: "10", bob);
        await bob.JoinAsync(await bob.WaitForInviteAsync(claire.UserId));
        await claire.KickAsync(group, bob.UserId);
        await bob.WaitForAsync(seen => seen.RoomId == group && seen.Membership is "leave" && seen.Sender == claire.UserId);
        Assert.Equal("M_FORBIDDEN", (await Assert.ThrowsAsync<MatrixRefusedException>(() => bob.SendAsync(group, "still here"))).Errcode);

        await bob.LeaveAsync(room);
        await claire.WaitForAsync(seen => seen.StateKey == bob.UserId && seen.Content.GetProperty("membership").ValueEquals("leave") && seen.Sender == bob.UserId);
    }

    [Fact]
    public async Task Rooms_have_versions_powers_spaces_and_successors()
    {
        var (claire, bob, _) = await TwoAsync();
        var room = await claire.CreatePublicRoomAsync("old", version: "10");
        await bob.JoinAsync(room);
        await claire.SetPowerLevelAsync(room, bob.UserId, 50);
        await claire.SetPowerLevelsAsync(room, levels => levels["events_default"] = 50);
        await bob.SendAsync(room, "allowed");
        var space = await claire.CreateSpaceAsync("commons");
        await claire.AddToSpaceAsync(space, room);

        var successor = await claire.UpgradeAsync(room, "12");

        Assert.Equal(successor, (await claire.GetStateAsync(room, "m.room.tombstone")).GetProperty("replacement_room").GetString());
        Assert.Equal("12", Version(await claire.GetStateAsync(successor, "m.room.create")));
        Assert.Equal("10", Version(await claire.GetStateAsync(room, "m.room.create")));
        await bob.WaitForAsync(seen => seen.RoomId == room && seen.Type is "m.room.tombstone");
    }

    private static string? Version(JsonElement create) => create.GetProperty("room_version").GetString();

    private async Task<(MatrixPerson Claire, MatrixPerson Bob, string Room)> TwoAsync()
    {
        var homeserver = await shared.StartedAsync();
        var (claire, bob) = (await homeserver.RegisterAsync("claire"), await homeserver.RegisterAsync("bob"));
        var room = await claire.CreatePublicRoomAsync("village");
        await bob.JoinAsync(room);
        return (claire, bob, room);
    }
}
