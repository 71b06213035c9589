using System.Text.RegularExpressions;
using Unisson.Bot.Deliveries;
using Unisson.Bot.Doors;
using Unisson.Bot.Files;
using Unisson.Bot.Kernel;
using Unisson.Matrix;

namespace Unisson.Bot.Matrix;

/// <summary>
/// Gives answers: what is somebody's own in the room with them alone, all else where it was asked, quietly. The event's id makes the answer one,
/// however often the event comes.
/// </summary>
internal sealed partial class Speaking(MatrixParts parts)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1.5), Working = TimeSpan.FromSeconds(30);

    /// <summary>Commands that are answered where they were typed, because the answer, told for a channel, is the same for all who read it.</summary>
    private static readonly HashSet<string> ForAll = new(StringComparer.Ordinal)
    {
        "about", "common add", "common find", "common list", "common show", "contribution chart", "contribution list", "contribution log", "help", "mission list", "mission open", "mission show", "setup start",
    };

    /// <summary>The root of the thread that an event stands in; null in the room's main line.</summary>
    public static string? ThreadOf(MatrixEvent said) => said.RelationType == RelationTypes.Thread ? said.RelatesTo : null;

    /// <summary>The community that is spoken of; null when there is none, or when it is not set up, which was then said.</summary>
    /// <param name="line">The line; null for a gesture, which only exists where something was set up.</param>
    public async Task<MatrixPlace?> CommunityAsync(Room room, MatrixEvent said, string? line, CancellationToken ct)
    {
        if (room.IsPrivateWith(parts.Me))
        {
            if (await parts.Places.OfPrivateAsync(said.Sender!, ct) is { } known)
            {
                if (await parts.Private.HeardInAsync(said.Sender!, room.Id, ct) is { } person)
                {
                    await parts.Answered.GiveEarlierAsync(person, ct);
                }

                return new MatrixPlace(known, room.Id, IsSetUp: true);
            }

            await SayAsync(room, said, new Reply((await parts.SayInAsync(null, ct))["matrix.no-community"]), ct);
            return null;
        }

        var place = await parts.Places.OfAsync(room, ct);
        if (place.IsSetUp || line is null || SettingUp.Allows(PathOf(line)))
        {
            return place;
        }

        var manages = await ManagesAsync(room, place, said.Sender!, ct) == true;
        await SayAsync(room, said, new Reply((await parts.SayInAsync(place.CommunityId, ct))[manages ? "matrix.not-yet.manage" : "matrix.not-yet"]), ct);
        return null;
    }

    /// <summary>Whoever has 100, or made it, in the room or space that the community began in; nobody says so in private.</summary>
    public async Task<bool?> ManagesAsync(Room room, MatrixPlace place, string userId, CancellationToken ct)
        => room.IsPrivateWith(parts.Me) || await parts.Rooms.OfAsync(place.Home, ct) is not { } home ? null : home.PowerOf(userId) >= 100;

    /// <param name="about">What it answers, where that is not what was said.</param>
    public async Task AnswerAsync(Room room, MatrixEvent said, Incoming incoming, MatrixPlace place, string? about, CancellationToken ct)
    {
        var isPrivate = room.IsPrivateWith(parts.Me);
        if (incoming.Text is { } typed && PathOf(typed) is { } command && parts.Bot.Catalogue[command].Options.Any(o => o.Picks == Picks.Channel))
        {
            incoming = incoming with { Text = await WithRoomsAsync(typed, said.Sender!, ct) };
        }

        var path = incoming.Text is { } line ? PathOf(line) : parts.Bot.Catalogue.Action(incoming.Action!)?.Action.Path;
        about ??= said.Type == EventTypes.Reaction ? said.RelatesTo! : said.EventId!;
        incoming = incoming with
        {
            Channel = isPrivate || path is null || !ForAll.Contains(path) ? null : room.Id,
            TypedIn = isPrivate ? null : room.Id,
            Way = new Way(room.Id, about, ThreadOf(said), incoming.Action, path).ToString(),
            Known = await parts.Quoted.ByAsync(room, said, path, ct),
        };
        var work = parts.Bot.Dispatcher.HandleAsync(incoming, place.CommunityId, ct);
        await ShowWorkAsync(room, work, ct);
        var answer = await work;
        if (IsNoCommand(answer.Reply) && !isPrivate && !parts.Mistakes.MayGo(said.Sender!, place.CommunityId))
        {
            // Perhaps another bot, which takes our answers for questions; nothing is said, after a restart neither.
            parts.Answered.Seen(answer, said.EventId!);
            return;
        }

        if (await parts.Consent.AfterAsync(path, answer, said.Sender!, place.CommunityId, ct))
        {
            await SayAsync(room, said, new Reply((await parts.SayInAsync(place.CommunityId, ct))["matrix.invited"]), ct);
            return;
        }

        var own = isPrivate || !IsOwn(path, answer.Reply) ? null : said.Sender;
        if (await GiveAsync(room.Id, said.EventId!, about, ThreadOf(said), own, answer, place.CommunityId, ct))
        {
            parts.Answered.Seen(answer, said.EventId!);
        }
    }

    /// <summary>Who has waited for a moment sees that it is being worked on.</summary>
    private async Task ShowWorkAsync(Room room, Task work, CancellationToken ct)
    {
        try
        {
            await work.WaitAsync(Patience, parts.Bot.Time, ct);
        }
        catch (TimeoutException) when (!work.IsCompleted)
        {
            try
            {
                await parts.Client.SetTypingAsync(room.Id, Working, ct);
            }
            catch (MatrixException)
            {
                // The answer comes all the same.
            }
        }
    }

    /// <summary>A sentence of the door's own.</summary>
    public Task SayAsync(Room room, MatrixEvent said, Reply reply, CancellationToken ct) => GiveAsync(room.Id, said.EventId!, said.EventId!, ThreadOf(said), null, new Answer(reply, null), null, ct);

    /// <param name="about">What it answers, as clients show it.</param>
    /// <param name="own">Whose eyes alone it is for; null where it was asked.</param>
    /// <returns>Whether it was given. One that is stored, for somebody who has no private room yet, waits for that room: what was done once is not to be sent again.</returns>
    public async Task<bool> GiveAsync(string roomId, string eventId, string about, string? thread, string? own, Answer answer, long? communityId, CancellationToken ct)
    {
        var (reply, waits) = (answer.Reply, false);
        if (own is not null)
        {
            if (await parts.Private.OfAsync(own, ct) is { } alone)
            {
                await SendAsync(alone, $"a{eventId}", parts.Messages.Of(reply), reply, ct);
                return true;
            }

            waits = answer.IsStored;
            reply = new Reply((await parts.SayInAsync(communityId, ct))[waits ? "matrix.kept" : "matrix.in-private", $"https://matrix.to/#/{parts.Me}"]);
        }

        await SendAsync(roomId, $"a{eventId}", parts.Messages.Of(reply).Answering(about, thread), reply, ct);
        return !waits;
    }

    /// <summary>
    /// Whether an answer is for the asker alone: what is about themselves, what only some may see, and all that is about a private mission. That
    /// there is no such command is nobody's secret.
    /// </summary>
    public static bool IsOwn(string? path, Reply reply)
        => !(IsNoCommand(reply) || (path is not null && ForAll.Contains(path))) || PrivateLabel().IsMatch(string.Join(' ', [reply.First, .. reply.Lines]));

    private static bool IsNoCommand(Reply reply) => reply.Refused?.StartsWith("command.", StringComparison.Ordinal) == true;

    private async Task SendAsync(string roomId, string transactionId, MessageContent content, Reply reply, CancellationToken ct)
    {
        var sent = await parts.Order.SendAsync(Awaited.Now, () => parts.Client.SendMessageAsync(roomId, transactionId, content, ct), ct);
        if (reply.Actions.Count > 0)
        {
            parts.Shown.Is(roomId, sent);
        }

        foreach (var file in reply.Files)
        {
            var message = await UploadedAsync(file, ct);
            await parts.Order.SendAsync(Awaited.Now, () => parts.Client.SendMessageAsync(roomId, $"{transactionId}/{file.Name}", message, ct), ct);
        }
    }

    /// <summary>The file as a message; where it is too large, as the homeserver may find it sooner than we do, a sentence.</summary>
    private async Task<MessageContent> UploadedAsync(ReplyFile file, CancellationToken ct)
    {
        if (file.Streaming is not { } streaming)
        {
            return await UploadAsync(file, ct);
        }

        foreach (var pack in Packing.Ways)
        {
            try
            {
                if (await pack(file, ct) is { } packed)
                {
                    return await UploadAsync(packed, ct);
                }
            }
            catch (MatrixException error) when (error.Code == MatrixErrors.TooLarge)
            {
                // The homeserver takes less than we would send: the smaller form may still fit.
            }
        }

        return parts.Messages.Of(new Reply(streaming.TooLarge));
    }

    private async Task<MessageContent> UploadAsync(ReplyFile file, CancellationToken ct)
    {
        var bytes = file.ToBytes();
        var address = await parts.Client.UploadAsync(bytes, file.MediaType, file.Name, ct);
        return new MessageContent { MsgType = MessageContent.File, Body = file.Name, Url = address, Info = new(file.MediaType, bytes.Length) };
    }

    /// <summary>Rooms that are named as people do, <c>#missions</c>, by their ids.</summary>
    private async Task<string> WithRoomsAsync(string line, string speaker, CancellationToken ct)
    {
        foreach (Match match in ByName().Matches(line))
        {
            if (await parts.Rooms.NamedAsync(match.Groups["name"].Value, speaker, ct) is { } id)
            {
                line = line.Replace(match.Value, id, StringComparison.Ordinal);
            }
        }

        // Nobody sends what concerns their community into a room of others: an id that is none of theirs is left as a name that is unknown.
        foreach (Match match in ById().Matches(line))
        {
            if (!await parts.Rooms.IsInAsync(speaker, match.Value, ct))
            {
                line = line.Replace(match.Value, "#" + match.Value[1..], StringComparison.Ordinal);
            }
        }

        return line;
    }

    private string? PathOf(string line)
        => line.StartsWith('/') ? parts.Bot.Catalogue.Find(line[1..].Split((char[]?)null, 4, StringSplitOptions.RemoveEmptyEntries), out _)?.Spec.Path : null;

    [GeneratedRegex(@"(?<=\s|:)#(?<name>[\p{L}\p{N}_-]{1,64})(?=\s|$)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ByName();

    [GeneratedRegex(@"(?<=\s|:)![\w.:=-]+(?=\s|$)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex ById();

    [GeneratedRegex(@"\bMP[0-9]{4,8}\b", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex PrivateLabel();
}
