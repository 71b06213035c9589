using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Kernel;

namespace Unisson.Bot.Communities;

/// <summary>The next gestures once a space was set up, and those of its welcome card. The row is the community.</summary>
public static class SetupActions
{
    public static ActionSpec AddCommon { get; } = Of("setup-common", "common add");

    /// <summary>« Poster la carte d’accueil »: where missions go, until a channel of its own is named.</summary>
    public static ActionSpec PostWelcome { get; } = new("setup-welcome", "setup channel", async (db, caller, row, ct) => row != caller.CommunityId
        ? null
        : await db.Channels.Where(c => c.CommunityId == row && c.Door == caller.Door && (c.Use == ChannelUse.Welcome || c.Use == ChannelUse.Missions))
            .OrderByDescending(c => c.Use == ChannelUse.Welcome).Select(c => c.ExternalId).FirstOrDefaultAsync(ct) is { } channel
            ? new CommandLine("setup channel", ("use", "welcome"), ("channel", channel))
            : new CommandLine("setup channel", ("use", "welcome")));

    public static ActionSpec ReadContract { get; } = Of("setup-contract", "contract read");

    public static ActionSpec Know { get; } = Of("welcome-know", "experience add");

    public static ActionSpec Give { get; } = Of("welcome-give", "availability set");

    /// <summary>Offered by <c>/setup start</c>.</summary>
    public static IReadOnlyList<ActionSpec> Next { get; } = [AddCommon, PostWelcome, ReadContract];

    public static IReadOnlyList<ActionSpec> All { get; } = [AddCommon, PostWelcome, ReadContract, Know, Give, Undelivered.Again];

    private static ActionSpec Of(string name, string path)
        => new(name, path, (_, caller, row, _) => Task.FromResult(row == caller.CommunityId ? new CommandLine(path) : null));
}
