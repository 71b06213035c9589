using System.Globalization;
using System.Text.Json.Nodes;
using Unisson.Discord.Stub.Rules;
using Unisson.Discord.Stub.Schema;

namespace Unisson.Discord.Stub.Rest;

/// <summary>Holds a request against Discord's file, and against the rules that the file does not have.</summary>
internal static class RequestCheck
{
    /// <exception cref="RestError">50035, with every fault at its field.</exception>
    public static void Check(RestCall call)
    {
        var faults = call.Route.Operation is { } operation ? BySchema(call, operation).ToList() : [];
        if (faults.Count == 0 && call.Json is not null)
        {
            faults.AddRange(ByRules(call));
        }

        if (faults.Count > 0)
        {
            throw RestError.InvalidForm(faults);
        }
    }

    private static IEnumerable<(string Path, string Code, string Message)> BySchema(RestCall call, Operation operation)
    {
        var errors = operation.PathParameters.SelectMany(p => p.Value.Check(JsonValue.Create(call[p.Key])).Select(e => e with { Path = p.Key })).ToList();
        errors.AddRange(Query(call, operation));
        if (operation.BodySchema is { } body && (call.Json is not null || call.Request.Method is "POST" or "PATCH" or "PUT"))
        {
            errors.AddRange(body.Check(call.Json));
        }

        foreach (var error in errors.Where(e => e.Ignored))
        {
            call.Breaks("field.unknown", $"{error.Path}: Discord has no such field and ignores it");
        }

        return errors.Where(e => !e.Ignored).Select(e => (e.Path, e.Code, e.Message));
    }

    private static IEnumerable<SchemaError> Query(RestCall call, Operation operation)
    {
        foreach (var needed in operation.NeededQuery.Where(n => call.Query(n) is null))
        {
            yield return new(needed, "BASE_TYPE_REQUIRED", "This field is required");
        }

        foreach (var (name, value) in call.Request.Query)
        {
            if (!operation.Query.TryGetValue(name, out var schema))
            {
                yield return new(name, "UNKNOWN_KEY", "No such query.", Ignored: true);
                continue;
            }

            foreach (var error in schema.Check(Typed(schema.Real, value.ToString())))
            {
                yield return error with { Path = name };
            }
        }
    }

    private static JsonNode Typed(JsonSchema schema, string text)
        => schema.Types.Contains("integer") && long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number
            : schema.Types.Contains("boolean") && bool.TryParse(text, out var set) ? set
            : text;

    private static IEnumerable<(string Path, string Code, string Message)> ByRules(RestCall call)
    {
        var found = RuleBook.For(call).ToList();
        foreach (var house in found.Where(r => r.House))
        {
            call.Breaks(house.Code, $"{house.Path}: {house.Message}");
        }

        return found.Where(r => !r.House).Select(r => (r.Path, r.Code, r.Message));
    }
}
