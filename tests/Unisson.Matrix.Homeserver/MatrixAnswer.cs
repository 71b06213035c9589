using System.Net;
using System.Text.Json;

namespace Unisson.Matrix.Homeservers;

/// <summary>What the homeserver answered to one request, good or bad.</summary>
/// <param name="RetryAfter">The header of this name.</param>
public sealed record MatrixAnswer(HttpStatusCode Status, JsonElement Json, TimeSpan? RetryAfter)
{
    public string? Errcode => Text("errcode");

    /// <summary>A string at the top of the answer, null if there is none.</summary>
    public string? Text(string name)
        => Json.ValueKind is JsonValueKind.Object && Json.TryGetProperty(name, out var value) ? value.GetString() : null;

    /// <exception cref="MatrixRefusedException">The status is not 2xx.</exception>
    public MatrixAnswer OrThrow()
        => (int)Status is >= 200 and < 300 ? this : throw new MatrixRefusedException(Status, Errcode, Json.ToString());
}
