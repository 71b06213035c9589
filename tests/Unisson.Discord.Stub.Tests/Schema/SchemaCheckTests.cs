using System.Text.Json;
using System.Text.Json.Nodes;
using Unisson.Discord.Stub.Schema;
using Xunit;

namespace Unisson.Discord.Stub.Tests.Schema;

/// <summary>The small validator: each word of JSON Schema that Discord's file uses.</summary>
public sealed class SchemaCheckTests
{
    private static readonly string[] Unions = ["oneOf", "anyOf", "allOf"];

    [Theory]
    [InlineData("""{"type":"string"}""", "1", "BASE_TYPE_BAD_TYPE")]
    [InlineData("""{"type":["string","null"]}""", "true", "BASE_TYPE_BAD_TYPE")]
    [InlineData("""{"type":"integer"}""", "1.5", "BASE_TYPE_BAD_TYPE")]
    [InlineData("""{"type":"integer"}""", "\"1\"", "BASE_TYPE_BAD_TYPE")]
    [InlineData("""{"type":"boolean"}""", "0", "BASE_TYPE_BAD_TYPE")]
    [InlineData("""{"type":"object"}""", "[]", "BASE_TYPE_BAD_TYPE")]
    [InlineData("""{"const":4}""", "5", "BASE_TYPE_CHOICES")]
    [InlineData("""{"type":"integer","enum":[4,5]}""", "6", "BASE_TYPE_CHOICES")]
    [InlineData("""{"type":"object","properties":{"a":{}},"required":["a"]}""", "{}", "BASE_TYPE_REQUIRED")]
    [InlineData("""{"type":"string","minLength":1}""", "\"\"", "BASE_TYPE_BAD_LENGTH")]
    [InlineData("""{"type":"string","maxLength":2}""", "\"abc\"", "BASE_TYPE_MAX_LENGTH")]
    [InlineData("""{"type":"string","pattern":"^(0|[1-9][0-9]*)$"}""", "\"07\"", "STRING_TYPE_REGEX")]
    [InlineData("""{"type":"string","format":"snowflake"}""", "\"99999999999999999999\"", "FORMAT")]
    [InlineData("""{"type":"string","format":"uri"}""", "\"no address\"", "FORMAT")]
    [InlineData("""{"type":"string","format":"date-time"}""", "\"tomorrow\"", "FORMAT")]
    [InlineData("""{"type":"integer","minimum":1}""", "0", "NUMBER_TYPE_MIN")]
    [InlineData("""{"type":"integer","maximum":5}""", "6", "NUMBER_TYPE_MAX")]
    [InlineData("""{"type":"integer","format":"int32"}""", "2147483648", "NUMBER_TYPE_MAX")]
    [InlineData("""{"type":"array","maxItems":1}""", "[1,2]", "BASE_TYPE_BAD_LENGTH")]
    [InlineData("""{"type":"array","minItems":1}""", "[]", "BASE_TYPE_BAD_LENGTH")]
    [InlineData("""{"type":"array","uniqueItems":true}""", "[1,1]", "SET_TYPE_ALREADY_CONTAINS_VALUE")]
    [InlineData("""{"type":"array","items":{"type":"string"}}""", "[1]", "BASE_TYPE_BAD_TYPE")]
    [InlineData("""{"type":"object","additionalProperties":{"type":"string","maxLength":1}}""", """{"fr":"ab"}""", "BASE_TYPE_MAX_LENGTH")]
    [InlineData("""{"type":"object","additionalProperties":false,"properties":{}}""", """{"a":1}""", "UNKNOWN_KEY")]
    [InlineData("""{"type":"object","maxProperties":1}""", """{"a":1,"b":2}""", "BASE_TYPE_BAD_LENGTH")]
    [InlineData("""{"oneOf":[{"type":"string"},{"maxLength":5}]}""", "\"a\"", "UNION_TYPE_CHOICES")]
    [InlineData("""{"allOf":[{"type":"string"},{"maxLength":1}]}""", "\"ab\"", "BASE_TYPE_MAX_LENGTH")]
    public void A_value_that_does_not_fit_is_refused_with_Discords_code(string schema, string value, string code)
        => Assert.Equal(code, Assert.Single(Read(schema).Check(JsonNode.Parse(value))).Code);

