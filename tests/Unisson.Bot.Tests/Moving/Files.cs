using System.Text;
using Unisson.Bot.Deliveries;
using Unisson.Bot.Files;
using Unisson.Bot.Kernel;
using Unisson.Bot.Tests.Harness;
using Xunit;

namespace Unisson.Bot.Tests.Moving;

/// <summary>Files as bytes, out of the bot and into it, as a network door hands them over.</summary>
internal static class Files
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>The file that answers a line, to the byte.</summary>
    public static async Task<byte[]> TakeAsync(TestBot bot, string line)
    {
        var answer = await bot.Host.Dispatcher.HandleAsync(By(line), 1, Ct);
        Assert.Null(answer.Reply.Refused);
        using var into = new MemoryStream();
        await Assert.Single(answer.Reply.Files).Streaming!.WriteAsync(into, Ct);
        return into.ToArray();
    }

    /// <summary>Says a line that goes with a file.</summary>
    public static async Task<Reply> GiveAsync(TestBot bot, string line, byte[] bytes, string name = "file.csv")
        => (await bot.Host.Dispatcher.HandleAsync(By(line) with { FetchAsync = (_, _) => Task.FromResult<Result<GivenFile>?>(new GivenFile(name, bytes)) }, 1, Ct)).Reply;

    public static Task<Reply> GiveAsync(TestBot bot, string line, string text) => GiveAsync(bot, line, Encoding.UTF8.GetBytes(text));

    private static Incoming By(string line) => new("terminal", Guid.NewGuid().ToString("N"), "me", "me", null) { Text = line };
}
