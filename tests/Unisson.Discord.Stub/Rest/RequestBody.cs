using System.Text.Json;
using System.Text.Json.Nodes;

namespace Unisson.Discord.Stub.Rest;

/// <summary>Reads a body: JSON, or a form with <c>payload_json</c> and <c>files[n]</c>.</summary>
internal static class RequestBody
{
    public static async Task ReadAsync(RestCall call)
    {
        var request = call.Request;
        if (request.HasFormContentType)
        {
            var form = await request.ReadFormAsync();
            foreach (var file in form.Files)
            {
                call.Files[FileId(call, file.Name)] = file;
            }

            call.Json = Parse(form["payload_json"].ToString() is { Length: > 0 } json ? json : "{}");
            return;
        }

        using var reader = new StreamReader(request.Body);
        var text = await reader.ReadToEndAsync();
        if (text.Length == 0)
        {
            return;
        }

        if (request.ContentType?.StartsWith("application/json", StringComparison.OrdinalIgnoreCase) != true)
        {
            throw RestError.InvalidJson;
        }

        call.Json = Parse(text);
    }

    private static string FileId(RestCall call, string name)
    {
        if (name.StartsWith("files[", StringComparison.Ordinal) && name.EndsWith(']'))
        {
            return name["files[".Length..^1];
        }

        call.Breaks("form.file", $"a file's part must be named files[n], not {name}");
        return name;
    }

    private static JsonNode? Parse(string json)
    {
        try
        {
            return JsonNode.Parse(json);
        }
        catch (JsonException)
        {
            throw RestError.InvalidJson;
        }
    }
}
