using System.Globalization;
using Unisson.Bot.Kernel;
using Unisson.Discord;

namespace Unisson.Bot.Discord;

/// <summary>
/// Puts a <see cref="Reply"/> into a message of Discord: content, an embed for what is long or a card, rows of buttons, files. Everything in it
/// is plain text; it rings only the people that are named.
/// </summary>
internal static class Messages
{
    private const int LongestContent = 2000, LongestEmbed = 4096, LongestLabel = 80;
    private const int ButtonsInRow = 5, Rows = 5;

    /// <summary>Unisson's green, for cards.</summary>
    private const int Green = 0x2E7D5B;

    /// <param name="people">Those who are rung, by their ids on Discord.</param>
    /// <param name="community">Set in private, where a gesture does not tell which community it is of: it is written into the buttons.</param>
    public static MessageCreate Of(Reply reply, IReadOnlyList<Snowflake>? people = null, long? community = null)
    {
        // A notification shows a timestamp of Discord as its source: what rings says its moment in words.
        var first = Rung(people) + Markdown.Plain(reply.Loudness == Loudness.Ping ? Timestamp.Words(reply.First) : reply.First);
        // A blank begins each line, so that none begins with what Discord takes for a heading, a quotation or a list.
        var lines = Markdown.Plain(string.Join("\n ", reply.Lines));
        var isLong = lines.Length > 0 && (reply.Card is not null || first.Length + 1 + lines.Length > LongestContent);
        return new MessageCreate
        {
            Content = (isLong || lines.Length == 0 ? first : $"{first}\n {lines}").CutPlain(LongestContent),
            Embeds = isLong ? [new Embed { Description = lines.CutPlain(LongestEmbed), Color = reply.Card is null ? null : Green }] : null,
            Components = reply.Actions.Count == 0 ? null : Buttons(reply.Actions, community),
            AllowedMentions = people is { Count: > 0 } ? AllowedMentions.Only(people) : AllowedMentions.None,
            Files = reply.Files.Count == 0 ? null : [.. reply.Files.Select(f => new FilePart(f.Name, f.ToBytes(), f.MediaType))],

            // What an address shows is not what was said.
            Flags = isLong ? null : MessageFlags.SuppressEmbeds,
        };
    }

    /// <summary>The same, for the asker alone.</summary>
    public static MessageCreate Private(Reply reply, long? community = null)
    {
        var message = Of(reply, null, community);
        return message with { Flags = (message.Flags ?? MessageFlags.None) | MessageFlags.Ephemeral };
    }

    /// <summary>What a button's custom id stands for: the code, and the community where one was written into it.</summary>
    public static (string Code, long? Community) Read(string customId)
        => customId.LastIndexOf('@') is var at && at > 0 && long.TryParse(customId.AsSpan(at + 1), CultureInfo.InvariantCulture, out var community) ? (customId[..at], community) : (customId, null);

    private static IReadOnlyList<Component> Buttons(IReadOnlyList<ReplyAction> actions, long? community)
        => [.. actions.Take(ButtonsInRow * Rows).Chunk(ButtonsInRow).Select(row => Component.Row([.. row.Select(a => Button(a, community))]))];

    // All alike: a no costs nothing, so no button is more of a button than another (rule 2).
    private static Component Button(ReplyAction action, long? community)
        => Component.Button(community is null ? action.Code : $"{action.Code}@{community}", Timestamp.Words(action.Label).Cut(LongestLabel));

    private static string Rung(IReadOnlyList<Snowflake>? people) => people is { Count: > 0 } ? string.Concat(people.Select(p => $"<@{p}> ")) : "";
}
