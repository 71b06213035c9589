using System.Net;
using Unisson.Matrix.Stub;

namespace Unisson.Matrix.Tests.Wire;

/// <summary>Where the homeserver of a server name is (client-server API, "Server discovery").</summary>
public sealed class DiscoveryTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("""{"m.homeserver":{"base_url":"https://matrix.example.org"}}""", "https://matrix.example.org/")]
    [InlineData("""{"m.homeserver":{"base_url":"https://example.org:8448/matrix/"},"m.identity_server":7}""", "https://example.org:8448/matrix/")]
    public async Task The_page_says_where(string page, string address)
    {
        using var web = new Web(HttpStatusCode.OK, page);

        Assert.Equal(new Uri(address), await FindAsync(web));
        Assert.Equal("https://example.org/.well-known/matrix/client", web.Asked);
    }

    [Fact]
    public async Task Without_a_page_it_is_the_server_itself()
    {
        using var web = new Web(HttpStatusCode.NotFound, "<html>");

        Assert.Equal(new Uri("https://example.org"), await FindAsync(web));
    }

    [Theory]
    [InlineData(200, "<html>Welcome</html>")]
    [InlineData(200, "")]
    [InlineData(200, "null")]
    [InlineData(200, "{}")]
    [InlineData(200, """{"m.homeserver":null}""")]
    [InlineData(200, """{"m.homeserver":"https://example.org"}""")]
    [InlineData(200, """{"m.homeserver":{"base_url":"matrix.example.org"}}""")]
    [InlineData(200, """{"m.homeserver":{"base_url":"file:///etc/passwd"}}""")]
    [InlineData(200, """{"m.homeserver":{"base_url":"\ud83d"}}""")]
    [InlineData(500, "<html>")]
    public async Task A_page_that_says_nothing_of_use_is_an_error_with_the_servers_name(int status, string page)
    {
        using var web = new Web((HttpStatusCode)status, page);

        var error = await Assert.ThrowsAsync<MatrixException>(() => FindAsync(web));

        Assert.Contains("example.org", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_without_end_is_not_read()
    {
        using var web = new Web(HttpStatusCode.OK, $$"""{"m.homeserver":{"base_url":"https://{{new string('a', 100_000)}}"} }""");

        await Assert.ThrowsAsync<MatrixException>(() => FindAsync(web));
    }

    [Fact]
    public async Task An_address_with_a_path_is_kept_before_all_routes()
    {
        await using var matrix = await StubMatrix.StartAsync(new() { Strict = false });
        using var client = new MatrixClient(new() { Homeserver = new Uri(matrix.BaseUrl, "/behind/a/proxy/"), AccessToken = matrix.Token }, new LogLines<MatrixClient>(), new Clock());

        await Assert.ThrowsAsync<MatrixException>(() => client.WhoAmIAsync(Stop));

        Assert.Contains("GET /behind/a/proxy/_matrix/client/v3/account/whoami", Assert.Single(matrix.Violations).Where, StringComparison.Ordinal);
    }

    private static async Task<Uri> FindAsync(Web web)
    {
        using var http = new HttpMessageInvoker(web, disposeHandler: false);
        return await MatrixDiscovery.FindAsync("example.org", http, Stop);
    }

    /// <summary>Answers every request so.</summary>
    private sealed class Web(HttpStatusCode status, string page) : HttpMessageHandler
    {
        public string? Asked { get; private set; }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Asked = request.RequestUri?.AbsoluteUri;
            return Task.FromResult(new HttpResponseMessage(status) { Content = new StringContent(page) });
        }
    }
}
