using Unisson.Bot.Deliveries;
using Unisson.Bot.Kernel;
using Unisson.Discord;

namespace Unisson.Bot.Discord;

/// <summary>What is said in a server that nobody has set up yet: one message, with one button.</summary>
internal sealed class Greeting(DiscordParts parts)
{
    /// <summary>In the channel where Discord itself writes, if the bot may; else it stays silent until the first command.</summary>
    public async Task GreetAsync(Guild guild, CancellationToken ct)
    {
        if (guild.SystemChannelId is not { } channel || parts.Places.MissingIn(channel.ToString()).Count > 0)
        {
            return;
        }

        var say = Say.In(Locales.Of(guild.PreferredLocale));
        var message = Messages.Of(new Reply(say["discord.hello"]) { Actions = [Install(say)] }) with { Nonce = $"hello{guild.Id}"[..Math.Min(25, 5 + guild.Id.ToString().Length)] };
        try
        {
            await parts.Rest.CreateMessageAsync(channel, message, ct);
        }
        catch (DiscordException)
        {
            // Nobody waits for it: the first command says the same.
        }
    }

    /// <summary>In answer to a command: to who manages the server the button, to others whom to ask.</summary>
    public static Reply NotYet(Interaction interaction, Say say) => Commanding.Of(interaction, updates: false).Manages == true
        ? new Reply(say["discord.not-yet.manage"]) { Refused = "discord.not-yet", Actions = [Install(say)] }
        : new Reply(say["discord.not-yet"]) { Refused = "discord.not-yet" };

    private static ReplyAction Install(Say say) => new(Forms.Opening("setup start"), say["action.install"]);
}
