using Microsoft.Extensions.Logging;
using Unisson.Bot.Discord.Registration;
using Unisson.Bot.Help;
using Unisson.Bot.Settings;
using Unisson.Discord;

namespace Unisson.Bot.Discord;

/// <summary>The parts of the door, which know each other.</summary>
internal sealed class DiscordParts
{
    public DiscordParts(BotHost bot, AllSettings settings, DiscordRest rest, ILoggerFactory logs)
    {
        (Bot, Rest, Logs, CommandsPerMinute) = (bot, rest, logs, settings.Limits.CommandsPerMinute);
        Registration = new CommandRegistration(bot.Catalogue);
        Forms = new Forms(bot.Catalogue);
        Mentions = new CommandMentions(bot.Catalogue, Registration);
        Places = new Places(bot.Store, settings.Community, bot.Time);
        Unseen = new Unseen(this);
        CatchingUp = new CatchingUp(this);
        Answers = new Answering(this);
        Consent = new Consent(this, new PrivateChannels(bot.Store, rest, bot.Time));
        Greeting = new Greeting(this);
        Commands = new Commanding(this);
        Presses = new Pressing(this);
        Completing = new Completing(this, new Completion(bot.Catalogue));
        PrivateWords = new PrivateWords(this);
    }

    public BotHost Bot { get; }

    public DiscordRest Rest { get; }

    public ILoggerFactory Logs { get; }

    /// <summary>Typed commands of one person in one community; 0 is no limit.</summary>
    public int CommandsPerMinute { get; }

    /// <summary>The application's id, known once Discord was asked.</summary>
    public Snowflake Application { get; set; }

    public CommandRegistration Registration { get; }

    public Forms Forms { get; }

    public CommandMentions Mentions { get; }

    public Places Places { get; }

    public Unseen Unseen { get; }

    public CatchingUp CatchingUp { get; }

    public Answering Answers { get; }

    public Consent Consent { get; }

    public Greeting Greeting { get; }

    public Commanding Commands { get; }

    public Pressing Presses { get; }

    public Completing Completing { get; }

    public PrivateWords PrivateWords { get; }
}
