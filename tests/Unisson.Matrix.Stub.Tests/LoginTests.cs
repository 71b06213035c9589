using System.Net;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Unisson.Matrix.Stub.Tests;

public sealed class LoginTests
{
    private const string Password = """{"type":"m.login.password","identifier":{"type":"m.id.user","user":"unisson"},"password":"stub-password","device_id":"D","refresh_token":true}""";

    [Fact]
    public async Task A_login_keeps_the_device_and_ends_its_old_token()
    {
        await using var matrix = await StubMatrix.StartAsync();
        using var nobody = new RawClient(matrix, token: null);

        var first = (await nobody.PostAsync("login", Password)).Json!;
        var second = (await nobody.PostAsync("login", Password)).Json!;

        Assert.Equal("D", (string?)first["device_id"]);
        Assert.Null(first["refresh_token"]);
        using var old = new RawClient(matrix, (string)first["access_token"]!);
        using var current = new RawClient(matrix, (string)second["access_token"]!);
        Assert.Equal("M_UNKNOWN_TOKEN", (await old.GetAsync("account/whoami")).Error);
        Assert.Equal("@unisson:localhost", (string?)(await current.GetAsync("account/whoami")).Json!["user_id"]);
    }

    [Fact]
    public async Task A_token_that_expired_is_a_soft_logout_and_can_be_refreshed()
    {
        var time = new FakeTimeProvider();
        await using var matrix = await StubMatrix.StartAsync(new() { Time = time, AccessTokenLifetime = TimeSpan.FromMinutes(5) });
        using var nobody = new RawClient(matrix, token: null);
        var login = (await nobody.PostAsync("login", Password)).Json!;
        Assert.Equal(300_000, (int)login["expires_in_ms"]!);
        using var bot = new RawClient(matrix, (string)login["access_token"]!);
        time.Advance(TimeSpan.FromMinutes(6));

        var late = await bot.GetAsync("account/whoami");
        var refreshed = await nobody.PostAsync("refresh", $$"""{"refresh_token":"{{login["refresh_token"]}}"}""");

        Assert.Equal((HttpStatusCode.Unauthorized, true), (late.Status, (bool)late.Json!["soft_logout"]!));
        using var again = new RawClient(matrix, (string)refreshed.Json!["access_token"]!);
        Assert.Equal(HttpStatusCode.OK, (await again.GetAsync("account/whoami")).Status);
        Assert.Equal("M_FORBIDDEN", (await nobody.PostAsync("refresh", $$"""{"refresh_token":"{{login["refresh_token"]}}"}""")).Error);
    }

    [Fact]
    public async Task Where_there_is_only_oauth_no_password_is_taken()
    {
        await using var matrix = await StubMatrix.StartAsync(new() { OnlyOAuth = true });
        using var nobody = new RawClient(matrix, token: null);

        Assert.Equal(["m.login.sso"], (await nobody.GetAsync("login")).Json!["flows"]!.AsArray().Select(f => (string)f!["type"]!));
        Assert.Equal("M_UNKNOWN", (await nobody.PostAsync("login", Password)).Error);
    }

    [Fact]
    public async Task A_login_token_is_good_once()
    {
        await using var matrix = await StubMatrix.StartAsync();
        using var nobody = new RawClient(matrix, token: null);
        var login = $$"""{"type":"m.login.token","token":"{{matrix.Bot.NewLoginToken()}}"}""";

        Assert.Equal(HttpStatusCode.OK, (await nobody.PostAsync("login", login)).Status);
        Assert.Equal("M_FORBIDDEN", (await nobody.PostAsync("login", login)).Error);
    }

    [Fact]
    public async Task Missing_query_and_revoked_tokens_are_refused()
    {
        await using var scene = await Scene.StartAsync(new() { Strict = false });
        using var nobody = new RawClient(scene.Matrix, token: null);

        Assert.Equal("M_MISSING_TOKEN", (await nobody.GetAsync("joined_rooms")).Error);
        Assert.Equal("M_MISSING_TOKEN", (await nobody.GetAsync($"joined_rooms?access_token={scene.Matrix.Token}")).Error);
        Assert.Equal(["token.query"], scene.Matrix.Violations.Select(v => v.Rule));
        scene.Matrix.Bot.RevokeTokens(soft: true);
        Assert.True((bool)(await scene.Bot.GetAsync("joined_rooms")).Json!["soft_logout"]!);
    }
}
