using System.Net;
using Microsoft.Extensions.Logging;
using Unisson.Bot.Deliveries;
using Unisson.Bot.Kernel;
using Unisson.Bot.Storage;
using Unisson.Matrix;

namespace Unisson.Bot.Matrix;

/// <summary>What happened in rooms, brought to where it is answered: rooms side by side, what one person does one after the other.</summary>
internal sealed partial class Hearing(MatrixParts parts)
{
    /// <summary>An event older than that is never run (design, answers survive).</summary>
    private static readonly TimeSpan TooOld = TimeSpan.FromHours(24);

    private readonly ILogger _logger = parts.Logs.CreateLogger<Hearing>();

    /// <summary>Done with all of a batch; only a data file in trouble, or the end, comes out of it.</summary>
    public async Task HandleAsync(SyncBatch batch, CancellationToken ct)
    {
        foreach (var roomId in batch.Left)
        {
            parts.Rooms.Forget(roomId);
            await parts.Places.GoneAsync(roomId, parts.Bot.Time.GetUtcNow(), ct);
        }

        foreach (var invite in batch.Invited)
        {
            await parts.Invites.AnswerAsync(invite, ct);
        }

        foreach (var room in batch.Joined)
        {
            parts.Rooms.Take(room);
            if (room.StateNow.Any(s => s.Type == EventTypes.Tombstone))
            {
                await parts.Upgrades.FollowAsync(room.RoomId, ct);
            }
        }

        // What was said before the bot first looked, or before it came, is nobody's command to it.
        var heard = batch.Since is null ? [] : batch.Joined.SelectMany(r => SinceHere(r.Timeline).Select(e => (Room: r.RoomId, Event: e))).Where(h => IsSomebodys(h.Event));
        await Task.WhenAll(heard.GroupBy(h => h.Event.Sender!, StringComparer.Ordinal).Select(async one =>
        {
            foreach (var (room, said) in one)
            {
                await HearAsync(room, said, ct);
            }
        }));
    }

    private IEnumerable<MatrixEvent> SinceHere(IReadOnlyList<MatrixEvent> timeline)
    {
        // A new display name is a join as well.
        var came = timeline.ToList().FindLastIndex(e => e.Type == EventTypes.Member && e.StateKey == parts.Me && e.Content.Text("membership") == "join" && e.PreviousContent.Text("membership") != "join");
        return timeline.Skip(came + 1);
    }

    private bool IsSomebodys(MatrixEvent said) => said is { StateKey: null, EventId.Length: > 0, Sender: { Length: > 1 } sender } && sender != parts.Me
        && said.Type is EventTypes.Message or EventTypes.Reaction or EventTypes.Encrypted or EventTypes.Redaction;

    /// <summary>One event that cannot be answered keeps back none of those after it.</summary>
    private async Task HearAsync(string roomId, MatrixEvent said, CancellationToken ct)
    {
        try
        {
            // Where another room took this one's place nothing is said any more.
            if (await parts.Rooms.OfAsync(roomId, ct) is not { ReplacedBy: null } room || (said.Type == EventTypes.Redaction && room.IsEncrypted))
            {
                return;
            }

            if (room.IsEncrypted || said.Type == EventTypes.Encrypted)
            {
                await parts.Encrypted.AnswerAsync(room, said.Sender!, ct);
                return;
            }

            if (said.Type == EventTypes.Reaction)
            {
                await PressAsync(room, said, said.RelatesTo, said.Content.Part("m.relates_to").Text("key"), ct);
            }
            else if (said.Type == EventTypes.Redaction)
            {
                await TakeBackAsync(room, said, ct);
            }
            else if (Typed.LineOf(said, parts.Me, room.Members.GetValueOrDefault(parts.Me), room.IsPrivateWith(parts.Me)) is { } line)
            {
                await RunAsync(room, said, line, ct);
            }
        }
        catch (MatrixException error) when (error is not MatrixUnauthorizedException && !Passes(error))
        {
            LogLost(error.Code, error.Route);
        }
        catch (Exception error) when (error is not (MatrixException or OperationCanceledException) && StorageException.From(error, "") is null)
        {
            LogUnexpected(error);
        }
    }

    /// <summary>The homeserver is away or wants a pause: the batch comes again, and what was done of it is not done twice.</summary>
    private static bool Passes(MatrixException error)
        => error.Status is default(HttpStatusCode) or HttpStatusCode.TooManyRequests or HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout;

    private async Task RunAsync(Room room, MatrixEvent said, string line, CancellationToken ct)
    {
        if (room.IsPrivateWith(parts.Me) && Messages.Place(line) is not null && await parts.Shown.LastAsync(room.Id, ct) is { } last)
        {
            await PressAsync(room, said, last, line, ct);
            return;
        }

        if (await parts.Speaking.CommunityAsync(room, said, line, ct) is not { } community)
        {
            return;
        }

        if (parts.Bot.Time.GetUtcNow() - said.SentAt > TooOld)
        {
            await parts.Speaking.SayAsync(room, said, new Reply((await parts.SayInAsync(community.CommunityId, ct))["matrix.too-old"]), ct);
        }
        else if (line.StartsWith('/') && !parts.Pace.MayGo(said.Sender!, community.CommunityId))
        {
            await parts.Speaking.SayAsync(room, said, new Reply((await parts.SayInAsync(community.CommunityId, ct))["matrix.too-fast"]), ct);
        }
        else
        {
            await parts.Speaking.AnswerAsync(room, said, Incoming(room, said) with { Text = line, FetchAsync = (_, stop) => Attached.FetchAsync(parts.Client, room.Id, said, stop), Manages = await parts.Speaking.ManagesAsync(room, community, said.Sender!, ct) }, community, about: null, ct);
        }
    }

    /// <summary>A gesture: the message says itself which actions it offers, whoever made the gesture.</summary>
    private async Task PressAsync(Room room, MatrixEvent said, string? on, string? key, CancellationToken ct)
    {
        if (on is not null && key is not null && Messages.Place(key) is { } place
            && (await parts.Shown.CodesAsync(room.Id, on, ct)).ElementAtOrDefault(place) is { } code
            && await parts.Speaking.CommunityAsync(room, said, null, ct) is { } community)
        {
            await parts.Speaking.AnswerAsync(room, said, Incoming(room, said) with { Action = code }, community, about: null, ct);
        }
    }

    private async Task TakeBackAsync(Room room, MatrixEvent said, CancellationToken ct)
    {
        if (said.Redacts is { } redacted && await parts.TakenBack.OfAsync(redacted, said.Sender!, ct) is var (code, about)
            && await parts.Speaking.CommunityAsync(room, said, null, ct) is { } community)
        {
            await parts.Speaking.AnswerAsync(room, said, Incoming(room, said) with { Action = code }, community, about, ct);
        }
    }

    private static Incoming Incoming(Room room, MatrixEvent said)
        => new(MatrixDoor.Name, said.EventId!, said.Sender!, room.Members.GetValueOrDefault(said.Sender!) ?? said.Sender!, null)
        {
            IsNetwork = true,
        };

    [LoggerMessage(LogLevel.Warning, "An answer found no way out (Matrix's code {Code}, {Route})")]
    private partial void LogLost(string code, string route);

    [LoggerMessage(LogLevel.Error, "What somebody said could not be answered")]
    private partial void LogUnexpected(Exception error);
}
