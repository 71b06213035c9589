namespace Unisson.Matrix.Stub.Rest;

/// <summary>The content repository: since 1.11 only downloads moved to the client API and need a token.</summary>
internal static class MediaRoutes
{
    public static IEnumerable<Route> All =>
    [
        new(StubRoutes.Upload, Upload) { Raw = true },
        new(StubRoutes.Download, Download),
        new(StubRoutes.DownloadAs, Download),
    ];

    private static RestAnswer Upload(RestCall call)
    {
        if (call.Bytes.Length > call.World.Options.MaxUploadBytes)
        {
            throw MatrixError.TooLarge("Upload request body is too large");
        }

        var media = call.World.AddMedia(call.Query("filename"), call.Bytes, call.Request.ContentType ?? "application/octet-stream");
        return RestAnswer.Ok(new() { ["content_uri"] = media.Uri.ToString() });
    }

    private static RestAnswer Download(RestCall call)
        => call["serverName"] == call.World.Options.ServerName && call.World.Media.GetValueOrDefault(call["mediaId"]) is { } media
            ? new(200, null, media)
            : throw MatrixError.NotFound("Not found");
}
