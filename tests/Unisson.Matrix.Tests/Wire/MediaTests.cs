using System.Net;
using Unisson.Matrix.Stub;

namespace Unisson.Matrix.Tests.Wire;

public sealed class MediaTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_uploaded_comes_back_byte_for_byte()
    {
        await using var village = await Village.StartAsync();
        var bytes = new byte[100_000];
        new Random(1).NextBytes(bytes);

        var address = await village.Client.UploadAsync(bytes, "text/csv; charset=utf-8", "liste & été.csv", Stop);
        var back = await village.Client.DownloadAsync(address, Stop);

        Assert.Equal(bytes, back.ToArray());
        var media = Assert.Single(village.Matrix.Media);
        Assert.Equal(("liste & été.csv", "text/csv; charset=utf-8", address), (media.Name, media.ContentType, media.Uri.ToString()));
        // By the way that takes a token.
        Assert.Single(village.Requests(StubRoutes.Download));
    }

    [Fact]
    public async Task An_upload_whose_answer_was_lost_is_done_again()
    {
        await using var village = await Village.StartAsync();
        village.Matrix.Faults.LoseAnswer(route: StubRoutes.Upload);

        var address = await village.Client.UploadAsync(new byte[] { 1 }, "text/plain", "a.txt", Stop);

        Assert.Contains(village.Matrix.Media, m => m.Uri.ToString() == address);
    }

    [Fact]
    public async Task An_upload_that_is_too_large_is_refused_once()
    {
        await using var village = await Village.StartAsync(new() { MaxUploadBytes = 10 });

        var refusal = await Assert.ThrowsAsync<MatrixException>(() => village.Client.UploadAsync(new byte[11], "text/plain", "a.txt", Stop));

        Assert.Equal((HttpStatusCode.RequestEntityTooLarge, MatrixErrors.TooLarge), (refusal.Status, refusal.Code));
        Assert.Single(village.Requests(StubRoutes.Upload));
    }

    [Fact]
    public async Task A_file_that_is_too_large_is_not_fetched_again_and_again()
    {
        await using var village = await Village.StartAsync();
        var media = village.Claire.Upload("film.mkv", new byte[(8 << 20) + 1]);

        var refusal = await Assert.ThrowsAsync<MatrixException>(() => village.Client.DownloadAsync(media.Uri.ToString(), Stop));

        Assert.Equal(MatrixErrors.TooLarge, refusal.Code);
        Assert.Single(village.Requests(StubRoutes.Download));
    }

    [Fact]
    public async Task A_file_as_large_as_allowed_arrives_even_if_it_breaks_off_once()
    {
        await using var village = await Village.StartAsync();
        var media = village.Claire.Upload("photo.png", new byte[8 << 20]);
        village.Matrix.Faults.CutAnswer(route: StubRoutes.Download);

        Assert.Equal(8 << 20, (await village.Client.DownloadAsync(media.Uri.ToString(), Stop)).Length);
    }

    [Theory]
    [InlineData("mxc://localhost/gone")]
    [InlineData("mxc://other.example/gone")]
    public async Task A_file_that_is_not_there_is_told_as_such(string address)
    {
        await using var village = await Village.StartAsync();

        var refusal = await Assert.ThrowsAsync<MatrixException>(() => village.Client.DownloadAsync(address, Stop));

        Assert.Equal((HttpStatusCode.NotFound, MatrixErrors.NotFound), (refusal.Status, refusal.Code));
        Assert.Single(village.Requests(StubRoutes.Download));
    }

    [Theory]
    [InlineData("")]
    [InlineData("https://localhost/secret")]
    [InlineData("mxc://localhost")]
    [InlineData("mxc://localhost/")]
    [InlineData("mxc://localhost/a/b")]
    [InlineData("mxc://localhost/..")]
    [InlineData("mxc://localhost/%2e%2e%2faccount%2fwhoami")]
    [InlineData("mxc://localhost/a?b#c")]
    [InlineData("mxc://user:password@localhost/a")]
    [InlineData("mxc:///a")]
    public async Task What_is_no_address_of_media_is_not_asked_for(string address)
    {
        await using var village = await Village.StartAsync();
        var before = village.Matrix.Requests.Count;

        await Assert.ThrowsAsync<ArgumentException>(() => village.Client.DownloadAsync(address, Stop));

        Assert.Equal(before, village.Matrix.Requests.Count);
    }
}
