using System.Buffers;
using System.Text;
using Unisson.Bot.Communities;
using Unisson.Discord;
using Channel = Unisson.Bot.Communities.Channel;

namespace Unisson.Bot.Discord;

/// <summary>
/// Makes plain text of any text: nothing in it is markup, mention or emoji for Discord (its pages "Message Formatting" and "Markdown Text 101").
/// Addresses stay as they are, because a backslash would become part of them.
/// </summary>
internal static class Markdown
{
    private const string Anywhere = @"\*_~`|<>[]@";
    private const string AtTheBeginning = "#-+.)";

    private static readonly SearchValues<char> AfterAddress = SearchValues.Create(" \n\t<>|`*\\\"”»");

    public static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length + 16);
        var begins = true;
        for (var at = 0; at < text.Length; at++)
        {
            var rest = text.AsSpan(at);
            if (rest.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || rest.StartsWith("https://", StringComparison.OrdinalIgnoreCase))
            {
                var length = AddressLength(rest);
                plain.Append(rest[..length]);
                at += length - 1;
                begins = false;
                continue;
            }

            var c = text[at];
            if (c == Channel.Mark && text.IndexOf(Channel.Mark, at + 1) is var end && end > at && Snowflake.TryParse(text.AsSpan(at + 1, end - at - 1), out var channel))
            {
                plain.Append("<#").Append(channel).Append('>');
                at = end;
                continue;
            }

            if (c == Timestamp.Mark)
            {
                // A mark alone means nothing.
                if (Timestamp.At(text, at) is var (seconds, last))
                {
                    plain.Append("<t:").Append(seconds).Append(":F>");
                    (at, begins) = (last, false);
                }

                continue;
            }

            if (Anywhere.Contains(c, StringComparison.Ordinal) || (begins && AtTheBeginning.Contains(c, StringComparison.Ordinal)))
            {
                plain.Append('\\');
            }

            plain.Append(c);
            // A list may begin with figures: "1." and "1)".
            begins = c == '\n' || (begins && (c == ' ' || char.IsAsciiDigit(c)));
        }

        return plain.ToString();
    }

    /// <summary>At most so many characters of plain text; a moment, a mention or a channel is whole or left out.</summary>
    public static string CutPlain(this string plain, int most)
    {
        var cut = plain.Cut(most);
        var open = cut.LastIndexOf('<');
        var isOurs = open >= 0 && (open == 0 || cut[open - 1] != '\\');
        return cut.Length < plain.Length && isOurs && !cut.AsSpan(open).Contains('>') ? cut[..open].TrimEnd() + "…" : cut;
    }

    /// <summary>As far as Discord takes it for an address: to the next blank, or to a sign that could be markup.</summary>
    private static int AddressLength(ReadOnlySpan<char> rest)
    {
        var end = rest.IndexOfAny(AfterAddress);
        return end < 0 ? rest.Length : end;
    }
}
