namespace Unisson.Matrix.Tests.Synapse;

public sealed class EncryptionTests(SharedHomeserver shared)
{
    [Fact]
    public async Task A_server_may_encrypt_every_new_room()
    {
        await using var homeserver = await Homeserver.StartAsync(new() { EncryptedByDefault = "all" });
        var claire = await homeserver.RegisterAsync("claire");

        var room = await claire.CreatePublicRoomAsync("village");

        Assert.Equal("m.megolm.v1.aes-sha2", (await claire.GetStateAsync(room, "m.room.encryption")).GetProperty("algorithm").GetString());
    }

    [Fact]
    public async Task A_room_is_encrypted_from_when_somebody_says_so()
    {
        var claire = await (await shared.StartedAsync()).RegisterAsync("claire");
        var room = await claire.CreatePublicRoomAsync("village");
        Assert.Equal("M_NOT_FOUND", (await Assert.ThrowsAsync<MatrixRefusedException>(() => claire.GetStateAsync(room, "m.room.encryption"))).Errcode);

        await claire.EncryptAsync(room);

        await claire.GetStateAsync(room, "m.room.encryption");
    }
}
