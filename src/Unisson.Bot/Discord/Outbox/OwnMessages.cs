using Unisson.Discord;

namespace Unisson.Bot.Discord;

/// <summary>Looks whether a message arrived of which nobody heard: among the bot's own messages in that channel since it was first tried.</summary>
internal sealed class OwnMessages(DiscordRest rest)
{
    private const int Page = 100, Pages = 10;

    /// <summary>The clocks of Discord and of this machine may differ by so much.</summary>
    private static readonly TimeSpan Drift = TimeSpan.FromMinutes(1);

    private Snowflake? _me;

    public async Task<Snowflake?> FindAsync(Snowflake channel, MessageCreate message, DateTimeOffset since, CancellationToken ct)
    {
        var me = _me ??= (await rest.GetCurrentUserAsync(ct)).Id;
        var after = Snowflake.At(since - Drift);
        for (var page = 0; page < Pages; page++)
        {
            var messages = await rest.GetMessagesAsync(channel, after, Page, ct);
            if (messages.FirstOrDefault(m => m.Author?.Id == me && IsSame(m, message)) is { } found)
            {
                return found.Id;
            }

            if (messages.Count < Page)
            {
                break;
            }

            after = messages.Max(m => m.Id);
        }

        return null;
    }

    // Discord trims what it is given, and gives back no nonce.
    private static bool IsSame(Message there, MessageCreate ours)
        => Same(there.Content, ours.Content) && Same(LinesOf(there.Embeds), LinesOf(ours.Embeds))
            && Ids(there.Components).SequenceEqual(Ids(ours.Components ?? []), StringComparer.Ordinal);

    private static string? LinesOf(IReadOnlyList<Embed>? embeds) => embeds is [var first, ..] ? first.Description : null;

    private static bool Same(string? there, string? ours) => string.Equals((there ?? "").Trim(), (ours ?? "").Trim(), StringComparison.Ordinal);

    private static IEnumerable<string> Ids(IReadOnlyList<Component> components) => components.SelectMany(c => c.Fields()).Select(f => f.CustomId!);
}
