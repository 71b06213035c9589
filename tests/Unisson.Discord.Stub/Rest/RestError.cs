using System.Text.Json.Nodes;

namespace Unisson.Discord.Stub.Rest;

/// <summary>A refusal, with Discord's HTTP status, its own code and its words. Thrown by whatever finds the fault, turned into an answer in one place.</summary>
internal sealed class RestError(int status, int code, string message) : Exception(message)
{
    public int Status => status;

    public int Code => code;

    /// <summary>The nested <c>errors</c> of a 50035.</summary>
    public JsonObject? Errors { get; init; }

    /// <summary>Told with a 429, and with 30046.</summary>
    public TimeSpan? RetryAfter { get; init; }

    public static RestError Unauthorized => new(401, 0, "401: Unauthorized");

    public static RestError NotFound => new(404, 0, "404: Not Found");

    public static RestError UnknownChannel => new(404, 10003, "Unknown Channel");

    public static RestError UnknownGuild => new(404, 10004, "Unknown Guild");

    public static RestError UnknownMember => new(404, 10007, "Unknown Member");

    public static RestError UnknownMessage => new(404, 10008, "Unknown Message");

    public static RestError UnknownUser => new(404, 10013, "Unknown User");

    public static RestError UnknownWebhook => new(404, 10015, "Unknown Webhook");

    public static RestError UnknownInteraction => new(404, 10062, "Unknown interaction");

    public static RestError OldEdits(TimeSpan retryAfter)
        => new(429, 30046, "Maximum number of edits to messages older than 1 hour reached. Try again later") { RetryAfter = retryAfter };

    public static RestError NewDmsTooFast => new(403, 40003, "You are opening direct messages too fast");

    public static RestError AlreadyAcknowledged => new(400, 40060, "Interaction has already been acknowledged.");

    public static RestError MissingAccess => new(403, 50001, "Missing Access");

    public static RestError NotYours => new(403, 50005, "Cannot edit a message authored by another user");

    public static RestError Empty => new(400, 50006, "Cannot send an empty message");

    public static RestError DmClosed => new(403, 50007, "Cannot send messages to this user");

    public static RestError MissingPermissions => new(403, 50013, "Missing Permissions");

    public static RestError WrongChannelType => new(400, 50024, "Cannot execute action on this channel type");

    public static RestError InvalidWebhookToken => new(401, 50027, "Invalid Webhook Token");

    public static RestError ThreadArchived => new(400, 50083, "Thread is archived");

    public static RestError InvalidJson => new(400, 50109, "The request body contains invalid JSON.");

    public static RestError NoMutualServer => new(403, 50278, "Cannot send messages to this user due to having no mutual guilds");

    public static RestError ThreadExists => new(400, 160004, "A thread has already been created for this message");

    /// <summary>50035, each fault at its field as Discord nests them.</summary>
    public static RestError InvalidForm(IEnumerable<(string Path, string Code, string Message)> faults)
    {
        JsonObject errors = [];
        foreach (var (path, code, message) in faults)
        {
            var at = errors;
            foreach (var key in path.Split('.', StringSplitOptions.RemoveEmptyEntries))
            {
                at = (at[key] ??= new JsonObject()).AsObject();
            }

            (at["_errors"] ??= new JsonArray()).AsArray().Add(new JsonObject { ["code"] = code, ["message"] = message });
        }

        return new RestError(400, 50035, "Invalid Form Body") { Errors = errors };
    }

    public JsonObject Body()
    {
        var json = new JsonObject { ["message"] = Message, ["code"] = code };
        if (Errors is not null)
        {
            json["errors"] = Errors.DeepClone();
        }

        if (RetryAfter is { } wait)
        {
            json["retry_after"] = wait.TotalSeconds;
            json["global"] = false;
        }

        return json;
    }
}
