using Unisson.Bot.Deliveries;
using Unisson.Bot.Files;
using Xunit;

namespace Unisson.Bot.Tests.Harness;

/// <summary>Answers as they are read, with their files and without the codes behind their buttons; what goes to others is not among them.</summary>
internal static class Answering
{
    /// <param name="channel">Where it is typed and answered; null in private.</param>
    public static Task<string> AskAsync(this TestBot bot, string name, string line, string? channel = null)
        => bot.ReadAsync(new("terminal", Guid.NewGuid().ToString("N"), name, name, channel) { Text = line });

    public static async Task<string> ReadAsync(this TestBot bot, Incoming incoming)
    {
        var reply = (await bot.Host.Dispatcher.HandleAsync(incoming, 1, TestContext.Current.CancellationToken)).Reply;
        Assert.Empty(bot.Unexpected);
        var files = await Task.WhenAll(reply.Files.Select(WrittenAsync));
        return string.Join('\n', [reply.First, .. reply.Lines, .. reply.Actions.Select(a => $"[{a.Label}]"), .. files, reply.Refused ?? ""]);
    }

    private static async Task<string> WrittenAsync(ReplyFile file)
    {
        if (file.Streaming is null)
        {
            return file.Content;
        }

        using var whole = new MemoryStream();
        await file.Streaming.WriteAsync(whole, TestContext.Current.CancellationToken);
        return System.Text.Encoding.UTF8.GetString(whole.ToArray());
    }
}
