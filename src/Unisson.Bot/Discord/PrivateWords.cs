using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Deliveries;
using Unisson.Bot.Kernel;
using Unisson.Discord;

namespace Unisson.Bot.Discord;

/// <summary>What people write to the bot in private: a line that is typed, or without a command yes, no, later, pause, thanks.</summary>
internal sealed class PrivateWords(DiscordParts parts)
{
    /// <summary>An event older than that is never run (design, answers survive).</summary>
    private static readonly TimeSpan TooOld = TimeSpan.FromHours(24);

    public async ValueTask AnswerAsync(Message message, User author, CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(message.Content) || parts.Bot.Time.GetUtcNow() - message.Timestamp > TooOld)
        {
            return;
        }

        if (await parts.Places.OfPrivateAsync(author.Id, ct) is { } community)
        {
            await RunAsync(message, author, community, ct);
        }
        else
        {
            await LeavesAsync(message, Messages.Of(new Reply(Say.In(Locales.Of(author.Locale))["discord.no-community"])), ct);
        }
    }

    private async Task RunAsync(Message message, User author, long community, CancellationToken ct)
    {
        var (account, channel, key) = (author.Id.ToString(), message.ChannelId.ToString(), message.Id.ToString());
        var answer = await parts.Bot.Dispatcher.HandleAsync(
            new Incoming(DiscordDoor.Name, key, account, author.Display, null) { Text = LineOf(message.Content), IsNetwork = true, HasForms = true, Handle = author.Username }, community, ct);

        // Whoever writes in private can be written to there.
        await parts.Bot.Store.Writer.WriteAsync(scope => scope.Db.Accounts.Where(a => a.Door == DiscordDoor.Name && a.ExternalId == account && (a.PrivateChannel != channel || !a.IsReachable))
            .ExecuteUpdateAsync(u => u.SetProperty(a => a.PrivateChannel, channel).SetProperty(a => a.IsReachable, true), ct));
        if (await LeavesAsync(message, Messages.Of(Answering.WithFill(answer.Reply, Locales.Of(author.Locale)), null, community), ct))
        {
            parts.Unseen.WasSeen(answer, key);
        }
        else if (answer.IsStored)
        {
            await parts.Unseen.KeepAsync(answer, key, ct);
        }
    }

    /// <summary>Discord's app takes what begins with a slash for its own form; a line that begins with <c>!</c> comes as it was typed.</summary>
    private static string LineOf(string content) => content.Trim() is ['!', var first, ..] line && char.IsLetter(first) ? $"/{line[1..]}" : content;

    /// <summary>The message's own id makes the answer one, however often the message comes.</summary>
    private Task<bool> LeavesAsync(Message message, MessageCreate reply, CancellationToken ct)
        => parts.Answers.LeavesAsync(() => parts.Rest.CreateMessageAsync(message.ChannelId, reply with { Nonce = message.Id.ToString() }, ct));
}
