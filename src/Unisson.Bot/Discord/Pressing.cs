using System.Globalization;
using Unisson.Bot.Communities;
using Unisson.Bot.Deliveries;
using Unisson.Bot.Kernel;
using Unisson.Discord;

namespace Unisson.Bot.Discord;

/// <summary>Buttons that were pressed, and forms that were sent.</summary>
internal sealed class Pressing(DiscordParts parts)
{
    /// <summary>Begins the custom id of a button that opens the form of a draft.</summary>
    public const string Fill = "fill:";

    public async ValueTask AnswerAsync(Interaction interaction, CancellationToken ct)
    {
        var say = Say.In(Locales.Of(interaction.Locale));
        if (interaction.Data is not { CustomId: { Length: > 0 } id } || interaction.Invoker is null)
        {
            return;
        }

        var (code, told) = Messages.Read(id);
        if (Forms.Opened(code) is { } path && parts.Forms.OfBare(path, say) is { } bare)
        {
            await parts.Answers.OpenAsync(interaction, bare, ct);
            return;
        }

        // A button in private tells its community, if the person is known there.
        var speaker = interaction.GuildId is null && told is not null ? await SpeakerAsync(interaction, told.Value, ct) : null;
        if ((speaker is null ? await parts.Commands.PlaceAsync(interaction, null, say, ct) : told) is not { } community)
        {
            return;
        }

        if (code.StartsWith(Fill, StringComparison.Ordinal))
        {
            speaker ??= await SpeakerAsync(interaction, community, ct);
            await FillAsync(interaction, code[Fill.Length..], speaker, say, ct);
            return;
        }

        var isOwn = interaction.GuildId is null || interaction.Message?.Flags.HasFlag(MessageFlags.Ephemeral) == true;
        var work = parts.Bot.Dispatcher.HandleAsync(Commanding.Of(interaction, isOwn) with { Action = code }, community, ct);
        await parts.Answers.GiveAsync(interaction, work, isOwn, community, ct);
    }

    public async ValueTask SubmitAsync(Interaction interaction, CancellationToken ct)
    {
        var say = Say.In(Locales.Of(interaction.Locale));
        if (interaction.Data is not { } data || interaction.Invoker is null)
        {
            return;
        }

        if (parts.Forms.Read(data) is not var (line, draft))
        {
            await parts.Answers.SayAsync(interaction, new Reply(say["discord.unknown-command"]) { Refused = "discord.unknown-command" }, ct);
            return;
        }

        if (await parts.Commands.PlaceAsync(interaction, line.Path, say, ct) is { } community)
        {
            var work = parts.Bot.Dispatcher.HandleAsync(Commanding.Of(interaction, updates: false) with { Command = line, Draft = draft, IsForm = true }, community, ct);
            await parts.Answers.GiveAsync(interaction, work, updates: false, community, ct);
            await parts.Consent.AfterAsync(line.Path, await work, interaction, community, ct);
        }
    }

    /// <summary>The form of a draft of this person, or null when it is gone.</summary>
    public async Task<Modal?> FormOfDraftAsync(long draft, long? personId, Interaction interaction, CancellationToken ct)
    {
        await using var db = parts.Bot.Store.Read();
        var own = await Drafts.LineAsync(db, personId ?? 0, draft, parts.Bot.Time.GetUtcNow(), ct);
        return own is null || !parts.Bot.Catalogue.Has(own.Path) ? null : parts.Forms.OfDraft(draft, own, Say.In(Locales.Of(interaction.Locale)));
    }

    private async Task<Speaker?> SpeakerAsync(Interaction interaction, long community, CancellationToken ct)
    {
        await using var db = parts.Bot.Store.Read();
        return await db.SpeakerAsync(DiscordDoor.Name, interaction.Invoker!.Id.ToString(), community, ct);
    }

    private async Task FillAsync(Interaction interaction, string draft, Speaker? speaker, Say say, CancellationToken ct)
    {
        if (long.TryParse(draft, CultureInfo.InvariantCulture, out var id) && await FormOfDraftAsync(id, speaker?.PersonId, interaction, ct) is { } form)
        {
            await parts.Answers.OpenAsync(interaction, form, ct);
            return;
        }

        await parts.Answers.SayAsync(interaction, new Reply(say["action.gone"]) { Refused = "action.gone" }, ct);
    }
}
