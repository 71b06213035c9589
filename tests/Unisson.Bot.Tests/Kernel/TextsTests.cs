using System.Text.RegularExpressions;
using System.Xml.Linq;
using Unisson.Bot.Tests.Harness;
using Xunit;

namespace Unisson.Bot.Tests.Kernel;

/// <summary>French and English are equals: every text exists in both, with the same placeholders, and none is missing.</summary>
public sealed partial class TextsTests
{
    private static readonly string Source = Path.Combine(Checkout.Folder, "src");
    private static readonly Dictionary<string, string> English = Load("Texts.resx");
    private static readonly Dictionary<string, string> French = Load("Texts.fr.resx");

    [Fact]
    public void Both_languages_have_the_same_texts()
        => Assert.Equal(English.Keys.Order(StringComparer.Ordinal), French.Keys.Order(StringComparer.Ordinal));

    [Fact]
    public void Both_languages_fill_the_same_places()
    {
        var different = English.Where(t => !Places(t.Value).SetEquals(Places(French[t.Key]))).Select(t => t.Key);
        Assert.Empty(different);
    }

    [Fact]
    public void Every_text_that_the_code_names_exists()
    {
        var named = Directory.EnumerateFiles(Source, "*.cs", SearchOption.AllDirectories)
            .Where(f => !f.Contains("/obj/", StringComparison.Ordinal))
            .SelectMany(f => Named().Matches(File.ReadAllText(f)).Select(m => m.Groups["key"].Value))
            .Distinct(StringComparer.Ordinal);
        Assert.Empty(named.Where(k => !English.ContainsKey(k)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_text_is_used()
    {
        var code = string.Concat(Directory.EnumerateFiles(Source, "*.cs", SearchOption.AllDirectories)
            .Where(f => !f.Contains("/obj/", StringComparison.Ordinal)).Select(File.ReadAllText));
        var unused = English.Keys
            .Where(k => !k.StartsWith("choice.", StringComparison.Ordinal) && !k.StartsWith("command.", StringComparison.Ordinal) && !k.StartsWith("option.", StringComparison.Ordinal))
            .Where(k => !code.Contains($"\"{k}\"", StringComparison.Ordinal) && !Composed(code, k));
        Assert.Empty(unused.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void French_marks_its_quotes_and_signs()
    {
        var wrong = French.Where(t => !t.Key.StartsWith("example.", StringComparison.Ordinal) && Wrong().IsMatch(t.Value)).Select(t => $"{t.Key}: {t.Value}");
        Assert.Empty(wrong);
    }

    // "[" say, Refusal(" and what else takes a key.
    [GeneratedRegex("(?:\\bsay|\\bSay|new Refusal\\(|Refusal\\.)[\\[(]?\\(?\"(?<key>[a-z][a-z0-9.-]*\\.[a-z0-9. -]+)\"", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Named();

    [GeneratedRegex("\\{(?<number>[0-9])", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Place();

    // Examples are lines to type. Elsewhere: straight apostrophes, straight quotes, a sign glued to its word, a quote without its blank.
    [GeneratedRegex("'|\"|[a-zé»][?!;]|«[^ ]|[^ ]»", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Wrong();

    private static HashSet<string> Places(string text) => [.. Place().Matches(text).Select(m => m.Groups["number"].Value)];

    // A key of which the code fills a part in: $"journal.{what}", $"ask.why.{level}.since".
    private static bool Composed(string code, string key)
        => Enumerable.Range(1, key.Length - 1).Any(at => key[at] == '.' && code.Contains($"$\"{key[..at]}.{{", StringComparison.Ordinal));

    private static Dictionary<string, string> Load(string file) => XDocument.Load(Path.Combine(Source, "Unisson.Bot.Core", file)).Root!.Elements("data")
        .ToDictionary(d => d.Attribute("name")!.Value, d => d.Element("value")!.Value);
}
