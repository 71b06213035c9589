using Unisson.Bot.Files;
using Unisson.Bot.Kernel;
using Unisson.Matrix;

namespace Unisson.Bot.Matrix;

/// <summary>The file that a line goes with: the message's own, of which the line is the caption, or the one that it answers ("Instant messaging", <c>m.file</c>).</summary>
internal static class Attached
{
    /// <summary>Null where there is no file. Refusals <c>file.too-large</c>, <c>file.lost</c> where the homeserver does not give it.</summary>
    public static async Task<Result<GivenFile>?> FetchAsync(MatrixClient client, string roomId, MatrixEvent said, CancellationToken ct)
    {
        try
        {
            var content = said.Content.Text("msgtype") == MessageContent.File ? said.Content
                : said.InReplyTo is { } answered && await client.GetEventAsync(roomId, answered, ct) is { } there ? new MatrixEvent(there).Content
                : default;
            if (content.Text("msgtype") != MessageContent.File || content.Text("url") is not { } url)
            {
                return null;
            }

            var name = content.Text("filename") ?? content.Text("body") ?? "file";
            if (content.Part("info").Number("size") > GivenFile.Largest)
            {
                return new Refusal("file.too-large", name.Cut(60));
            }

            var bytes = await client.DownloadAsync(url, ct);
            return new GivenFile(name, bytes.ToArray());
        }
        catch (Exception error) when (error is ArgumentException or MatrixException and not MatrixUnauthorizedException)
        {
            return new Refusal("file.lost");
        }
    }
}
