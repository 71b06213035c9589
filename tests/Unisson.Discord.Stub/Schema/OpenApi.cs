using System.Text.Json;

namespace Unisson.Discord.Stub.Schema;

/// <summary>Discord's own OpenAPI file: which paths, methods, queries and bodies there are. Read once a process, each schema when it is first used.</summary>
internal sealed class OpenApi
{
    private static readonly Lazy<OpenApi?> File = new(Load);
    private readonly Dictionary<string, JsonSchema> _schemas = [];
    private readonly Lock _gate = new();
    private readonly JsonDocument _document;

    private OpenApi(JsonDocument document)
    {
        _document = document;
        Operations = [.. document.RootElement.GetProperty("paths").EnumerateObject().SelectMany(path => path.Value.EnumerateObject()
            .Where(method => method.Name is "get" or "put" or "post" or "patch" or "delete")
            .Select(method => new Operation(this, method.Name.ToUpperInvariant(), path.Name, path.Value, method.Value)))];
    }

    /// <summary>None when the file does not lie beside the checkout; then nothing is checked by schema.</summary>
    public static OpenApi? Here => File.Value;

    public IReadOnlyList<Operation> Operations { get; }

    public JsonSchema Read(JsonElement json)
    {
        lock (_gate)
        {
            return JsonSchema.Read(json, Find);
        }
    }

    private JsonSchema Find(string reference)
    {
        lock (_gate)
        {
            if (!_schemas.TryGetValue(reference, out var schema))
            {
                var name = reference["#/components/schemas/".Length..];
                schema = JsonSchema.Read(_document.RootElement.GetProperty("components").GetProperty("schemas").GetProperty(name), Find);
                _schemas[reference] = schema;
            }

            return schema;
        }
    }

    /// <summary>Where the file lies, if it does.</summary>
    public static string? Locate()
    {
        var at = new DirectoryInfo(AppContext.BaseDirectory);
        while (at is not null && !System.IO.File.Exists(Path.Combine(at.FullName, "Unisson.Bot.sln")))
        {
            at = at.Parent;
        }

        var file = Path.Combine(at?.FullName ?? "", "..", "shared", "specs", "discord-openapi.json");
        return System.IO.File.Exists(file) ? file : null;
    }

    private static OpenApi? Load() => Locate() is { } file ? new OpenApi(JsonDocument.Parse(System.IO.File.ReadAllBytes(file))) : null;
}

/// <summary>One method of one path.</summary>
internal sealed class Operation(OpenApi file, string method, string template, JsonElement path, JsonElement json)
{
    private readonly Lazy<JsonSchema?> _body = new(() => Body(file, json));
    private readonly Lazy<Dictionary<string, JsonSchema>> _query = new(() => Parameters(file, path, json, "query"));
    private readonly Lazy<Dictionary<string, JsonSchema>> _path = new(() => Parameters(file, path, json, "path"));

    public string Method => method;

    public string Template => template;

    /// <summary>What the JSON body must look like; none if the operation takes none.</summary>
    public JsonSchema? BodySchema => _body.Value;

    public IReadOnlyDictionary<string, JsonSchema> Query => _query.Value;

    /// <summary>Queries that may not be left out.</summary>
    public IEnumerable<string> NeededQuery => json.TryGetProperty("parameters", out var all)
        ? all.EnumerateArray().Where(p => p.TryGetProperty("required", out var needed) && needed.GetBoolean()).Select(p => p.GetProperty("name").GetString()!)
        : [];

    public IReadOnlyDictionary<string, JsonSchema> PathParameters => _path.Value;

    private static JsonSchema? Body(OpenApi file, JsonElement json)
        => json.TryGetProperty("requestBody", out var body) && body.GetProperty("content").TryGetProperty("application/json", out var content)
            ? file.Read(content.GetProperty("schema"))
            : null;

    private static Dictionary<string, JsonSchema> Parameters(OpenApi file, JsonElement path, JsonElement json, string place)
        => new[] { path, json }
            .Where(owner => owner.TryGetProperty("parameters", out _))
            .SelectMany(owner => owner.GetProperty("parameters").EnumerateArray())
            .Where(parameter => parameter.GetProperty("in").GetString() == place)
            .ToDictionary(p => p.GetProperty("name").GetString()!, p => file.Read(p.GetProperty("schema")));
}
