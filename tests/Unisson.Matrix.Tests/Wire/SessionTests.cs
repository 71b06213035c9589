using Unisson.Matrix.Stub;

namespace Unisson.Matrix.Tests.Wire;

/// <summary>The bot stays the same device, because transaction ids are remembered for a device.</summary>
public sealed class SessionTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_login_by_password_is_kept_and_comes_back_as_the_same_device()
    {
        await using var village = await Village.StartAsync();
        Session? kept = null;
        using (var first = ByPassword(village))
        {
            first.SessionChanged = (session, _) => Task.FromResult(kept = session);
            await first.SignInAsync(kept: null, Stop);
            await SayAsync(first, village);
        }

        using var second = ByPassword(village);
        await second.SignInAsync(kept, Stop);
        await SayAsync(second, village);

        Assert.NotNull(kept?.DeviceId);
        Assert.Equal(kept.DeviceId, second.Session!.DeviceId);
        Assert.Single(village.Room.Messages);
        var login = Assert.Single(village.Requests(StubRoutes.Login));
        Assert.Equal(("unisson", "Unisson"), ((string?)login.Json!["identifier"]!["user"], (string?)login.Json["initial_device_display_name"]));
    }

    [Fact]
    public async Task An_access_token_says_whose_it_is_and_blanks_around_it_do_no_harm()
    {
        await using var village = await Village.StartAsync();
        using var client = village.NewClient(new() { Homeserver = village.Matrix.BaseUrl, AccessToken = $" {village.Matrix.Token}\r\n" });

        var session = await client.SignInAsync(kept: null, Stop);

        Assert.Equal((village.Matrix.Bot.Id, StubMatrix.DeviceId), (session.UserId, session.DeviceId));
        Assert.Empty(village.Requests(StubRoutes.Login));
    }

    [Fact]
    public async Task A_soft_logout_logs_in_anew_on_the_same_device_and_doubles_nothing()
    {
        await using var village = await Village.StartAsync();
        using var client = ByPassword(village);
        var device = (await client.SignInAsync(kept: null, Stop)).DeviceId;
        village.Listen(await village.NowAsync(), client);
        await SayAsync(client, village);
        await village.HeardAsync(1);

        village.Matrix.Bot.RevokeTokens(soft: true);
        await SayAsync(client, village);
        village.Claire.Say(village.Room, "still there?");
        await village.HeardAsync(2);

        Assert.Equal(["one", "still there?"], village.Heard);
        Assert.Equal(device, client.Session!.DeviceId);
        Assert.Equal([null, device], village.Requests(StubRoutes.Login).Select(r => (string?)r.Json!["device_id"]));
    }

    [Fact]
    public async Task A_hard_logout_logs_in_as_a_new_device()
    {
        await using var village = await Village.StartAsync();
        using var client = ByPassword(village);
        var device = (await client.SignInAsync(kept: null, Stop)).DeviceId;

        village.Matrix.Bot.RevokeTokens();
        await SayAsync(client, village);

        Assert.NotEqual(device, client.Session!.DeviceId);
        Assert.Single(village.Room.Messages);
    }

    [Fact]
    public async Task A_dead_token_ends_all_and_nothing_more_is_sent()
    {
        await using var village = await Village.StartAsync();
        village.Listen();
        await village.Matrix.SyncingAsync();

        village.Matrix.Bot.RevokeTokens();
        await Assert.ThrowsAsync<MatrixUnauthorizedException>(() => village.Listening.WaitAsync(TimeSpan.FromSeconds(5), TimeProvider.System, Stop));
        var sent = village.Matrix.Requests.Count;
        await Assert.ThrowsAsync<MatrixUnauthorizedException>(() => SayAsync(village.Client, village));
        village.Listen();
        await Assert.ThrowsAsync<MatrixUnauthorizedException>(() => village.Listening.WaitAsync(TimeSpan.FromSeconds(5), TimeProvider.System, Stop));

        Assert.True(village.Client.Over.IsCancellationRequested);
        Assert.DoesNotContain(village.Matrix.Requests.Skip(sent), r => r.Route != StubRoutes.Versions);
    }

    [Theory]
    [InlineData("""{"errcode":"M_USER_LOCKED","error":"This account has been locked","soft_logout":true}""")]
    [InlineData("<html>The proxy wants a password</html>")]
    public async Task A_locked_account_or_a_proxy_in_the_way_is_waited_for_because_neither_ends_the_session(string body)
    {
        await using var village = await Village.StartAsync();
        var since = await village.NowAsync();
        village.Claire.Say(village.Room, "one");
        village.Matrix.Faults.Answer(401, times: 3, StubRoutes.Sync, body);

        village.Listen(since);
        await village.HeardAsync(1);

        Assert.Equal(["one"], village.Heard);
        Assert.Equal(3, village.Clock.Pauses.Count);
        Assert.False(village.Client.Over.IsCancellationRequested);
    }

    [Fact]
    public async Task A_password_that_is_refused_is_tried_once()
    {
        await using var village = await Village.StartAsync();
        using var client = village.NewClient(new() { Homeserver = village.Matrix.BaseUrl, User = "unisson", Password = "wrong" });

        await Assert.ThrowsAsync<MatrixUnauthorizedException>(() => client.SignInAsync(kept: null, Stop));

        Assert.Single(village.Requests(StubRoutes.Login));
    }

    [Fact]
    public async Task A_homeserver_that_takes_no_passwords_is_not_given_one()
    {
        await using var village = await Village.StartAsync(new() { OnlyOAuth = true });
        using var client = ByPassword(village);

        await Assert.ThrowsAsync<MatrixUnauthorizedException>(() => client.SignInAsync(kept: null, Stop));

        Assert.Empty(village.Requests(StubRoutes.Login));
    }

    [Fact]
    public async Task A_session_that_was_made_in_place_of_a_dead_token_is_kept_whole()
    {
        await using var village = await Village.StartAsync(new() { AccessTokenLifetime = TimeSpan.FromHours(1) });
        using var client = village.NewClient(new() { Homeserver = village.Matrix.BaseUrl, AccessToken = "dead", User = "unisson", Password = village.Matrix.Bot.Password });
        Session? kept = null;
        client.SessionChanged = (session, _) => Task.FromResult(kept = session);

        var session = await client.SignInAsync(kept: null, Stop);

        Assert.Equal((village.Matrix.Bot.Id, session.AccessToken), (kept?.UserId, kept?.AccessToken));
        Assert.NotNull(kept?.RefreshToken);
    }

    private static MatrixClient ByPassword(Village village)
        => village.NewClient(new() { Homeserver = village.Matrix.BaseUrl, User = "unisson", Password = village.Matrix.Bot.Password, DeviceName = "Unisson" });

    private static Task<string> SayAsync(MatrixClient client, Village village)
        => client.SendMessageAsync(village.Room.Id, "kept", new() { MsgType = MessageContent.Text, Body = "one" }, Stop);
}
