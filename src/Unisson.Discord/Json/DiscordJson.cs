using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Unisson.Discord.Gateway;
using Unisson.Discord.Rest;

namespace Unisson.Discord.Json;

/// <summary>The generated readers and writers of everything on the wire.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Application))]
[JsonSerializable(typeof(User))]
[JsonSerializable(typeof(Guild))]
[JsonSerializable(typeof(GuildDelete))]
[JsonSerializable(typeof(Member))]
[JsonSerializable(typeof(IReadOnlyList<Member>))]
[JsonSerializable(typeof(Channel))]
[JsonSerializable(typeof(ChannelEdit))]
[JsonSerializable(typeof(ThreadCreate))]
[JsonSerializable(typeof(Message))]
[JsonSerializable(typeof(IReadOnlyList<Message>))]
[JsonSerializable(typeof(MessageCreate))]
[JsonSerializable(typeof(MessageEdit))]
[JsonSerializable(typeof(Interaction))]
[JsonSerializable(typeof(InteractionCallbackResult))]
[JsonSerializable(typeof(Modal))]
[JsonSerializable(typeof(IReadOnlyList<Choice>))]
[JsonSerializable(typeof(IReadOnlyList<CommandDefinition>))]
[JsonSerializable(typeof(IReadOnlyList<RegisteredCommand>))]
[JsonSerializable(typeof(GatewayBot))]
[JsonSerializable(typeof(Ready))]
[JsonSerializable(typeof(Hello))]
[JsonSerializable(typeof(ErrorBody))]
[JsonSerializable(typeof(DmCreate))]
internal sealed partial class DiscordJson : JsonSerializerContext
{
    /// <summary>Letters outside ASCII travel as they are: JSON here never stands inside HTML.</summary>
    public static JsonWriterOptions Writing { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
