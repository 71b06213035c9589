using System.Net;
using System.Text.Json.Nodes;

namespace Unisson.Matrix.Tests.Synapse;

public sealed class RateLimitTests
{
    [Fact]
    public async Task Too_many_messages_are_told_when_to_come_again()
    {
        await using var homeserver = await Homeserver.StartAsync(new() { DefaultRates = true });
        var claire = await homeserver.RegisterAsync("claire");
        var room = await claire.CreatePublicRoomAsync("village");

        var answers = new List<MatrixAnswer>();
        for (var i = 0; i < 20; i++)
        {
            answers.Add(await claire.CallAsync(HttpMethod.Put, $"v3/rooms/{room}/send/m.room.message/{i}", new JsonObject { ["msgtype"] = "m.text", ["body"] = "hi" }));
        }

        var limited = answers.First(answer => answer.Status is HttpStatusCode.TooManyRequests);
        Assert.Equal("M_LIMIT_EXCEEDED", limited.Errcode);
        Assert.InRange(limited.Json.GetProperty("retry_after_ms").GetInt32(), 1, 60_000);
        Assert.NotNull(limited.RetryAfter);
    }
}
