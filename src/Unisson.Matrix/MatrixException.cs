using System.Net;

namespace Unisson.Matrix;

/// <summary>
/// The homeserver refused a request, or gave no answer (<see cref="Status"/> 0). <see cref="Code"/> is Matrix's own code
/// (client-server API, "Standard error response"), empty when it gave none; the codes with a name are in <see cref="MatrixErrors"/>.
/// </summary>
public class MatrixException(HttpStatusCode status, string code, string message, string route, Exception? cause = null) : Exception(message, cause)
{
    public HttpStatusCode Status { get; } = status;

    public string Code { get; } = code;

    /// <summary>Method and template of the route, without ids.</summary>
    public string Route { get; } = route;
}

/// <summary>A limit lasts longer than a call may wait.</summary>
public sealed class MatrixRateLimitException(string message, string route, TimeSpan retryAfter) : MatrixException(HttpStatusCode.TooManyRequests, MatrixErrors.LimitExceeded, message, route)
{
    /// <summary>When to try again, from now.</summary>
    public TimeSpan RetryAfter { get; } = retryAfter;
}

/// <summary>The session is over and could not be renewed. Nothing more is sent by this client.</summary>
public sealed class MatrixUnauthorizedException(string code, string route)
    : MatrixException(HttpStatusCode.Unauthorized, code, "The homeserver ended the session; nothing more is sent.", route);

/// <summary>Matrix's codes that a bot does something about.</summary>
public static class MatrixErrors
{
    public const string BadJson = "M_BAD_JSON";

    /// <summary>The same reaction stands there already.</summary>
    public const string DuplicateAnnotation = "M_DUPLICATE_ANNOTATION";
    public const string Forbidden = "M_FORBIDDEN";

    /// <summary>The person takes no invites from this account.</summary>
    public const string InviteBlocked = "M_INVITE_BLOCKED";
    public const string LimitExceeded = "M_LIMIT_EXCEEDED";
    public const string NotFound = "M_NOT_FOUND";
    public const string TooLarge = "M_TOO_LARGE";
    public const string Unknown = "M_UNKNOWN";
    public const string UnknownToken = "M_UNKNOWN_TOKEN";
    public const string Unrecognized = "M_UNRECOGNIZED";
    public const string UserDeactivated = "M_USER_DEACTIVATED";

    /// <summary>The account is of no use until it is unlocked; its session stays.</summary>
    public const string UserLocked = "M_USER_LOCKED";
}
