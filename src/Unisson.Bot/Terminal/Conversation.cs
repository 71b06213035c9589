using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Communities;
using Unisson.Bot.Deliveries;
using Unisson.Bot.Due;
using Unisson.Bot.Kernel;
using Unisson.Bot.Storage;

namespace Unisson.Bot.Terminal;

/// <summary>What one line brought: the block to print, but for what was printed at once, and whether it was refused.</summary>
/// <param name="Trouble">Set when the data file broke: nothing more can be said.</param>
public sealed record Block(string Text, bool Refused, StorageException? Trouble = null);

/// <summary>
/// The terminal door: one local community, any number of speakers. A line is answered by one block, in which messages to others and what fell
/// due stand as well. One line at a time.
/// </summary>
public sealed partial class Conversation
{
    /// <summary>The local community that exists at once.</summary>
    public const long Local = 1;

    public const string Door = "terminal";

    private readonly Store _store;
    private readonly Catalogue _catalogue;
    private readonly Dispatcher _dispatcher;
    private readonly DueClock _due;
    private readonly TimeProvider _time;
    private readonly Pump _pump;
    private readonly Shown _shown = new();
    private readonly Unseen _unseen;
    private readonly string _start = Guid.NewGuid().ToString("N")[..12];
    private readonly Dictionary<long, string> _names = [];
    private int _line;

    public Conversation(Store store, Catalogue catalogue, Dispatcher dispatcher, DueClock due, TimeProvider time)
    {
        (_store, _catalogue, _dispatcher, _due, _time) = (store, catalogue, dispatcher, due, time);
        _pump = new Pump(store, catalogue, Door);
        _unseen = new Unseen(store);
    }

    /// <summary>
    /// Where words leave at once, before what they say is marked as seen: a program that is killed in between says them again, and never not at
    /// all. Without it all of them stand in the block.
    /// </summary>
    public Func<string, Task>? Print { get; set; }

    /// <summary>Who speaks when a line names nobody.</summary>
    public string Speaker { get; private set; } = "me";

    /// <summary>Answers one line. The delivery key is this start and the line's number, unless the caller has its own.</summary>
    /// <param name="isText">False when the line's bytes were no text.</param>
    public async Task<Block> SayAsync(string line, CancellationToken ct, string? key = null, bool isText = true)
    {
        var text = new StringBuilder();
        var refused = false;
        try
        {
            _shown.NextBlock();
            _line++;
            var (speaker, rest) = SpokenBy(line);
            refused = !isText
                ? await RefuseAsync(text, speaker, null, new Refusal("line.not-text"), ct)
                : !string.IsNullOrWhiteSpace(rest) && await AnswerAsync(text, speaker, rest, key ?? $"{_start}-{_line}", ct);
        }
        catch (Exception error) when (TroubleOf(error) is { } trouble)
        {
            new BlockText(text, _shown).Say($"{Say.In(await LanguageAsync(ct))["storage.trouble"]} [storage.trouble]");
            return new Block(text.ToString(), true, trouble);
        }

        return await SettledAsync(text, refused, ct);
    }

    /// <summary>What came by itself since the last block; empty when nothing did.</summary>
    public Task<Block> ByItselfAsync(CancellationToken ct) => SettledAsync(new StringBuilder(), false, ct);

    /// <summary>Does what is due by now and prints what waits to leave.</summary>
    public async Task SettleAsync(StringBuilder text, CancellationToken ct)
    {
        var now = _time.GetUtcNow();
        await _due.RunDueAsync(now, ct);
        await _pump.DrainAsync(now, async delivery =>
        {
            var to = delivery.PersonId is { } id ? $"{await NameAsync(id, ct)} (private)" : delivery.Channel!;
            new BlockText(text, _shown).Write($"→ {to}: ", delivery.Reply, delivery.PersonId);
            await PrintAsync(text);
        }, ct);
    }

