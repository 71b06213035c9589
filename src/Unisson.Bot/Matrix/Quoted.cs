using System.Collections.ObjectModel;
using Unisson.Bot.Kernel;
using Unisson.Matrix;

namespace Unisson.Bot.Matrix;

/// <summary>
/// What a line says by answering a message: of <c>!contribution log</c> the message is what was given, and its address the link. Somebody else's
/// words are read only then, when a person names them to the bot.
/// </summary>
internal sealed class Quoted(MatrixParts parts)
{
    private const string Path = "contribution log";

    /// <summary>By the option's name; empty where nothing is answered, or nothing that is still there.</summary>
    public async Task<IReadOnlyDictionary<string, string>> ByAsync(Room room, MatrixEvent said, string? path, CancellationToken ct)
    {
        // In a thread every message seems to answer the one before it.
        if (path != Path || room.IsPrivateWith(parts.Me) || said.InReplyTo is not { } answered || said.Content.Part("m.relates_to").Truth("is_falling_back") == true)
        {
            return ReadOnlyDictionary<string, string>.Empty;
        }

        var words = await parts.Client.GetEventAsync(room.Id, answered, ct) is { } json ? Typed.WordsOf(new MatrixEvent(json)) : null;
        var what = parts.Bot.Catalogue[Path].Options.First(o => o.Name.English == "what");
        return words is null ? ReadOnlyDictionary<string, string>.Empty : new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["what"] = words.OneLine().Cut(what.Longest),
            ["link"] = $"https://matrix.to/#/{Uri.EscapeDataString(room.Id)}/{Uri.EscapeDataString(answered)}?via={parts.Me[(parts.Me.IndexOf(':', StringComparison.Ordinal) + 1)..]}",
        };
    }
}
