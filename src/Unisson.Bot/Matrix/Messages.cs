using System.Collections.Frozen;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Text.Unicode;
using Unisson.Bot.Kernel;
using Unisson.Matrix;

namespace Unisson.Bot.Matrix;

/// <summary>Replies as Matrix shows them: HTML, and plain text with the same content. Nothing that a person typed becomes markup or rings anybody.</summary>
internal sealed partial class Messages(Catalogue catalogue, Rooms rooms)
{
    /// <summary>In the content of our messages: the codes of the actions, in their order, so that a reaction means the same after a restart and after a year.</summary>
    public const string Codes = "org.unisson.actions";

    /// <summary>Gestures that a message offers at most: there are ten keycaps.</summary>
    private const int MostActions = 10;

    /// <summary>Characters of a message in both its forms; an event has at most 64 KiB, and an edit holds each form twice.</summary>
    private const int Longest = 10_000;

    private static readonly string[] Keycaps = ["1\uFE0F\u20E3", "2\uFE0F\u20E3", "3\uFE0F\u20E3", "4\uFE0F\u20E3", "5\uFE0F\u20E3", "6\uFE0F\u20E3", "7\uFE0F\u20E3", "8\uFE0F\u20E3", "9\uFE0F\u20E3", "\U0001F51F"];

    /// <summary>Letters of all scripts stay as they are.</summary>
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private readonly FrozenSet<string> _firstWords = catalogue.Commands
        .SelectMany(c => new[] { c.PathIn(Language.English), c.PathIn(Language.French) }).Select(p => p.Split(' ')[0]).ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>The key of the reaction that stands for the action at this place, from 0.</summary>
    public static string Keycap(int place) => Keycaps[place];

    /// <summary>Which of the actions a keycap or a number stands for, from 0; null for anything else.</summary>
    public static int? Place(string typed)
    {
        var key = typed.Trim().Replace("\uFE0F", "", StringComparison.Ordinal);
        var at = Array.FindIndex(Keycaps, k => k.Replace("\uFE0F", "", StringComparison.Ordinal) == key);
        return at >= 0 ? at : int.TryParse(key, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number) && number is > 0 and <= MostActions ? number - 1 : null;
    }

    /// <param name="rings">User ids that it means by name; it then rings, as <c>m.text</c>, and else it does not, as <c>m.notice</c>.</param>
    public MessageContent Of(Reply reply, IReadOnlyList<string>? rings = null, bool isLoud = false)
    {
        var actions = reply.Actions.Take(MostActions).ToList();
        List<string> lines = [.. reply.Lines, .. reply.Typed is { } typed ? [typed] : Array.Empty<string>(), .. actions.Select((a, at) => $"{Keycaps[at]} {a.Label}")];
        var type = isLoud || rings is { Count: > 0 } ? MessageContent.Text : MessageContent.Notice;
        var body = string.Join('\n', [Plain(reply.First), .. lines.Select(Plain)]);
        var html = lines.Count == 0 ? Html(reply.First) : $"<p>{Html(reply.First)}</p><p>{string.Join("<br/>", lines.Select(Html))}</p>";

        // What is too long is cut as plain text: HTML would lose its ends.
        var content = body.Length + html.Length > Longest ? new MessageContent { MsgType = type, Body = body.Cut(Longest) } : MessageContent.Of(type, body, html);
        return content with
        {
            Mentions = rings is { Count: > 0 } ? new Mentions(rings) : Mentions.Nobody,
            More = actions.Count == 0 ? null : new(StringComparer.Ordinal) { [Codes] = JsonSerializer.SerializeToElement([.. actions.Select(a => a.Code)], MatrixDoorJson.Default.StringArray) },
        };
    }

    private string Plain(string text) => ChannelMark().Replace(Signed(Timestamp.Words(text)), match => NameOf(match.Groups["id"].Value));

    private string Html(string text)
    {
        text = Signed(Timestamp.Words(text));
        var html = new StringBuilder(text.Length + 16);
        var from = 0;
        foreach (Match channel in ChannelMark().Matches(text))
        {
            html.Append(Encoded(text[from..channel.Index]));
            var id = channel.Groups["id"].Value;
            html.Append("<a href=\"https://matrix.to/#/").Append(Uri.EscapeDataString(id)).Append("\">").Append(Encoded(NameOf(id))).Append("</a>");
            from = channel.Index + channel.Length;
        }

        return html.Append(Encoded(text[from..])).ToString();
    }

    private static string Encoded(string text) => string.Join("<br/>", text.Split('\n').Select(Encoder.Encode));

    private string NameOf(string roomId) => rooms.NameOf(roomId) is { } name ? $"#{name}" : roomId;

    /// <summary>Commands with the sign that people can type here: many clients keep a line that begins with a slash for themselves.</summary>
    private string Signed(string text) => Slash().Replace(text, match => _firstWords.Contains(match.Groups["word"].Value) ? $"!{match.Groups["word"].Value}" : match.Value);

    [GeneratedRegex(@"(?<![\p{L}\p{N}/:.])/(?<word>\p{L}+)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Slash();

    [GeneratedRegex(@"\uE023(?<id>![^\uE023\s""<>]{1,255})\uE023", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ChannelMark();
}
