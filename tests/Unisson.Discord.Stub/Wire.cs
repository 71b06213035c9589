using System.Text.Encodings.Web;
using System.Text.Json;

namespace Unisson.Discord.Stub;

/// <summary>How JSON leaves the stub: as Discord writes it, accents as they are.</summary>
internal static class Wire
{
    public static JsonSerializerOptions Json { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
