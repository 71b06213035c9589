using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Unisson.Discord.Stub.Rules;

/// <summary>Names of commands and options, in every language.</summary>
internal static partial class NameRules
{
    private static readonly string[] Localised = ["name_localizations", "description_localizations"];
    private static readonly HashSet<string> Locales =
    [
        "id", "da", "de", "en-GB", "en-US", "es-ES", "es-419", "fr", "hr", "it", "lt", "hu", "nl", "no", "pl", "pt-BR", "ro", "fi", "sv-SE", "vi", "tr",
        "cs", "el", "bg", "ru", "uk", "hi", "th", "zh-CN", "ja", "zh-TW", "ko",
    ];

    /// <summary>The pattern of the documentation, lower case where there is one, and known languages only.</summary>
    public static IEnumerable<RuleFault> Check(string path, JsonObject named)
    {
        foreach (var (at, name) in Names(named).Where(n => !Fits(n.Name)))
        {
            yield return new($"{path}.{at}", "APPLICATION_COMMAND_INVALID_NAME", $"Command name is invalid: {name}");
        }

        foreach (var kind in Localised)
        {
            foreach (var (locale, _) in (named[kind] as JsonObject ?? []).Where(l => !Locales.Contains(l.Key)))
            {
                yield return new($"{path}.{kind}", "DICT_TYPE_CHOICES", $"Value must be one of the known locales, not {locale}.");
            }
        }
    }

    /// <summary>No two with the same name, in any language, nor one whose localised name is another's default.</summary>
    public static IEnumerable<RuleFault> Distinct(IEnumerable<(string Path, JsonObject Json)> siblings, string code)
    {
        var all = siblings.Select(s => (s.Path, Names: Names(s.Json).ToList())).ToList();
        foreach (var (path, names) in all)
        {
            foreach (var (at, name) in names)
            {
                var twin = all.FirstOrDefault(o => o.Path != path && o.Names.Any(n => n.Name == name && (n.At == at || n.At == "name" || at == "name")));
                if (twin.Path is not null)
                {
                    yield return new($"{path}.{at}", code, $"{name} is also a name of {twin.Path}");
                }
            }
        }
    }

    private static IEnumerable<(string At, string Name)> Names(JsonObject named)
        => (named["name_localizations"] as JsonObject ?? [])
            .Select(l => ($"name_localizations.{l.Key}", (string)l.Value!))
            .Prepend(("name", (string)named["name"]!));

    private static bool Fits(string name) => Pattern().IsMatch(name) && name.EnumerateRunes().All(r => Rune.ToLowerInvariant(r) == r);

    /// <summary>Letters, marks of Devanagari and Thai, digits, and - _ '. .NET knows no script classes, so their blocks are named.</summary>
    [GeneratedRegex(@"^[-_'\p{L}\p{N}\u0900-\u097F\u0E00-\u0E7F]{1,32}$", RegexOptions.None, 1000)]
    private static partial Regex Pattern();
}
