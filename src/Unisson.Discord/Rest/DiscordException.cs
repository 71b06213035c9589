using System.Net;

namespace Unisson.Discord;

/// <summary>
/// Discord refused a request, or gave no answer (<see cref="Status"/> 0). <see cref="Code"/> is Discord's own code
/// (page "Opcodes and Status Codes", "JSON"), 0 when it gave none; the codes with a name are in <see cref="DiscordErrors"/>.
/// </summary>
public class DiscordException : Exception
{
    public DiscordException(HttpStatusCode status, int code, string message, string route, string? details = null)
        : base(message) => (Status, Code, Route, Details) = (status, code, route, details);

    public DiscordException(string message, string route, Exception? cause)
        : base(message, cause) => Route = route;

    public HttpStatusCode Status { get; }

    public int Code { get; }

    /// <summary>Method and template of the route, without ids.</summary>
    public string Route { get; }

    /// <summary>Discord's <c>errors</c> as JSON: which field is wrong and why. It may repeat what was sent, so it is not in the message.</summary>
    public string? Details { get; }
}

/// <summary>A limit lasts longer than a call may wait, or the bot has come near Discord's limit of invalid requests.</summary>
public sealed class DiscordRateLimitException(HttpStatusCode status, int code, string message, string route, TimeSpan retryAfter)
    : DiscordException(status, code, message, route)
{
    /// <summary>When to try again, from now.</summary>
    public TimeSpan RetryAfter { get; } = retryAfter;
}

/// <summary>The token was refused. Nothing more is sent by this client.</summary>
public sealed class DiscordUnauthorizedException(string route)
    : DiscordException(HttpStatusCode.Unauthorized, 0, "Discord refused the token; nothing more is sent.", route);

/// <summary>Discord's codes that a bot does something about.</summary>
public static class DiscordErrors
{
    public const int UnknownChannel = 10003;
    public const int UnknownGuild = 10004;
    public const int UnknownMember = 10007;
    public const int UnknownMessage = 10008;
    public const int UnknownUser = 10013;
    public const int UnknownWebhook = 10015;

    /// <summary>The interaction is older than 3 seconds, or its token older than 15 minutes.</summary>
    public const int UnknownInteraction = 10062;

    /// <summary>Too many edits of messages older than an hour: wait.</summary>
    public const int OldMessageEdits = 30046;

    /// <summary>Too many new DMs: open none for a while.</summary>
    public const int DirectMessagesTooFast = 40003;

    /// <summary>There is a first response already.</summary>
    public const int AlreadyAcknowledged = 40060;
    public const int MissingAccess = 50001;

    /// <summary>The person takes no DM from this bot.</summary>
    public const int CannotMessageUser = 50007;
    public const int MissingPermissions = 50013;
    public const int InvalidWebhookToken = 50027;
    public const int InvalidFormBody = 50035;
    public const int ThreadArchived = 50083;

    /// <summary>The person and the bot share no server.</summary>
    public const int NoMutualGuild = 50278;

    /// <summary>The message has a thread already.</summary>
    public const int ThreadAlreadyCreated = 160004;
    public const int TooManyActiveThreads = 160006;
}
