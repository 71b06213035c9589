using System.Text.Json.Nodes;

namespace Unisson.Matrix.Stub.Tests;

/// <summary>Claire's room with the bot in it, and the bot as a raw client.</summary>
internal sealed class Scene : IAsyncDisposable
{
    private Scene(StubMatrix matrix)
    {
        Matrix = matrix;
        Claire = matrix.AddPerson("claire", "Claire");
        Room = Claire.CreateRoom("Missions");
        Claire.Invite(Room, matrix.Bot);
        matrix.Bot.Join(Room);
        Bot = new RawClient(matrix, matrix.Token);
    }

    public StubMatrix Matrix { get; }

    public StubPerson Claire { get; }

    public StubRoom Room { get; }

    public RawClient Bot { get; }

    public static async Task<Scene> StartAsync(StubOptions? options = null) => new(await StubMatrix.StartAsync(options));

    public JsonNode? Joined(JsonNode sync) => sync["rooms"]?["join"]?[Room.Id];

    public IEnumerable<string?> Bodies(JsonNode sync)
        => Joined(sync)?["timeline"]!["events"]!.AsArray().Where(e => (string?)e!["type"] == "m.room.message").Select(e => (string?)e!["content"]!["body"]) ?? [];

    public async ValueTask DisposeAsync()
    {
        Bot.Dispose();
        await Matrix.DisposeAsync();
    }
}