    [GeneratedRegex(@"^(?<name>[\p{L}\p{N}_-]{1,32})>\s*(?<rest>.*)$", RegexOptions.CultureInvariant | RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Spoken();

    private async Task<Block> SettledAsync(StringBuilder text, bool refused, CancellationToken ct)
    {
        try
        {
            await SettleAsync(text, ct);
            return new Block(text.ToString(), refused);
        }
        catch (Exception error) when (TroubleOf(error) is { } trouble)
        {
            return new Block(text.ToString(), refused, trouble);
        }
    }

    private (string Speaker, string Said) SpokenBy(string line)
        => line.Length < 4200 && Spoken().Match(line.TrimStart()) is { Success: true } match ? (match.Groups["name"].Value, match.Groups["rest"].Value) : (Speaker, line);

    private async Task<bool> AnswerAsync(StringBuilder text, string speaker, string line, string key, CancellationToken ct)
    {
        if (OwnLine.Of(line) is { } own)
        {
            return await OwnAsync(text, speaker, own, ct);
        }

        var incoming = new Incoming(Door, key, Fold.Of(speaker), speaker, null) { Text = line, FetchAsync = LocalFile.FetchAsync };
        if (line.Length < 10 && int.TryParse(line.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            if (await TappedAsync(speaker, number, ct) is not { } code)
            {
                return await RefuseAsync(text, speaker, null, new Refusal("action.number", number), ct);
            }

            incoming = incoming with { Text = null, Action = code };
        }

        var answer = await _dispatcher.HandleAsync(incoming, Local, ct);
        await ShowAsync(text, answer, key, ct);
        return answer.Reply.Refused is not null;
    }

    private async Task ShowAsync(StringBuilder text, Answer answer, string key, CancellationToken ct)
    {
        var block = new BlockText(text, _shown);
        var now = _time.GetUtcNow();
        var earlier = answer.PersonId is { } person ? await _unseen.TakeAsync(person, key, ct) : [];
        if (earlier.Count > 0)
        {
            await using var db = _store.Read();
            block.Say((await Outbox.SayToAsync(db, answer.PersonId!.Value, Local, now, ct))["terminal.unseen"]);
            foreach (var (_, reply) in earlier)
            {
                block.Write("  ", _catalogue.Shown(reply), answer.PersonId);
            }
        }

        block.Write("", answer.Reply, answer.PersonId);
        await PrintAsync(text);
        foreach (var file in answer.Reply.Files.Where(f => f.Streaming is not null))
        {
            await new PrintedFile(text, () => PrintAsync(text)).PrintAsync(file, ct);
        }

        foreach (var file in answer.Reply.Files.Where(f => f.Bytes is not null))
        {
            await using var db = _store.Read();
            var say = await Outbox.SayToAsync(db, answer.PersonId!.Value, Local, now, ct);
            text.Append("--- ").Append(file.Name).Append('\n').Append(await SavedFile.WriteAsync(file, _store.Path, say, ct)).Append("\n---\n");
            await PrintAsync(text);
        }

        _unseen.Seen([key, .. earlier.Select(e => e.Key)], now);
    }

    // A reader who left is no trouble of the data file.
    private StorageException? TroubleOf(Exception error) => error is IOException ? null : StorageException.From(error, _store.Path);

    private async Task PrintAsync(StringBuilder text)
    {
        if (Print is { } print)
        {
            await print(text.ToString());
            text.Clear();
        }
    }

    private async Task<string?> TappedAsync(string speaker, int number, CancellationToken ct)
    {
        await using var db = _store.Read();
        var account = Fold.Of(speaker);
        var person = await db.Accounts.Where(a => a.Door == Door && a.ExternalId == account).Select(a => (long?)a.PersonId).FirstOrDefaultAsync(ct);
        return _shown.Code(number, person ?? 0);
    }

    private async Task<string> NameAsync(long personId, CancellationToken ct)
    {
        if (!_names.TryGetValue(personId, out var name))
        {
            await using var db = _store.Read();
            name = await db.Accounts.Where(a => a.Door == Door && a.PersonId == personId).Select(a => a.Name).FirstAsync(ct);
            _names[personId] = name;
        }

        return name;
    }
}
