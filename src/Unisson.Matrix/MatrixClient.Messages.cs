using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Unisson.Matrix.Json;
using Unisson.Matrix.Rest;

namespace Unisson.Matrix;

/// <summary>Events in a room.</summary>
public sealed partial class MatrixClient
{
    private static readonly Route SendRoute = new(HttpMethod.Put, "/v3/rooms/{room}/send/{type}/{txn}");
    private static readonly Route RedactRoute = new(HttpMethod.Put, "/v3/rooms/{room}/redact/{event}/{txn}");
    private static readonly Route TypingRoute = new(HttpMethod.Put, "/v3/rooms/{room}/typing/{user}");
    private static readonly Route ReceiptRoute = new(HttpMethod.Post, "/v3/rooms/{room}/receipt/m.read/{event}");

    /// <summary>Sends a message. The same transaction id on the same device gives the event that the first try made, however often it is sent.</summary>
    /// <returns>The event's id.</returns>
    public Task<string> SendMessageAsync(string roomId, string transactionId, MessageContent content, CancellationToken ct)
        => SendAsync(roomId, EventTypes.Message, transactionId, content, MatrixJson.Writing.MessageContent, ct);

    /// <exception cref="MatrixException">With <see cref="MatrixErrors.DuplicateAnnotation"/> where the same stands there already.</exception>
    public Task<string> SendReactionAsync(string roomId, string transactionId, string eventId, string key, CancellationToken ct)
        => SendAsync(roomId, EventTypes.Reaction, transactionId, ReactionContent.On(eventId, key), MatrixJson.Writing.ReactionContent, ct);

    /// <summary>Takes the content of an event away; edits of it are events of their own.</summary>
    public async Task<string> RedactAsync(string roomId, string eventId, string transactionId, string? reason, CancellationToken ct)
    {
        var call = new MatrixCall(RedactRoute, $"{Client}/rooms/{Escape(roomId)}/redact/{Escape(eventId)}/{Escape(transactionId)}");
        return (await AskAsync(call.With(new Redaction(reason), MatrixJson.Writing.Redaction), MatrixJson.Default.EventSent, ct)).EventId;
    }

    /// <summary>One page of a room's history.</summary>
    /// <param name="from">A token of a sync or of a page before; null begins at the end that <paramref name="backwards"/> says.</param>
    /// <param name="to">Where to stop at the latest; null is never.</param>
    public async Task<EventPage> GetMessagesAsync(string roomId, string? from, string? to, bool backwards, int limit, CancellationToken ct)
    {
        var call = Get("/v3/rooms/{room}/messages", $"{Client}/rooms/{Escape(roomId)}/messages?dir={(backwards ? 'b' : 'f')}&limit={limit}{Query("from", from)}{Query("to", to)}");
        return new EventPage(await _sender.SendAsync(call, ct), call.Route);
    }

    /// <summary>The events that relate to one, newest first: the edits of a message, its reactions.</summary>
    public async Task<EventPage> GetRelationsAsync(string roomId, string eventId, string relationType, string? from, CancellationToken ct)
    {
        var call = Get("/v1/rooms/{room}/relations/{event}/{relation}", $"/_matrix/client/v1/rooms/{Escape(roomId)}/relations/{Escape(eventId)}/{Escape(relationType)}?limit=100{Query("from", from)}");
        return new EventPage(await _sender.SendAsync(call, ct), call.Route);
    }

    /// <summary>One event; null where there is none, or where this account may not see it.</summary>
    public async Task<JsonElement?> GetEventAsync(string roomId, string eventId, CancellationToken ct)
        => await CloneAsync(Get("/v3/rooms/{room}/event/{event}", $"{Client}/rooms/{Escape(roomId)}/event/{Escape(eventId)}"), ct);

    public Task SetTypingAsync(string roomId, TimeSpan? length, CancellationToken ct)
        => TellAsync(
            new MatrixCall(TypingRoute, $"{Client}/rooms/{Escape(roomId)}/typing/{Escape(Session!.UserId)}") { Once = true }
                .With(new TypingNotice(length is not null, (int?)length?.TotalMilliseconds), MatrixJson.Writing.TypingNotice),
            ct);

    /// <summary>Says that the room was read up to an event.</summary>
    /// <param name="thread">The root of the thread it stands in, or null for the room's main line.</param>
    public Task SendReceiptAsync(string roomId, string eventId, string? thread, CancellationToken ct)
        => TellAsync(
            new MatrixCall(ReceiptRoute, $"{Client}/rooms/{Escape(roomId)}/receipt/m.read/{Escape(eventId)}") { Once = true }
                .With(new Receipt(thread ?? "main"), MatrixJson.Writing.Receipt),
            ct);

    private async Task<string> SendAsync<T>(string roomId, string type, string transactionId, T content, JsonTypeInfo<T> json, CancellationToken ct)
    {
        var call = new MatrixCall(SendRoute, $"{Client}/rooms/{Escape(roomId)}/send/{type}/{Escape(transactionId)}") { LimitedAtOnce = !_options.EventsWait }.With(content, json);
        return (await AskAsync(call, MatrixJson.Default.EventSent, ct)).EventId;
    }

    /// <summary>An object that outlives its answer; null where the homeserver has none to show.</summary>
    private async Task<JsonElement?> CloneAsync(MatrixCall call, CancellationToken ct)
    {
        try
        {
            using var answer = await _sender.SendAsync(call, ct);
            return answer.Root(call.Route).Clone();
        }
        catch (MatrixException error) when (error.Code is MatrixErrors.NotFound || (error.Code == MatrixErrors.Forbidden && call.Route.Method == HttpMethod.Get))
        {
            return null;
        }
    }

    private static string Query(string name, string? value) => value is null ? "" : $"&{name}={Escape(value)}";
}
