using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Unisson.Discord.Tests.Rest;

public sealed class RestTests
{
    private static readonly Snowflake Place = new(11);

    [Fact]
    public async Task The_token_goes_with_the_bots_own_routes_and_not_with_answers_to_interactions()
    {
        await using var far = await FarEnd.StartAsync();
        far.Answer = (seen, _) => seen.Path.Contains("/callback", StringComparison.Ordinal) ? new(204) : new(200, """{"id":"3"}""");
        using var rest = new DiscordRest(far.Options);

        await rest.GetCurrentUserAsync(TestContext.Current.CancellationToken);
        await rest.RespondAsync(new(5), "secret", InteractionResponse.Defer(ephemeral: true), TestContext.Current.CancellationToken);

        var (own, answer) = (far.Requests.ElementAt(0), far.Requests.ElementAt(1));
        Assert.Equal($"Bot {FarEnd.Token}", own.Headers["Authorization"]);
        Assert.StartsWith("DiscordBot (", own.Headers["User-Agent"], StringComparison.Ordinal);
        Assert.DoesNotContain("Authorization", answer.Headers.Keys);
        Assert.Equal("/api/v10/interactions/5/secret/callback", answer.Path);
        Assert.Equal("""{"type":5,"data":{"flags":64}}""", answer.Body);
    }