    [Theory]
    [InlineData("""{"type":["string","null"]}""", "null")]
    [InlineData("""{"type":"integer"}""", "1.0")]
    [InlineData("""{"type":"string","maxLength":2}""", "\"👋👋\"")]
    [InlineData("""{"oneOf":[{"type":"null"},{"type":"string"}]}""", "\"a\"")]
    [InlineData("""{"anyOf":[{"type":"string"},{"maxLength":5}]}""", "\"a\"")]
    [InlineData("""{"type":"string","format":"snowflake"}""", "0")]
    [InlineData("""{"type":"object"}""", """{"a":1}""")]
    [InlineData("""{"allOf":[{"type":"object","properties":{"a":{}}},{"type":"object","properties":{"b":{}}}]}""", """{"a":1,"b":2}""")]
    public void A_value_that_fits_is_accepted(string schema, string value) => Assert.Empty(Read(schema).Check(JsonNode.Parse(value)));

    [Fact]
    public void A_field_that_the_schema_does_not_know_is_told_but_Discord_ignores_it()
    {
        var error = Assert.Single(Read("""{"type":"object","properties":{"content":{"type":"string"}}}""").Check(JsonNode.Parse("""{"contents":"a"}""")));
        Assert.Equal(("contents", "UNKNOWN_KEY", true), (error.Path, error.Code, error.Ignored));
    }

    [Fact]
    public void Of_a_union_the_form_that_the_value_names_tells_what_is_wrong()
    {
        var error = Assert.Single(Read("""
            {"oneOf":[
              {"type":"object","properties":{"type":{"type":"integer","enum":[1]},"components":{"type":"array","minItems":1}},"required":["type","components"]},
              {"type":"object","properties":{"type":{"type":"integer","enum":[2]},"label":{"type":"string","maxLength":3}},"required":["type","label"]}]}
            """).Check(JsonNode.Parse("""{"type":2,"label":"long"}""")));
        Assert.Equal(("label", "BASE_TYPE_MAX_LENGTH"), (error.Path, error.Code));
    }

    [Fact]
    public void Every_request_of_Discords_file_can_be_read_and_uses_no_word_that_the_validator_does_not_know()
    {
        SchemaPresent.OrSkip();
        string[] known =
        [
            "type", "enum", "const", "required", "properties", "additionalProperties", "items", "oneOf", "anyOf", "allOf", "minLength", "maxLength", "minItems",
            "maxItems", "minProperties", "maxProperties", "minimum", "maximum", "uniqueItems", "pattern", "format", "$ref",
            "title", "description", "contentEncoding", "x-discord-union",
        ];

        var operations = OpenApi.Here!.Operations;

        Assert.Contains(operations, o => o is { Method: "POST", Template: "/channels/{channel_id}/messages", BodySchema: not null });
        Assert.All(operations, o => Assert.Equal(o.BodySchema is not null, o.BodySchema?.Real is not null));
        Assert.Empty(Words(JsonNode.Parse(File.ReadAllText(OpenApi.Locate()!))!["components"]!["schemas"]!.AsObject().Select(s => s.Value)).Except(known));
    }

    private static IEnumerable<string> Words(IEnumerable<JsonNode?> schemas) => schemas.OfType<JsonObject>().SelectMany(schema => schema.Select(w => w.Key)
        .Concat(Words((schema["properties"] as JsonObject ?? []).Select(p => p.Value)))
        .Concat(Words([schema["items"], schema["additionalProperties"]]))
        .Concat(Words(Unions.SelectMany(w => schema[w] as JsonArray ?? [])))).Distinct();

    private static JsonSchema Read(string json)
    {
        using var document = JsonDocument.Parse(json);
        return JsonSchema.Read(document.RootElement, reference => throw new InvalidOperationException(reference));
    }
}
