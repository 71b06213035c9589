namespace Unisson.Discord;

/// <summary>Close codes of the gateway that end more than a connection (page "Opcodes and Status Codes", "Gateway Close Event Codes").</summary>
public enum GatewayCloseCode
{
    AuthenticationFailed = 4004,
    InvalidSequence = 4007,
    SessionTimedOut = 4009,
    InvalidShard = 4010,
    ShardingRequired = 4011,
    InvalidApiVersion = 4012,
    InvalidIntents = 4013,
    DisallowedIntents = 4014,
}

/// <summary>The gateway closed for good: trying again would bring the same.</summary>
public sealed class GatewayClosedException(GatewayCloseCode code) : Exception($"The gateway closed with {(int)code} ({code}); this needs a hand.")
{
    public GatewayCloseCode Code { get; } = code;
}
