using Microsoft.Extensions.Logging;
using Unisson.Bot.Deliveries;
using Unisson.Bot.Doors;
using Unisson.Bot.Kernel;
using Unisson.Discord;

namespace Unisson.Bot.Discord;

/// <summary>
/// Gives answers to interactions: at once where the answer is there within a second and a half, else after a deferral; the pressed message is
/// edited where it is the person's own. An answer that finds no way is kept for a private message, or for the person's next command.
/// </summary>
internal sealed partial class Answering(DiscordParts parts)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1.5);

    private readonly ILogger _logger = parts.Logs.CreateLogger<Answering>();

    /// <summary>The secret way to answer, as the inbox keeps it for a restart.</summary>
    public static string WayOf(Interaction interaction, bool updates) => $"{(updates ? 'u' : 'c')}:{interaction.Id}:{interaction.Token}";

    /// <summary>A door's own sentence, for the asker alone.</summary>
    public Task SayAsync(Interaction interaction, Reply reply, CancellationToken ct)
        => LeavesAsync(() => parts.Rest.RespondAsync(interaction.Id, interaction.Token, InteractionResponse.Reply(Messages.Private(reply, CommunityIn(interaction, null))), ct));

    public Task OpenAsync(Interaction interaction, Modal modal, CancellationToken ct)
        => LeavesAsync(() => parts.Rest.RespondAsync(interaction.Id, interaction.Token, InteractionResponse.Modal(modal), ct));

    /// <param name="updates">The pressed message is the person's own and becomes the answer.</param>
    /// <param name="community">Of the answer's buttons, where a gesture in private must tell it.</param>
    public async Task GiveAsync(Interaction interaction, Task<Answer> work, bool updates, long community, CancellationToken ct)
    {
        Answer answer;
        var isDeferred = false;
        work = PackedAsync(work, ct);
        try
        {
            answer = await work.WaitAsync(Patience, parts.Bot.Time, CancellationToken.None);
        }
        catch (TimeoutException) when (!work.IsCompleted)
        {
            isDeferred = await DeferAsync(interaction, updates, ct);
            answer = await work;
        }

        if (await LeftAsync(interaction, answer, updates, isDeferred, community, ct))
        {
            parts.Unseen.WasSeen(answer, interaction.Id.ToString());
            await parts.Unseen.ShowEarlierAsync(interaction, answer, ct);
        }
        else if (answer.IsStored)
        {
            await parts.Unseen.KeepAsync(answer, interaction.Id.ToString(), ct);
        }
    }

    /// <summary>False, and logged, when Discord did not take it: nobody waits for it any more, or it finds another way.</summary>
    public async Task<bool> LeavesAsync(Func<Task> send)
    {
        try
        {
            await send();
            return true;
        }
        catch (DiscordException error)
        {
            LogLost(error.Code, error.Route);
            return false;
        }
    }

    /// <summary>What is written as a stream is written while there is still time to defer.</summary>
    private static async Task<Answer> PackedAsync(Task<Answer> work, CancellationToken ct)
    {
        var answer = await work;
        return answer with { Reply = await Packing.PackedAsync(answer.Reply, ct) };
    }

    private Task<bool> DeferAsync(Interaction interaction, bool updates, CancellationToken ct)
        => LeavesAsync(() => parts.Rest.RespondAsync(interaction.Id, interaction.Token, updates ? InteractionResponse.DeferUpdate : InteractionResponse.Defer(ephemeral: true), ct));

    private Task<bool> LeftAsync(Interaction interaction, Answer answer, bool updates, bool isDeferred, long community, CancellationToken ct)
        => LeavesAsync(() => SendAsync(interaction, answer, updates && answer.Reply.Refused is null, isDeferred, CommunityIn(interaction, community), ct));

    private async Task SendAsync(Interaction interaction, Answer answer, bool updates, bool isDeferred, long? community, CancellationToken ct)
    {
        var form = isDeferred ? null : await FormAsync(answer, interaction, ct);
        var message = Messages.Private(WithFill(answer.Reply, Locales.Of(interaction.Locale)), community);
        if (answer.Reply.NamesCommands)
        {
            message = message with { Content = parts.Mentions.In(message.Content!) };
        }

        try
        {
            if (!isDeferred)
            {
                var response = form is not null ? InteractionResponse.Modal(form) : updates ? InteractionResponse.Update(MessageEdit.To(message)) : InteractionResponse.Reply(message);
                await parts.Rest.RespondAsync(interaction.Id, interaction.Token, response, ct);
                return;
            }
        }
        catch (DiscordException error) when (error.Code == DiscordErrors.AlreadyAcknowledged)
        {
            // The interaction came twice: the same answer takes the place of the first, which may be "thinking…"; a form that opened stays.
        }

        if (form is null)
        {
            await parts.Rest.EditOriginalResponseAsync(parts.Application, interaction.Token, MessageEdit.To(message), ct);
        }
    }

    /// <summary>What is missing, or is to be changed, is asked at once, as a form, where a form may open: not in answer to a form.</summary>
    private async Task<Modal?> FormAsync(Answer answer, Interaction interaction, CancellationToken ct)
        => answer.Reply is { Refused: null or "command.missing" or "availability.first" or "availability.empty", Fill: { } draft } && interaction.Type != InteractionType.ModalSubmit
            ? await parts.Presses.FormOfDraftAsync(draft, answer.PersonId, interaction, ct)
            : null;

    /// <summary>The line to complete, as a button that opens its form.</summary>
    public static Reply WithFill(Reply reply, Language language) => reply.Fill is not { } draft
        ? reply.Typed is { } typed ? reply with { Lines = [.. reply.Lines, typed] } : reply
        : reply with { Actions = [.. reply.Actions, new ReplyAction($"{Pressing.Fill}{draft}", Say.In(language)["action.fill"])] };

    private static long? CommunityIn(Interaction interaction, long? community) => interaction.GuildId is null ? community : null;

    [LoggerMessage(LogLevel.Warning, "An answer found no way out (Discord's code {Code}, {Route})")]
    private partial void LogLost(int code, string route);
}
