using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Unisson.Matrix.Rest;

namespace Unisson.Matrix.Json;

/// <summary>The generated readers and writers of what has one shape. Events have any, and are read one field at a time (<see cref="MatrixEvent"/>).</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(WellKnown))]
[JsonSerializable(typeof(LoginFlows))]
[JsonSerializable(typeof(LoginRequest))]
[JsonSerializable(typeof(Session))]
[JsonSerializable(typeof(RefreshRequest))]
[JsonSerializable(typeof(RefreshAnswer))]
[JsonSerializable(typeof(WhoAmI))]
[JsonSerializable(typeof(FilterMade))]
[JsonSerializable(typeof(SyncFilter))]
[JsonSerializable(typeof(MessageContent))]
[JsonSerializable(typeof(ReactionContent))]
[JsonSerializable(typeof(EventSent))]
[JsonSerializable(typeof(RoomCreate))]
[JsonSerializable(typeof(RoomMade))]
[JsonSerializable(typeof(UserNamed))]
[JsonSerializable(typeof(TypingNotice))]
[JsonSerializable(typeof(Receipt))]
[JsonSerializable(typeof(Redaction))]
[JsonSerializable(typeof(JoinedRooms))]
[JsonSerializable(typeof(Uploaded))]
[JsonSerializable(typeof(Nothing))]
[JsonSerializable(typeof(Dictionary<string, JsonElement>))]
[JsonSerializable(typeof(JsonElement))]
[JsonSerializable(typeof(IReadOnlyList<string>))]
internal sealed partial class MatrixJson : JsonSerializerContext
{
    /// <summary>An event has at most 64 KiB, and each level of its depth takes two signs at least: no event is too deep to be read past.</summary>
    public static JsonDocumentOptions Reading { get; } = new() { MaxDepth = 40_000 };

    /// <summary>Letters outside ASCII travel as they are: JSON here never stands inside HTML.</summary>
    public static MatrixJson Writing { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
