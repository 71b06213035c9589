namespace Unisson.Discord.Gateway;

/// <summary>How a connection ended, and what that means for the next one.</summary>
internal readonly record struct ConnectionEnd(string Why, bool NewSession = false, TimeSpan Wait = default, GatewayCloseCode? Final = null)
{
    /// <summary>The meaning of a close code (page "Opcodes and Status Codes"): most can be resumed, two need a new session, six are final.</summary>
    public static ConnectionEnd Closed(int? code) => code switch
    {
        4004 or (>= 4010 and <= 4014) => new($"close code {code}", NewSession: true, Final: (GatewayCloseCode)code),
        4007 or 4009 => new($"close code {code}", NewSession: true),
        null => new("closed without a code"),
        _ => new($"close code {code}"),
    };

    /// <summary>Operation 9: the session can be resumed, or a new one may begin after 1 to 5 seconds.</summary>
    public static ConnectionEnd Invalid(bool resumable) => resumable
        ? new("invalid session, resumable")
        : new("invalid session", NewSession: true, Wait: TimeSpan.FromSeconds(1 + (4 * Random.Shared.NextDouble())));
}
