using Unisson.Matrix.Stub;

namespace Unisson.Matrix.Tests.Wire;

/// <summary>Access tokens that end, and the refresh tokens that make new ones (client-server API, "Refreshing access tokens").</summary>
public sealed class RefreshTests
{
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(5);

    private readonly Clock _server = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_token_is_used_to_its_end_and_then_refreshed_on_the_same_device()
    {
        await using var village = await StartAsync();
        using var client = await SignedInAsync(village);
        var (before, kept) = (client.Session!, (Session?)null);
        client.SessionChanged = (session, _) => Task.FromResult(kept = session);

        _server.Advance(Life - TimeSpan.FromSeconds(1));
        await SayAsync(client, village, "in time");
        Assert.Empty(village.Requests(StubRoutes.Refresh));
        _server.Advance(TimeSpan.FromSeconds(2));
        await SayAsync(client, village, "late");

        Assert.Equal(["in time", "late"], village.Room.Messages.Select(m => m.Body));
        Assert.Single(village.Requests(StubRoutes.Refresh));
        Assert.Single(village.Requests(StubRoutes.Login));
        Assert.Same(kept, client.Session);
        Assert.Equal((before.UserId, before.DeviceId), (kept!.UserId, kept.DeviceId));
        Assert.NotEqual((before.AccessToken, before.RefreshToken), (kept.AccessToken, kept.RefreshToken));
    }

    [Fact]
    public async Task Calls_beside_each_other_refresh_once()
    {
        await using var village = await StartAsync();
        using var client = await SignedInAsync(village);
        _server.Advance(Life);

        await Task.WhenAll(Enumerable.Range(1, 8).Select(n => SayAsync(client, village, $"{n}")));

        Assert.Equal(8, village.Room.Messages.Count);
        Assert.Single(village.Requests(StubRoutes.Refresh));
    }

    [Fact]
    public async Task A_refresh_whose_answer_was_lost_is_made_up_for()
    {
        await using var village = await StartAsync();
        using var client = await SignedInAsync(village);
        _server.Advance(Life);
        village.Matrix.Faults.LoseAnswer(route: StubRoutes.Refresh);

        // A refresh is not certain to be safe twice; the caller comes again, as with any call that came to nothing.
        Assert.IsNotType<MatrixUnauthorizedException>(await Assert.ThrowsAsync<MatrixException>(() => SayAsync(client, village, "one")));
        await SayAsync(client, village, "one");

        Assert.Single(village.Room.Messages);
        Assert.Single(village.Requests(StubRoutes.Login));
    }

    [Fact]
    public async Task A_refresh_token_that_is_dead_too_leads_to_a_login_on_the_same_device()
    {
        await using var village = await StartAsync();
        using var client = await SignedInAsync(village);
        var device = client.Session!.DeviceId;
        _server.Advance(Life);
        village.Matrix.Faults.Refuse(401, MatrixErrors.UnknownToken, route: StubRoutes.Refresh);

        await SayAsync(client, village, "one");

        Assert.Equal(device, client.Session.DeviceId);
        Assert.Equal(2, village.Requests(StubRoutes.Login).Count());
    }

    [Fact]
    public async Task A_proxy_in_the_way_of_a_refresh_leads_to_no_login()
    {
        await using var village = await StartAsync();
        using var client = await SignedInAsync(village);
        _server.Advance(Life);
        village.Matrix.Faults.Answer(401, route: StubRoutes.Refresh);

        Assert.IsNotType<MatrixUnauthorizedException>(await Assert.ThrowsAsync<MatrixException>(() => SayAsync(client, village, "one")));
        await SayAsync(client, village, "one");

        Assert.Single(village.Requests(StubRoutes.Login));
    }

    [Fact]
    public async Task A_homeserver_that_refreshes_no_more_leads_to_a_login()
    {
        await using var village = await StartAsync();
        using var client = await SignedInAsync(village);
        _server.Advance(Life);
        village.Matrix.Faults.Refuse(404, MatrixErrors.Unrecognized, route: StubRoutes.Refresh);

        await SayAsync(client, village, "one");

        Assert.Equal(2, village.Requests(StubRoutes.Login).Count());
    }

    [Fact]
    public async Task A_session_that_was_kept_is_refreshed_after_a_long_absence()
    {
        await using var village = await StartAsync();
        Session kept;
        using (var client = await SignedInAsync(village))
        {
            kept = client.Session!;
        }

        _server.Advance(TimeSpan.FromDays(30));
        // No password any more: the session alone is enough.
        using var later = village.NewClient(new() { Homeserver = village.Matrix.BaseUrl });
        var session = await later.SignInAsync(kept, Stop);

        Assert.Equal(kept.DeviceId, session.DeviceId);
        Assert.NotEqual(kept.AccessToken, session.AccessToken);
    }

    [Fact]
    public async Task A_sync_goes_on_across_a_refresh()
    {
        await using var village = await StartAsync();
        using var client = await SignedInAsync(village);
        village.Listen(await village.NowAsync(), client);
        await village.Matrix.SyncingAsync();
        _server.Advance(Life);

        village.Claire.Say(village.Room, "one");
        await village.HeardAsync(1);
        village.Claire.Say(village.Room, "two");
        await village.HeardAsync(2);

        Assert.Equal(["one", "two"], village.Heard);
    }

    private Task<Village> StartAsync() => Village.StartAsync(new() { AccessTokenLifetime = Life, Time = _server });

    private static async Task<MatrixClient> SignedInAsync(Village village)
    {
        var client = village.NewClient(new() { Homeserver = village.Matrix.BaseUrl, User = "unisson", Password = village.Matrix.Bot.Password });
        await client.SignInAsync(kept: null, Stop);
        return client;
    }

    private static Task<string> SayAsync(MatrixClient client, Village village, string text)
        => client.SendMessageAsync(village.Room.Id, text, new() { MsgType = MessageContent.Text, Body = text }, Stop);
}
