using System.Net;

namespace Unisson.Matrix.Tests.Synapse;

public sealed class SyncTests(SharedHomeserver shared)
{
    [Fact]
    public async Task A_bad_since_is_M_UNKNOWN()
    {
        var homeserver = await shared.StartedAsync();
        var claire = await homeserver.RegisterAsync("claire");

        var answer = await claire.CallAsync(HttpMethod.Get, "v3/sync?timeout=0&since=never-given");

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal("M_UNKNOWN", answer.Errcode);
    }

    [Fact]
    public async Task A_dead_token_is_M_UNKNOWN_TOKEN()
    {
        var homeserver = await shared.StartedAsync();
        var claire = await homeserver.RegisterAsync("claire");
        await claire.LogOutAsync();

        var answer = await claire.CallAsync(HttpMethod.Get, "v3/sync?timeout=0");

        Assert.Equal(HttpStatusCode.Unauthorized, answer.Status);
        Assert.Equal("M_UNKNOWN_TOKEN", answer.Errcode);
    }
}
