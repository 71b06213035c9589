using System.Text.Json;
using System.Text.Json.Nodes;

namespace Unisson.Matrix.Stub.Rest;

/// <summary>Reads a body as Synapse does.</summary>
internal static class RequestBody
{
    private static readonly JsonDocumentOptions Options = new() { AllowDuplicateProperties = false };

    public static async Task ReadAsync(RestCall call)
    {
        using var memory = new MemoryStream();
        await call.Request.Body.CopyToAsync(memory);
        call.Bytes = memory.ToArray();
        if (call.Route.Raw || (call.Bytes.Length == 0 && !call.Route.NeedsBody))
        {
            return;
        }

        call.Json = Parse(call.Bytes) as JsonObject ?? throw MatrixError.BadJson("Content must be a JSON object.");
        call.HasBody = true;
    }

    private static JsonNode? Parse(byte[] bytes)
    {
        try
        {
            return JsonNode.Parse(bytes, documentOptions: Options);
        }
        catch (JsonException)
        {
            throw MatrixError.NotJson;
        }
    }
}
