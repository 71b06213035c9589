using Microsoft.Extensions.Logging;
using Unisson.Matrix;

namespace Unisson.Bot.Matrix;

/// <summary>Invites: taken from those whom the operator names, and from people and spaces that are known; all others are declined.</summary>
internal sealed partial class Invites(MatrixParts parts, IReadOnlyList<string> invitedBy)
{
    private readonly ILogger _logger = parts.Logs.CreateLogger<Invites>();

    public async Task AnswerAsync(InvitedRoom invite, CancellationToken ct)
    {
        var own = invite.State.FirstOrDefault(s => s is { Type: EventTypes.Member } && s.StateKey == parts.Me);
        if (own.Sender is not { Length: > 1 } sender)
        {
            return;
        }

        try
        {
            if (!IsNamed(sender) && !await parts.Places.KnowsAsync(sender, ct) && await parts.Places.SpaceOfAsync(invite.RoomId, ct) is null)
            {
                LogDeclined();
                await parts.Client.LeaveAsync(invite.RoomId, ct);
                return;
            }

            await parts.Client.JoinAsync(invite.RoomId, ServerOf(sender) is { } server ? [server] : [], ct);
            if (await parts.Rooms.OfAsync(invite.RoomId, ct) is { } room)
            {
                await parts.Places.UpgradedAsync(room, ct);
            }
        }
        catch (MatrixException error) when (error is not MatrixUnauthorizedException)
        {
            // Taken back meanwhile, or the inviter left: nobody waits for it.
            LogGone(error.Code);
        }
    }

    /// <summary>The operator's list; without one, people of the bot's own server.</summary>
    private bool IsNamed(string sender)
        => invitedBy.Count == 0
            ? ServerOf(sender) == ServerOf(parts.Me)
            : invitedBy.Any(n => n == "*" || n == sender || n == ServerOf(sender));

    /// <summary>The homeserver of an account.</summary>
    public static string? ServerOf(string userId) => userId.IndexOf(':', StringComparison.Ordinal) is > 0 and var at ? userId[(at + 1)..] : null;

    [LoggerMessage(LogLevel.Information, "An invite from somebody who is not known was declined (Matrix:InvitedBy)")]
    private partial void LogDeclined();

    [LoggerMessage(LogLevel.Information, "An invite could not be taken (Matrix's code {Code})")]
    private partial void LogGone(string code);
}
