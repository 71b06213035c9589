using Unisson.Bot.Kernel;
using Unisson.Bot.Storage;

namespace Unisson.Bot.Calls;

/// <summary>What people write to the bot in private without a command: yes, no, later, pause, I am here, thanks.</summary>
public static class DirectText
{
    /// <summary>The command that it stands for.</summary>
    public static async Task<Result<CommandLine>> ReadAsync(BotDb db, Caller caller, string text, CancellationToken ct)
    {
        await Task.CompletedTask;
        return new Refusal("direct.unknown", text);
    }
}
