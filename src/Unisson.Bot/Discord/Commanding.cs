using Unisson.Bot.Deliveries;
using Unisson.Bot.Discord.Registration;
using Unisson.Bot.Doors;
using Unisson.Bot.Kernel;
using Unisson.Discord;

namespace Unisson.Bot.Discord;

/// <summary>Slash commands, and the command of a message's own menu.</summary>
internal sealed class Commanding(DiscordParts parts)
{
    private readonly Pace _pace = new(parts.CommandsPerMinute, parts.Bot.Time);

    public async ValueTask AnswerAsync(Interaction interaction, CancellationToken ct)
    {
        var say = Say.In(Locales.Of(interaction.Locale));
        if (interaction.Data is not { } data || interaction.Invoker is null)
        {
            return;
        }

        if (data.TargetMessage is { } message)
        {
            await parts.Answers.OpenAsync(interaction, OfMessage(message, interaction, say), ct);
            return;
        }

        if (parts.Registration.Read(data) is not { } line)
        {
            await parts.Answers.SayAsync(interaction, new Reply(say["discord.unknown-command"]) { Refused = "discord.unknown-command" }, ct);
            return;
        }

        if (await PlaceAsync(interaction, line.Path, say, ct) is { } community)
        {
            await RunAsync(interaction, line, community, say, ct);
        }
    }

    /// <summary>What the door hands over of an interaction.</summary>
    public static Incoming Of(Interaction interaction, bool updates) => new(DiscordDoor.Name, interaction.Id.ToString(), interaction.Invoker!.Id.ToString(), NameOf(interaction), null)
    {
        TypedIn = interaction.GuildId is null ? null : interaction.ChannelId?.ToString(),
        Locale = Locales.Of(interaction.Locale),
        Manages = interaction.GuildId is null ? null : interaction.Member!.Permissions.HasFlag(Permissions.ManageGuild) || interaction.Member.Permissions.HasFlag(Permissions.Administrator),
        Names = [.. (interaction.Data?.Resolved?.Users?.Values ?? []).Where(u => !u.Bot && u.Id != interaction.Invoker.Id).Select(u => new NamedAccount(u.Id.ToString(), u.Display, u.Username))],
        IsNetwork = true,
        HasForms = true,
        Handle = interaction.Invoker.Username,
        FetchAsync = (named, ct) => Attached.FetchAsync(interaction, named, ct),
        Way = Answering.WayOf(interaction, updates),
    };

    /// <summary>The community that is spoken of; null when there is none, or when it is not set up, which was then said.</summary>
    /// <param name="path">The command; null for a gesture, which only exists where something was set up.</param>
    public async Task<long?> PlaceAsync(Interaction interaction, string? path, Say say, CancellationToken ct)
    {
        if (interaction.GuildId is not { } guild)
        {
            if (await parts.Places.OfPrivateAsync(interaction.Invoker!.Id, ct) is { } known)
            {
                return known;
            }

            await parts.Answers.SayAsync(interaction, new Reply(say["discord.no-community"]) { Refused = "discord.no-community" }, ct);
            return null;
        }

        if (interaction.ChannelId is { } channel)
        {
            await parts.Places.AllowsAsync(channel, interaction.AppPermissions, ct);
        }

        var place = await parts.Places.OfAsync(guild, null, interaction.GuildLocale, ct);
        if (place.IsSetUp || path is null || SettingUp.Allows(path))
        {
            return place.CommunityId;
        }

        await parts.Answers.SayAsync(interaction, Greeting.NotYet(interaction, say), ct);
        return null;
    }

    private async Task RunAsync(Interaction interaction, CommandLine line, long community, Say say, CancellationToken ct)
    {
        if (line.Values.Count == 0 && parts.Forms.OfBare(line.Path, say) is { } form)
        {
            await parts.Answers.OpenAsync(interaction, form, ct);
            return;
        }

        if (!_pace.MayGo(interaction.Invoker!.Id.ToString(), community))
        {
            await parts.Answers.SayAsync(interaction, new Reply(say["discord.too-fast"]) { Refused = "discord.too-fast" }, ct);
            return;
        }

        var work = parts.Bot.Dispatcher.HandleAsync(Of(interaction, updates: false) with { Command = line }, community, ct);
        await parts.Answers.GiveAsync(interaction, work, updates: false, community, ct);
        await parts.Consent.AfterAsync(line.Path, await work, interaction, community, ct);
    }

    /// <summary>« Noter comme contribution »: the message is what was given, and its address the link.</summary>
    private Modal OfMessage(Message message, Interaction interaction, Say say)
    {
        var spec = parts.Bot.Catalogue["contribution log"];
        var what = spec.Options.First(o => o.Name.English == "what");
        var link = $"https://discord.com/channels/{(interaction.GuildId is { } guild ? guild.ToString() : "@me")}/{message.ChannelId}/{message.Id}";
        var line = new CommandLine(spec.Path, ("what", message.Content.OneLine().Cut(what.Longest)), ("link", link));
        return parts.Forms.Prefilled(line, [.. spec.Form, spec.Options.First(o => o.Name.English == "link")], say);
    }

    private static string NameOf(Interaction interaction) => interaction.Member?.Display ?? interaction.Invoker!.Display;
}
