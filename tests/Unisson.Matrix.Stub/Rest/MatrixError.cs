using System.Text.Json.Nodes;

namespace Unisson.Matrix.Stub.Rest;

/// <summary>A refusal with its HTTP status and Matrix's own code, worded as Synapse words it. Thrown by whatever finds the fault, turned into an answer in one place.</summary>
internal sealed class MatrixError(int status, string code, string message) : Exception(message)
{
    public int Status => status;

    public string Code => code;

    /// <summary>Told with a 429.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Whether it is told in the header alone.</summary>
    public bool OnlyHeader { get; init; }

    public bool? SoftLogout { get; init; }

    public static MatrixError Unrecognized(int status) => new(status, "M_UNRECOGNIZED", "Unrecognized request");

    public static MatrixError MissingToken => new(401, "M_MISSING_TOKEN", "Missing access token");

    public static MatrixError UnknownToken(bool soft)
        => new(401, "M_UNKNOWN_TOKEN", soft ? "Access token has expired" : "Invalid access token passed.") { SoftLogout = soft };

    public static MatrixError Forbidden(string message) => new(403, "M_FORBIDDEN", message);

    public static MatrixError NotInRoom(string userId, string roomId) => Forbidden($"User {userId} not in room {roomId}");

    public static MatrixError NotFound(string message) => new(404, "M_NOT_FOUND", message);

    public static MatrixError Unknown(string message, int status = 400) => new(status, "M_UNKNOWN", message);

    public static MatrixError BadJson(string message) => new(400, "M_BAD_JSON", message);

    public static MatrixError NotJson => new(400, "M_NOT_JSON", "Content not JSON.");

    public static MatrixError MissingParam(string message) => new(400, "M_MISSING_PARAM", message);

    public static MatrixError InvalidParam(string message) => new(400, "M_INVALID_PARAM", message);

    public static MatrixError TooLarge(string message) => new(413, "M_TOO_LARGE", message);

    public static MatrixError InviteBlocked => new(403, "M_INVITE_BLOCKED", "This user is not accepting invites from you");

    public static MatrixError TooFast(TimeSpan wait, bool onlyHeader = false)
        => new(429, "M_LIMIT_EXCEEDED", "Too Many Requests") { RetryAfter = wait, OnlyHeader = onlyHeader };

    public JsonObject Body()
    {
        var json = new JsonObject { ["errcode"] = code, ["error"] = Message };
        if (RetryAfter is { } wait && !OnlyHeader)
        {
            json["retry_after_ms"] = (long)Math.Ceiling(wait.TotalMilliseconds);
        }

        if (SoftLogout is { } soft)
        {
            json["soft_logout"] = soft;
        }

        return json;
    }
}
