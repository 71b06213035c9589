using System.Globalization;
using System.Text;
using Unisson.Bot.Kernel;

namespace Unisson.Bot.Terminal;

/// <summary>
/// Writes replies as a terminal shows them: the first sentence, further lines indented, actions as numbers, files whole where they are text. No empty line but in
/// files, so that whoever reads from a pipe knows where a block ends.
/// </summary>
internal sealed class BlockText(StringBuilder text, Shown shown)
{
    /// <param name="to">What stands before a message to somebody else; empty for the answer.</param>
    /// <param name="personId">Whose actions these are; null for everybody's.</param>
    public void Write(string to, Reply reply, long? personId)
    {
        Lines(to, reply.Refused is { } code ? $"{reply.First} [{code}]" : reply.First);
        foreach (var line in reply.Typed is { } typed ? [.. reply.Lines, typed] : reply.Lines)
        {
            Lines("  ", line);
        }

        if (reply.Actions.Count > 0)
        {
            Lines("  ", string.Join("  ", reply.Actions.Select(a => string.Create(CultureInfo.InvariantCulture, $"[{shown.Number(a, personId)}] {Timestamp.Words(a.Label)}"))));
        }

        foreach (var file in reply.Files.Where(f => f is { Streaming: null, Bytes: null }))
        {
            text.Append("--- ").Append(file.Name).Append('\n').Append(Timestamp.Words(file.Content).TrimEnd('\n')).Append("\n---\n");
        }
    }

    /// <summary>A sentence of the door's own.</summary>
    public void Say(string sentence) => Lines("", sentence);

    // What people wrote at other doors may have several lines.
    private void Lines(string before, string content)
    {
        foreach (var line in Timestamp.Words(content).Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            text.Append(before).Append(line).Append('\n');
            before = "  ";
        }
    }
}
