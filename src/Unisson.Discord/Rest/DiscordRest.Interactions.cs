using System.Text.Json;
using Unisson.Discord.Json;
using Unisson.Discord.Rest;

namespace Unisson.Discord;

/// <summary>First responses to interactions and what follows them. None of it counts for the global limit.</summary>
public sealed partial class DiscordRest
{
    private static readonly Route Callback = new(HttpMethod.Post, "/interactions/{interaction}/{token}/callback", Bot: false);
    private static readonly Route PostFollowUp = new(HttpMethod.Post, "/webhooks/{application}/{token}", Bot: false);
    private static readonly Route GetReply = new(HttpMethod.Get, "/webhooks/{application}/{token}/messages/{message}", Bot: false);
    private static readonly Route PatchReply = new(HttpMethod.Patch, "/webhooks/{application}/{token}/messages/{message}", Bot: false);
    private static readonly Route DeleteReply = new(HttpMethod.Delete, "/webhooks/{application}/{token}/messages/{message}", Bot: false);

    private static readonly TimeSpan FirstResponse = TimeSpan.FromSeconds(3);

    /// <summary>Gives the first response, within 3 seconds of this call at most, tries included.</summary>
    /// <exception cref="DiscordException">
    /// <see cref="DiscordErrors.UnknownInteraction"/> when it came too late; <see cref="DiscordErrors.AlreadyAcknowledged"/> when there was one.
    /// </exception>
    public Task RespondAsync(Snowflake interaction, string token, InteractionResponse response, CancellationToken ct = default) =>
        SendAsync(CallbackOf(interaction, token, "", response), ct);

    /// <summary>The same, and what became of it; null when it had to be repeated and the first try had come through.</summary>
    public async Task<InteractionCallbackResult?> RespondWithResultAsync(
        Snowflake interaction, string token, InteractionResponse response, CancellationToken ct = default)
    {
        using var answer = await _sender.SendAsync(CallbackOf(interaction, token, "?with_response=true", response), ct);
        return answer?.Read(DiscordJson.Default.InteractionCallbackResult);
    }

    public Task<Message> GetOriginalResponseAsync(Snowflake application, string token, CancellationToken ct = default) =>
        SendAsync(new(GetReply, Webhook(application, token, "/messages/@original")), DiscordJson.Default.Message, ct);

    /// <summary>Edits the first response, or gives the answer after a deferral.</summary>
    public Task<Message> EditOriginalResponseAsync(Snowflake application, string token, MessageEdit edit, CancellationToken ct = default) =>
        SendAsync(Edited(PatchReply, Webhook(application, token, "/messages/@original"), edit), DiscordJson.Default.Message, ct);

    public Task DeleteOriginalResponseAsync(Snowflake application, string token, CancellationToken ct = default) =>
        SendAsync(new RestCall(DeleteReply, Webhook(application, token, "/messages/@original")), ct);

    /// <summary>One more message. Not repeated when it is uncertain whether it was made.</summary>
    public Task<Message> CreateFollowUpAsync(Snowflake application, string token, MessageCreate message, CancellationToken ct = default) =>
        SendAsync(
            new RestCall(PostFollowUp, Webhook(application, token, "?wait=true")) { Files = message.Files }.With(message, DiscordJson.Default.MessageCreate),
            DiscordJson.Default.Message,
            ct);

    public Task<Message> EditFollowUpAsync(Snowflake application, string token, Snowflake message, MessageEdit edit, CancellationToken ct = default) =>
        SendAsync(Edited(PatchReply, Webhook(application, token, $"/messages/{message}"), edit), DiscordJson.Default.Message, ct);

    public Task DeleteFollowUpAsync(Snowflake application, string token, Snowflake message, CancellationToken ct = default) =>
        SendAsync(new RestCall(DeleteReply, Webhook(application, token, $"/messages/{message}")), ct);

    private static RestCall CallbackOf(Snowflake interaction, string token, string query, InteractionResponse response) =>
        new RestCall(Callback, $"/interactions/{interaction}/{Uri.EscapeDataString(token)}/callback{query}")
        {
            Repeatable = true,
            Within = FirstResponse,
            DoneCode = DiscordErrors.AlreadyAcknowledged,
            Files = response.Message?.Files ?? response.Edit?.Files,
        }.With(response, Write);

    private static string Webhook(Snowflake application, string token, string rest) => $"/webhooks/{application}/{Uri.EscapeDataString(token)}{rest}";

    internal static void Write(Utf8JsonWriter json, InteractionResponse response)
    {
        json.WriteStartObject();
        json.WriteNumber("type"u8, (int)response.Type);
        if (response.Message is { } message)
        {
            json.WritePropertyName("data"u8);
            JsonSerializer.Serialize(json, message, DiscordJson.Default.MessageCreate);
        }
        else if (response.Edit is { } edit)
        {
            json.WritePropertyName("data"u8);
            JsonSerializer.Serialize(json, edit, DiscordJson.Default.MessageEdit);
        }
        else if (response.Form is { } form)
        {
            json.WritePropertyName("data"u8);
            JsonSerializer.Serialize(json, form, DiscordJson.Default.Modal);
        }
        else if (response.Suggestions is { } choices)
        {
            json.WriteStartObject("data"u8);
            json.WritePropertyName("choices"u8);
            JsonSerializer.Serialize(json, choices, DiscordJson.Default.IReadOnlyListChoice);
            json.WriteEndObject();
        }
        else if (response.Ephemeral)
        {
            json.WriteStartObject("data"u8);
            json.WriteNumber("flags"u8, (int)MessageFlags.Ephemeral);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }
}
