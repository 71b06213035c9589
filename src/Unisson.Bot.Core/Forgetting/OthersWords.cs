using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Kernel;
using Unisson.Bot.Storage;

namespace Unisson.Bot.Forgetting;

/// <summary>
/// Takes somebody's name out of what was written for others and is still kept: messages that wait or left within days, answers of the last
/// day, news for a digest. Where the words are needed no more, they go whole.
/// </summary>
internal sealed class OthersWords
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(1);

    private readonly Regex _names;
    private readonly string _nobody;

    /// <param name="nobody">What stands in the place of the name.</param>
    private OthersWords(IEnumerable<string> names, string nobody)
    {
        var any = string.Join('|', names.OrderByDescending(n => n.Length).Select(Regex.Escape));
        _names = new Regex($@"(?<![\p{{L}}\p{{N}}_])({any})(?![\p{{L}}\p{{N}}_])", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, Longest);
        _nobody = nobody;
    }

    public static async Task CleanAsync(BotDb db, IReadOnlyList<string> names, string nobody, CancellationToken ct)
    {
        if (names.Count > 0)
        {
            var words = new OthersWords(names, nobody);
            await words.MessagesAsync(db, ct);
            await words.AnswersAsync(db, ct);
            await words.NewsAsync(db, ct);
        }
    }

    private async Task MessagesAsync(BotDb db, CancellationToken ct)
    {
        foreach (var row in await db.Outbox.Where(o => o.Body != null).Select(o => new { o.Id, o.Body, o.SentAt }).ToListAsync(ct))
        {
            if (Clean(row.Body!) is { } clean)
            {
                var body = row.SentAt is null ? clean : null;
                await db.Outbox.Where(o => o.Id == row.Id).ExecuteUpdateAsync(u => u.SetProperty(o => o.Body, body), ct);
            }
        }
    }

    private async Task AnswersAsync(BotDb db, CancellationToken ct)
    {
        foreach (var row in await db.Inbox.Where(i => i.Reply != null).Select(i => new { i.Door, i.Key, i.Reply, i.AnsweredAt }).ToListAsync(ct))
        {
            if (Clean(row.Reply!) is { } clean)
            {
                var reply = row.AnsweredAt is null ? clean : null;
                await db.Inbox.Where(i => i.Door == row.Door && i.Key == row.Key).ExecuteUpdateAsync(u => u.SetProperty(i => i.Reply, reply), ct);
            }
        }
    }

    private async Task NewsAsync(BotDb db, CancellationToken ct)
    {
        foreach (var news in (await db.News.Select(n => new { n.Id, n.Text }).ToListAsync(ct)).Where(n => _names.IsMatch(n.Text)))
        {
            var text = _names.Replace(news.Text, _nobody);
            await db.News.Where(n => n.Id == news.Id).ExecuteUpdateAsync(u => u.SetProperty(n => n.Text, text), ct);
        }
    }

    /// <summary>The reply without the names; null when it had none.</summary>
    private string? Clean(string kept)
    {
        var reply = JsonSerializer.Deserialize(kept, KernelJson.Default.Reply)!;
        var found = false;
        var clean = reply with
        {
            First = Of(reply.First),
            Lines = [.. reply.Lines.Select(Of)],
            Actions = [.. reply.Actions.Select(a => a with { Label = Of(a.Label) })],
            Files = [],
            Typed = reply.Typed is null ? null : Of(reply.Typed),
        };
        return found || reply.Files.Any(f => _names.IsMatch(f.Content)) ? JsonSerializer.Serialize(clean, KernelJson.Default.Reply) : null;

        string Of(string text)
        {
            found |= _names.IsMatch(text);
            return _names.Replace(text, _nobody);
        }
    }
}
