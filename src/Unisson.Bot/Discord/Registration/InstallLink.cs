using Unisson.Discord;

namespace Unisson.Bot.Discord.Registration;

/// <summary>The link with which somebody who manages a server invites the bot.</summary>
internal static class InstallLink
{
    /// <summary>View Channel, Send Messages, Send Messages in Threads, Create Public Threads, Embed Links, Attach Files, Read Message History.</summary>
    private const ulong Permissions = 309_237_763_072;

    public static Uri Of(Snowflake application)
        => new($"https://discord.com/oauth2/authorize?client_id={application}&scope=bot+applications.commands&permissions={Permissions}");
}
