using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Deliveries;
using Unisson.Bot.Due;
using Unisson.Bot.Kernel;
using Unisson.Bot.Storage;

namespace Unisson.Bot.Terminal;

/// <summary>What one line brought: the block to print, and whether it was refused.</summary>
public sealed record Block(string Text, bool Refused);

/// <summary>
/// The terminal door: one local community, any number of speakers. A line is answered by one block, in which messages to others and what fell
/// due stand as well.
/// </summary>
public sealed partial class Conversation
{
    /// <summary>The local community that exists at once.</summary>
    public const long Local = 1;

    public const string Door = "terminal";

    private readonly Store _store;
    private readonly Dispatcher _dispatcher;
    private readonly DueClock _due;
    private readonly TimeProvider _time;
    private readonly Pump _pump;
    private readonly Shown _shown = new();
    private readonly string _start = Guid.NewGuid().ToString("N")[..12];
    private readonly Dictionary<long, string> _names = [];
    private string _speaker = "me";
    private int _line;

    public Conversation(Store store, Catalogue catalogue, Dispatcher dispatcher, DueClock due, TimeProvider time)
    {
        (_store, _dispatcher, _due, _time) = (store, dispatcher, due, time);
        _pump = new Pump(store, catalogue, Door);
    }

    /// <summary>Who speaks when a line names nobody.</summary>
    public string Speaker => _speaker;

    /// <summary>Answers one line. The delivery key is this start and the line's number, unless the caller has its own.</summary>
    public async Task<Block> SayAsync(string line, CancellationToken ct, string? key = null)
    {
        _shown.NextBlock();
        _line++;
        var text = new StringBuilder();
        var (speaker, rest) = SpokenBy(line);
        var refused = await AnswerAsync(text, speaker, rest, key ?? $"{_start}-{_line}", ct);
        await SettleAsync(text, ct);
        return new Block(text.ToString(), refused);
    }

    /// <summary>Does what is due by now and prints what waits to leave.</summary>
    public async Task SettleAsync(StringBuilder text, CancellationToken ct)
    {
        var now = _time.GetUtcNow();
        await _due.RunDueAsync(now, ct);
        await _pump.DrainAsync(now, async delivery =>
        {
            var to = delivery.PersonId is { } id ? $"{await NameAsync(id, ct)} (private)" : delivery.Channel!;
            Print(text, $"→ {to}: ", delivery.Reply, delivery.PersonId);
        }, ct);
    }

    /// <summary>Practice only: steps the clock from due instant to due instant, and does what is due at each.</summary>
    public async Task WaitAsync(StringBuilder text, PracticeClock clock, DateTimeOffset until, CancellationToken ct)
    {
        while (await _due.NextAsync(ct) is { } next && next <= until)
        {
            clock.Set(next > clock.GetUtcNow() ? next : clock.GetUtcNow());
            await SettleAsync(text, ct);
        }

        clock.Set(until);
        await _store.Writer.WriteAsync(scope => scope.Db.Instances.ExecuteUpdateAsync(u => u.SetProperty(i => i.PracticeNow, until), ct));
    }

    [GeneratedRegex(@"^(?<name>[\p{L}\p{N}_-]{1,32})>\s*(?<rest>.*)$", RegexOptions.CultureInvariant | RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Spoken();

    [GeneratedRegex(@"^/(?<word>as|comme|wait|attendre)(\s+(?<rest>.*))?$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex OfThisDoor();

    private (string Speaker, string Said) SpokenBy(string line)
        => line.Length < 4200 && Spoken().Match(line.TrimStart()) is { Success: true } match ? (match.Groups["name"].Value, match.Groups["rest"].Value) : (_speaker, line);

    private async Task<bool> AnswerAsync(StringBuilder text, string speaker, string line, string key, CancellationToken ct)
    {
        if (line.Length < 4200 && OfThisDoor().Match(line.Trim()) is { Success: true } own)
        {
            return await OwnAsync(text, own.Groups["word"].Value.ToLowerInvariant(), own.Groups["rest"].Value.Trim(), ct);
        }

        var incoming = new Incoming(Door, key, Fold.Of(speaker), speaker, null);
        incoming = int.TryParse(line.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? incoming with { Action = await TappedAsync(speaker, number, ct) ?? "none" }
            : incoming with { Text = line };
        var answer = await _dispatcher.HandleAsync(incoming, Local, ct);
        Print(text, "", answer.Reply, answer.PersonId);
        _store.Writer.WithNextCommit(scope => scope.Db.Inbox.Where(i => i.Door == Door && i.Key == key)
            .ExecuteUpdateAsync(u => u.SetProperty(i => i.AnsweredAt, _time.GetUtcNow()), ct));
        return answer.Reply.Refused is not null;
    }

    private async Task<string?> TappedAsync(string speaker, int number, CancellationToken ct)
    {
        await using var db = _store.Read();
        var person = await db.Accounts.Where(a => a.Door == Door && a.ExternalId == Fold.Of(speaker)).Select(a => (long?)a.PersonId).FirstOrDefaultAsync(ct);
        return _shown.Code(number, person ?? 0);
    }

    private async Task<bool> OwnAsync(StringBuilder text, string word, string rest, CancellationToken ct)
    {
        await Task.CompletedTask;
        if (word is "as" or "comme" && rest.Length is > 0 and <= 32)
        {
            _speaker = rest;
        }

        return false;
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

    private void Print(StringBuilder text, string to, Reply reply, long? personId)
    {
        text.Append(to).Append(reply.First);
        if (reply.Refused is { } code)
        {
            text.Append(" [").Append(code).Append(']');
        }

        text.Append('\n');
        foreach (var line in reply.Lines)
        {
            text.Append("  ").Append(line).Append('\n');
        }

        if (reply.Actions.Count > 0)
        {
            text.Append("  ").AppendJoin("  ", reply.Actions.Select(a => string.Create(CultureInfo.InvariantCulture, $"[{_shown.Number(a, personId)}] {a.Label}"))).Append('\n');
        }

        foreach (var file in reply.Files)
        {
            text.Append("--- ").Append(file.Name).Append('\n').Append(file.Content.TrimEnd('\n')).Append("\n---\n");
        }
    }
}