    [Fact]
    public async Task Where_the_far_end_offers_HTTP_2_it_is_spoken()
    {
        using var key = ECDsa.Create();
        using var certificate = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256).CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.MaxValue);
        await using var far = await FarEnd.StartAsync(certificate: certificate);
        far.Answer = (_, _) => new(200, """{"id":"3"}""");
        using var handler = DiscordRest.Handler();
        handler.SslOptions.RemoteCertificateValidationCallback = (_, given, _, _) => given!.GetCertHashString() == certificate.GetCertHashString();
        using var rest = new DiscordRest(far.Options, handler: handler);

        var all = Enumerable.Range(1, 50).Select(n => rest.CreateFollowUpAsync(new(8), "t", new() { Content = new string('x', 40 * n) }, TestContext.Current.CancellationToken));
        await Task.WhenAll(all);

        Assert.All(far.Requests, seen => Assert.Equal("HTTP/2", seen.Protocol));
        Assert.Equal(Enumerable.Range(1, 50).Select(n => 40 * n), far.Requests.Select(seen => seen.Body.Count(letter => letter == 'x')).Order());
    }

    [Theory]
    [InlineData(400, 50035, DiscordErrors.InvalidFormBody)]
    [InlineData(403, 50007, DiscordErrors.CannotMessageUser)]
    [InlineData(403, 50278, DiscordErrors.NoMutualGuild)]
    [InlineData(400, 40003, DiscordErrors.DirectMessagesTooFast)]
    [InlineData(404, 10008, DiscordErrors.UnknownMessage)]
    public async Task A_refusal_keeps_Discords_code_and_words_and_is_not_repeated(int status, int code, int expected)
    {
        await using var far = await FarEnd.StartAsync();
        far.Answer = (_, _) => new(status, $$"""{"code":{{code}},"message":"No.","errors":{"content":{"_errors":["X"]} } }""");
        using var rest = new DiscordRest(far.Options);

        var refused = await Assert.ThrowsAsync<DiscordException>(() => rest.CreateMessageAsync(Place, new() { Content = "hi", Nonce = "1" }, TestContext.Current.CancellationToken));

        Assert.Equal((expected, (HttpStatusCode)status, "No.", "POST /channels/{channel}/messages"), (refused.Code, refused.Status, refused.Message, refused.Route));
        Assert.Contains("_errors", refused.Details, StringComparison.Ordinal);
        Assert.Single(far.Requests);
    }

    [Fact]
    public async Task After_a_401_nothing_more_is_sent()
    {
        await using var far = await FarEnd.StartAsync();
        far.Answer = (_, _) => new(401, """{"message":"401: Unauthorized","code":0}""");
        using var rest = new DiscordRest(far.Options);

        await Assert.ThrowsAsync<DiscordUnauthorizedException>(() => rest.GetCurrentUserAsync(TestContext.Current.CancellationToken));
        await Assert.ThrowsAsync<DiscordUnauthorizedException>(() => rest.GetGuildAsync(new(1), TestContext.Current.CancellationToken));

        Assert.True(rest.Unauthorized);
        Assert.Single(far.Requests);
    }

    [Fact]
    public async Task A_401_for_an_interactions_token_is_its_own_affair()
    {
        await using var far = await FarEnd.StartAsync();
        far.Answer = (_, before) => before == 0 ? new(401, """{"message":"Invalid Webhook Token","code":50027}""") : new(200, """{"id":"3"}""");
        using var rest = new DiscordRest(far.Options);

        var refused = await Assert.ThrowsAsync<DiscordException>(() => rest.EditOriginalResponseAsync(new(8), "old", new() { Content = "late" }, TestContext.Current.CancellationToken));
        var me = await rest.GetCurrentUserAsync(TestContext.Current.CancellationToken);

        Assert.Equal(DiscordErrors.InvalidWebhookToken, refused.Code);
        Assert.Equal(new Snowflake(3), me.Id);
    }

    [Fact]
    public async Task A_message_always_says_whom_it_may_ring()
    {
        await using var far = await FarEnd.StartAsync();
        using var rest = new DiscordRest(far.Options);

        await rest.CreateMessageAsync(Place, new() { Content = "@everyone « é »", Nonce = "row-1" }, TestContext.Current.CancellationToken);
        await rest.EditMessageAsync(Place, new(2), new() { Content = "@here", AllowedMentions = AllowedMentions.Only(new Snowflake(9)) }, TestContext.Current.CancellationToken);

        var sent = System.Text.Encoding.UTF8.GetString(System.Text.Encoding.Latin1.GetBytes(far.Requests.First().Body));
        Assert.Equal("""{"content":"@everyone « é »","allowed_mentions":{"parse":[],"replied_user":false},"nonce":"row-1","enforce_nonce":true}""", sent);
        Assert.Contains("""{"parse":[],"users":["9"],"replied_user":false}""", far.Requests.Last().Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Files_travel_beside_the_message_and_are_named_in_it()
    {
        await using var far = await FarEnd.StartAsync();
        using var rest = new DiscordRest(far.Options);

        await rest.CreateMessageAsync(Place, new() { Content = "see", Files = [new("ledger.csv", "a,b"u8.ToArray(), "text/csv", "The ledger")] }, TestContext.Current.CancellationToken);

        var sent = far.Requests.Single();
        Assert.StartsWith("multipart/form-data", sent.Headers["Content-Type"], StringComparison.Ordinal);
        Assert.Contains("name=payload_json", sent.Body, StringComparison.Ordinal);
        Assert.Contains("\"attachments\":[{\"id\":0,\"filename\":\"ledger.csv\",\"description\":\"The ledger\"}]", sent.Body, StringComparison.Ordinal);
        Assert.Contains("name=\"files[0]\"; filename=ledger.csv", sent.Body, StringComparison.Ordinal);
        Assert.Contains("text/csv", sent.Body, StringComparison.Ordinal);
        Assert.Contains("a,b", sent.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_message_that_has_its_thread_already_gives_that_thread()
    {
        await using var far = await FarEnd.StartAsync();
        far.Answer = (seen, _) => seen.Method == "POST" ? new(400, """{"code":160004,"message":"There."}""") : new(200, """{"id":"22","type":11,"name":"old"}""");
        using var rest = new DiscordRest(far.Options);

        var thread = await rest.StartThreadAsync(Place, new(22), new("new"), TestContext.Current.CancellationToken);

        Assert.Equal((new Snowflake(22), "old"), (thread.Id, thread.Name));
        Assert.Equal("/api/v10/channels/22", far.Requests.Last().Path);
    }

    [Fact]
    public async Task Neither_tokens_nor_bodies_nor_ids_are_in_logs_or_errors()
    {
        const string Secret = "interaction-secret";
        await using var far = await FarEnd.StartAsync();
        far.Answer = (_, before) => before switch { 0 or 1 => new(0), 2 => new(429, """{"retry_after":0.01}"""), 3 => new(404, """{"code":10062,"message":"Unknown interaction"}"""), _ => new(401) };
        var log = new LogLines<DiscordRest>();
        var sent = new List<SentRequest>();
        var options = new DiscordOptions { Token = FarEnd.Token, ApiBaseUrl = far.Options.ApiBaseUrl, Sent = sent.Add };
        using var rest = new DiscordRest(options, log);

        var refused = await Assert.ThrowsAsync<DiscordException>(() => rest.RespondAsync(new(4242), Secret, InteractionResponse.Reply(new() { Content = "private words" }), TestContext.Current.CancellationToken));
        var stopped = await Assert.ThrowsAsync<DiscordUnauthorizedException>(() => rest.GetGuildAsync(new(4242), TestContext.Current.CancellationToken));

        var said = string.Join('\n', log.Lines) + refused + stopped + string.Join('\n', sent);
        Assert.DoesNotContain(Secret, said, StringComparison.Ordinal);
        Assert.DoesNotContain(FarEnd.Token, said, StringComparison.Ordinal);
        Assert.DoesNotContain("private words", said, StringComparison.Ordinal);
        Assert.DoesNotContain("4242", said, StringComparison.Ordinal);
        Assert.Equal([0, 0, 429, 404, 401], sent.Select(one => one.Status));
        Assert.Equal(new SentRequest("POST", "/interactions/{interaction}/{token}/callback", 404, sent[3].Duration, 4) { Date = sent[3].Date }, sent[3]);
        Assert.Contains(log.Lines, line => line.Contains("POST /interactions/{interaction}/{token}/callback: 404", StringComparison.Ordinal));
    }

    [Fact]
    public void What_holds_a_secret_does_not_print_it()
    {
        object[] all = [new DiscordOptions { Token = FarEnd.Token }, new Interaction { Token = "interaction-secret" }];

        var printed = string.Concat(all);

        Assert.DoesNotContain("interaction-secret", printed, StringComparison.Ordinal);
        Assert.DoesNotContain(FarEnd.Token, printed, StringComparison.Ordinal);
    }
}
