namespace Unisson.Discord.Stub.Rest;

/// <summary>Messages that answer an interaction: seen by all, or by the person alone. They need no permission in the channel.</summary>
internal static class InteractionMessages
{
    private const int EphemeralFlag = 1 << 6;

    public static StubMessage Create(RestCall call, StubInteraction interaction, MessageBody body)
    {
        var message = new StubMessage(call.World.Ids.Next(), interaction.Channel, call.World.Bot, body, call.World.Now)
        {
            Interaction = interaction,
            Reader = (body.Flags & EphemeralFlag) != 0 ? interaction.User : null,
        };
        interaction.Channel.All.Add(message);
        return message;
    }

    /// <summary>The answer to a deferral has the privacy chosen at the defer; asking for the other one changes nothing and is noted.</summary>
    public static MessageBody AsDeferred(RestCall call, StubInteraction interaction, MessageBody body)
    {
        var ephemeral = (body.Flags & EphemeralFlag) != 0;
        if (call.Body.ContainsKey("flags") && ephemeral != interaction.DeferredEphemeral)
        {
            call.Breaks("ephemeral.late", "whether only the person sees the answer was decided at the defer");
        }

        return body with { Flags = interaction.DeferredEphemeral ? body.Flags | EphemeralFlag : body.Flags & ~EphemeralFlag };
    }
}
