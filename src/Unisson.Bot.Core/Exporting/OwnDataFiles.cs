using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Unisson.Bot.Kernel;

namespace Unisson.Bot.Exporting;

/// <summary>Writes down what is known about a person: as JSON for programs, and as a page without script for people.</summary>
internal static class OwnDataFiles
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    public static string Json(IReadOnlyList<Section> sections, DateTimeOffset now)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteString("written", now);
            foreach (var section in sections)
            {
                json.WriteStartArray(section.Key);
                foreach (var row in section.Rows)
                {
                    json.WriteStartObject();
                    foreach (var (key, value) in row)
                    {
                        json.WritePropertyName(key);
                        Write(json, value);
                    }

                    json.WriteEndObject();
                }

                json.WriteEndArray();
            }

            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.ToArray());
    }

    public static string Html(IReadOnlyList<Section> sections, Say say)
    {
        var page = new StringBuilder();
        page.Append(CultureInfo.InvariantCulture, $"<!doctype html>\n<html lang=\"{(say.Language == Language.French ? "fr" : "en")}\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width\">\n")
            .Append("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n")
            .Append(CultureInfo.InvariantCulture, $"<title>{Text(say["data.title"])}</title>\n<style>body{{font-family:sans-serif;max-width:60em;margin:1em auto;padding:0 1em}}dl{{display:grid;grid-template-columns:max-content 1fr;gap:.2em 1em;border-top:1px solid #888;padding-top:.5em}}dd{{margin:0;overflow-wrap:anywhere}}</style>\n</head>\n<body>\n<h1>{Text(say["data.title"])}</h1>\n<p>{Text(say["data.written", Timestamp.Words(say.Speak(say.Now))])}</p>\n");
        foreach (var section in sections)
        {
            page.Append(CultureInfo.InvariantCulture, $"<h2>{Text(say[$"data.{section.Key}"])}</h2>\n");
            page.Append(section.Rows.Count == 0 ? $"<p>{Text(say["data.none"])}</p>\n" : "");
            foreach (var row in section.Rows)
            {
                page.Append("<dl>\n");
                foreach (var (key, value) in row.Where(f => f.Value is not null))
                {
                    page.Append(CultureInfo.InvariantCulture, $"<dt>{Text(say[$"data.{key}"])}</dt><dd>{Text(Shown(value!, say))}</dd>\n");
                }

                page.Append("</dl>\n");
            }
        }

        return page.Append("</body>\n</html>\n").ToString();
    }

    private static string Name(Labelled label) => label.Key[(label.Key.LastIndexOf('.') + 1)..];

    private static string Text(string text) => Encoder.Encode(text);

    private static string Shown(object value, Say say) => value switch
    {
        bool yes => say[yes ? "data.yes" : "data.no"],
        DateTimeOffset at => Timestamp.Words(say.InYear(at)),
        DateOnly day => say.InYear(day),
        Labelled label => say[label.Key],
        Labelled[] labels => say.List([.. labels.Select(l => say[l.Key])]),
        IFormattable number => number.ToString(null, say.Culture),
        _ => value.ToString()!,
    };

    private static void Write(Utf8JsonWriter json, object? value)
    {
        switch (value)
        {
            case null:
                json.WriteNullValue();
                break;
            case bool yes:
                json.WriteBooleanValue(yes);
                break;
            case DateTimeOffset at:
                json.WriteStringValue(at);
                break;
            case DateOnly day:
                json.WriteStringValue(day.ToString("O", CultureInfo.InvariantCulture));
                break;
            case int or long:
                json.WriteNumberValue(Convert.ToInt64(value, CultureInfo.InvariantCulture));
                break;
            case double number:
                json.WriteNumberValue(number);
                break;
            case Labelled label:
                json.WriteStringValue(Name(label));
                break;
            case Labelled[] labels:
                json.WriteStartArray();
                Array.ForEach(labels, l => json.WriteStringValue(Name(l)));
                json.WriteEndArray();
                break;
            default:
                json.WriteStringValue(value.ToString());
                break;
        }
    }
}
