using Unisson.Bot.Files;
using Unisson.Bot.Kernel;
using Unisson.Discord;

namespace Unisson.Bot.Discord;

/// <summary>Files that came with a command (Discord's page "Application Commands", options of type attachment). They are fetched without the bot's token.</summary>
internal static class Attached
{
    // One for the life of the program; what is larger than it may be is not read to its end.
    private static readonly HttpClient Http = new(new SocketsHttpHandler { UseProxy = false, UseCookies = false, AllowAutoRedirect = false, ActivityHeadersPropagator = null })
    {
        Timeout = TimeSpan.FromSeconds(20),
        MaxResponseContentBufferSize = GivenFile.Largest,
    };

    /// <summary>Null where the interaction brought no such file. Refusals <c>file.too-large</c>, <c>file.lost</c> where Discord does not give it.</summary>
    public static async Task<Result<GivenFile>?> FetchAsync(Interaction interaction, string? named, CancellationToken ct)
    {
        if (named is null || !Snowflake.TryParse(named, out var id) || interaction.Data?.Resolved?.Attachments?.GetValueOrDefault(id) is not { Url: { } url } file || !Uri.TryCreate(url, UriKind.Absolute, out var address))
        {
            return null;
        }

        var name = file.Filename ?? "file";
        if (file.Size > GivenFile.Largest)
        {
            return new Refusal("file.too-large", name.Cut(60));
        }

        try
        {
            return new GivenFile(name, await Http.GetByteArrayAsync(address, ct));
        }
        catch (Exception error) when (error is HttpRequestException || (error is TaskCanceledException && !ct.IsCancellationRequested))
        {
            return new Refusal("file.lost");
        }
    }
}
