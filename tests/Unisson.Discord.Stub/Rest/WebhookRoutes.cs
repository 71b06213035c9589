namespace Unisson.Discord.Stub.Rest;

/// <summary>What follows the first answer, by the interaction's token, for 15 minutes: edits of the answer, and more messages.</summary>
internal static class WebhookRoutes
{
    private const string Base = "/webhooks/{webhook_id}/{webhook_token}";
    private static readonly TimeSpan TokenLife = TimeSpan.FromMinutes(15);

    public static IEnumerable<Route> All =>
    [
        new("POST", Base, FollowUp),
        new("GET", $"{Base}/messages/@original", call => RestAnswer.Ok(MessagePayload.Of(Original(Interaction(call))))),
        new("PATCH", $"{Base}/messages/@original", EditOriginal),
        new("DELETE", $"{Base}/messages/@original", call => Delete(Original(Interaction(call)))),
        new("GET", $"{Base}/messages/{{message_id}}", call => RestAnswer.Ok(MessagePayload.Of(Message(call)))),
        new("PATCH", $"{Base}/messages/{{message_id}}", EditMessage),
        new("DELETE", $"{Base}/messages/{{message_id}}", call => Delete(Message(call))),
    ];

    private static StubInteraction Interaction(RestCall call)
    {
        if (call["webhook_id"] != call.World.ApplicationId)
        {
            throw RestError.UnknownWebhook;
        }

        var interaction = call.World.InteractionsByToken.GetValueOrDefault(call["webhook_token"]);
        if (interaction is null || call.World.Now - interaction.CreatedAt > TokenLife)
        {
            throw RestError.InvalidWebhookToken;
        }

        return interaction.Answer is null ? throw RestError.UnknownWebhook : interaction;
    }

    private static StubMessage Original(StubInteraction interaction)
        => interaction.Original is { Deleted: false } message ? message : throw RestError.UnknownMessage;

    private static StubMessage Message(RestCall call)
    {
        var interaction = Interaction(call);
        return interaction.FollowUps.Append(interaction.Original).FirstOrDefault(m => m?.Id == call["message_id"] && !m.Deleted) ?? throw RestError.UnknownMessage;
    }

    private static RestAnswer FollowUp(RestCall call)
    {
        var interaction = Interaction(call);
        var body = MessageReader.Read(call, call.Body);
        if (interaction is { Answer: CallbackType.DeferredMessage, Filled: false, FollowUps.Count: 0 })
        {
            body = InteractionMessages.AsDeferred(call, interaction, body);
        }

        var message = InteractionMessages.Create(call, interaction, body);
        interaction.FollowUps.Add(message);
        interaction.Changed.Raise();
        return RestAnswer.Ok(MessagePayload.Of(message));
    }

    private static RestAnswer EditOriginal(RestCall call)
    {
        var interaction = Interaction(call);
        if (interaction is { Answer: CallbackType.DeferredMessage, Filled: false })
        {
            interaction.Original = InteractionMessages.Create(call, interaction, InteractionMessages.AsDeferred(call, interaction, MessageReader.Read(call, call.Body)));
        }
        else
        {
            Edit(call, Original(interaction));
        }

        interaction.Filled = true;
        interaction.Changed.Raise();
        return RestAnswer.Ok(MessagePayload.Of(interaction.Original!));
    }

    private static RestAnswer EditMessage(RestCall call)
    {
        var message = Message(call);
        Edit(call, message);
        return RestAnswer.Ok(MessagePayload.Of(message));
    }

    private static void Edit(RestCall call, StubMessage message) => message.Edit(MessageReader.Edit(call, call.Body, message.Body), call.World.Now);

    private static RestAnswer Delete(StubMessage message)
    {
        message.Deleted = true;
        return RestAnswer.Nothing;
    }
}
