using System.Collections.Concurrent;
using Unisson.Matrix.Stub;

namespace Unisson.Matrix.Tests.Wire;

/// <summary>Tokens and passwords stand in no log line, no exception and no <c>ToString</c>, and logs name nobody.</summary>
public sealed class SecretTests
{
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(5);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_session_that_meets_all_kinds_of_trouble_tells_nothing()
    {
        var server = new Clock();
        await using var village = await Village.StartAsync(new() { AccessTokenLifetime = Life, Time = server });
        var sent = new ConcurrentQueue<SentRequest>();
        var options = new MatrixOptions { Homeserver = village.Matrix.BaseUrl, User = "unisson", Password = village.Matrix.Bot.Password, Sent = sent.Enqueue };
        using var client = village.NewClient(options);
        var sessions = new List<Session>();
        client.SessionChanged = (session, _) => Task.Run(() => sessions.Add(session), Stop);
        await client.SignInAsync(kept: null, Stop);
        var told = new List<string> { string.Join<object>(' ', [options, client, sessions[0]]) };

        await TroubleAsync(() => village.Matrix.Faults.LoseAnswer(times: 5));
        await TroubleAsync(() => village.Matrix.Faults.CutAnswer(times: 5));
        await TroubleAsync(() => village.Matrix.Faults.Answer(502, times: 5));
        await TroubleAsync(() => village.Matrix.Faults.RateLimit(TimeSpan.FromHours(1)));
        await TroubleAsync(() => village.Matrix.Faults.Refuse(403, MatrixErrors.Forbidden));
        await TroubleAsync(() => village.Matrix.Faults.Answer(200, body: "{\"event_id\":" + Quoted(client.Session!.AccessToken)));
        await TroubleAsync(() => village.Matrix.Faults.Answer(400, body: Echo(client.Session!.AccessToken)));
        server.Advance(Life);
        await TroubleAsync(() => village.Matrix.Faults.Answer(500, route: StubRoutes.Refresh, body: Echo(sessions[^1].RefreshToken!)));
        await TroubleAsync(() => village.Matrix.Faults.Answer(200, route: StubRoutes.Refresh, body: "{\"access_token\":[" + Quoted(sessions[^1].RefreshToken!)));
        await SayAsync(client, village);
        village.Matrix.Bot.RevokeTokens(soft: true);
        await TroubleAsync(() => village.Matrix.Faults.Answer(400, route: StubRoutes.Login, body: Echo(options.Password!)));
        await SayAsync(client, village);
        village.Matrix.Bot.RevokeTokens();
        village.Matrix.Faults.Refuse(403, MatrixErrors.Forbidden, times: 2, StubRoutes.Login);
        await TroubleAsync(() => { });

        Assert.Equal(3, sessions.Count);
        string[] secrets = [options.Password!, .. sessions.SelectMany(s => new[] { s.AccessToken, s.RefreshToken! })];
        string[] ids = [village.Room.Id, village.Matrix.Bot.Id, "txn-of-mine", Uri.EscapeDataString(village.Room.Id)];
        Assert.All(told, text => Assert.DoesNotContain(secrets, text.Contains));
        Assert.All(village.ClientLog.Lines.Concat(sent.Select(s => s.ToString())), line => Assert.DoesNotContain(secrets.Concat(ids), line.Contains));
        Assert.True(village.ClientLog.Lines.Count > 30);

        async Task TroubleAsync(Action order)
        {
            order();
            var failure = await Record.ExceptionAsync(() => SayAsync(client, village));
            Assert.IsType<MatrixException>(failure, exactMatch: false);
            told.Add(failure.ToString());
            village.Matrix.Faults.Clear();
        }
    }

    [Theory]
    [InlineData("syt_secret\nX-Other: 1")]
    [InlineData("syt_secr et")]
    [InlineData("syt_secrét")]
    public async Task A_token_that_cannot_be_sent_is_as_dead_and_not_told_either(string token)
    {
        await using var village = await Village.StartAsync();
        using var client = village.NewClient(new() { Homeserver = village.Matrix.BaseUrl, AccessToken = token });

        var failure = await Assert.ThrowsAsync<MatrixUnauthorizedException>(() => client.SignInAsync(kept: null, Stop));

        Assert.DoesNotContain("syt_secr", $"{failure} {string.Join(' ', village.ClientLog.Lines)}", StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_sync_tells_no_token_whatever_fails_in_it()
    {
        await using var village = await Village.StartAsync();
        village.Handle = (_, _) => Task.FromException(new InvalidOperationException("disk"));
        village.Listen();
        await village.Matrix.UntilAsync(() => village.Requests(StubRoutes.Sync).Count() > 2, "some syncs");
        village.Matrix.Faults.Answer(502, times: 2);
        village.Matrix.Faults.CutAnswer();
        await village.Matrix.UntilAsync(() => village.Matrix.Faults.Pending == 0, "the trouble");

        Assert.Contains(village.SyncLog.Lines, line => line.Contains("disk", StringComparison.Ordinal));
        Assert.DoesNotContain(village.SyncLog.Lines.Concat(village.ClientLog.Lines), line => line.Contains(village.Matrix.Token, StringComparison.Ordinal));
    }

    private static string Quoted(string text) => $"\"{text}\"";

    /// <summary>What a proxy may answer that shows what it was asked.</summary>
    private static string Echo(string secret) => $$"""{"errcode":"M_UNKNOWN","error":"You said {{secret}}, which is odd"}""";

    private static Task<string> SayAsync(MatrixClient client, Village village)
        => client.SendMessageAsync(village.Room.Id, "txn-of-mine", new() { MsgType = MessageContent.Text, Body = "one" }, Stop);
}
