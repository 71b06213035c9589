using System.Globalization;
using CsCheck;
using Unisson.Bot.Kernel;

namespace Unisson.Bot.Tests.Harness;

/// <summary>Lines that nobody should type and somebody will: commands of the catalogue with values that are right, nearly right, or made to harm.</summary>
internal static class HostileLines
{
    private static readonly string[] Values =
    [
        "coworking", "M1", "m1", "MP0001", "C1", "L1", "LP1234", "R1", "1", "0", "-1", "999999999999999999999", "2147483648", "1e309", "NaN",
        "3h", "1/2 j", "120 €", "1 200,50 €", "-3h", "0 €", "99999999h", "demain 18h", "tomorrow 6pm", "31/02", "2026-13-45", "0001-01-01", "9999-12-31",
        "dans 99999999 ans", "dans 2 h", "yes", "oui", "no", "paid", "bénévole", "tender", "ao", "private", "claire", "@everyone", "@room", "<@1>", "<@&1>",
        "**bold** _x_ `y`", "<script>alert(1)</script>", "<b>x</b>", "=1+1", "+cmd|' /C calc'!A0", "{0}", "{0:N2000000000}", "{{}}", "%s%n", "\\\"", "\\", "'; DROP TABLE Ledger; --",
        "https://exemple.fr/?a=b:c", "javascript:alert(1)", "file:///etc/passwd", "../../etc/passwd", ":", "::", "a:b", "title:", "\"", "“", "«", "»", "“ »", "\"\"", "« »", "",
        "é", "ﬁ", "İ", "ß", "Ⅷ", "👩‍🌾", "\u0000", "\u202Eabc", "\u200B", "\uFEFF", "\uD800", "\uFFFD", "a\u0301\u0301\u0301", "\u00A0", "\u202F", "\t", "\n", "…", "Ω", "𝕮", "日本", "עברית",
        "morning,evening", "21h-8h", "Europe/Paris", "fr", "#missions", "abc def ghi", "open", "help",
    ];

    /// <summary>Lines over a catalogue, with the person who types them.</summary>
    public static Gen<(string Who, string Line)> Of(Catalogue catalogue)
    {
        var commands = catalogue.Commands;
        var who = Among("claire", "bob", "me", "Zoé");
        var value = Gen.Frequency((6, Among(Values)), (1, Gen.String[0, 40]), (1, Gen.Int[1, 60].Select(n => new string('a', n * n))));
        var quoted = Gen.Select(value, Gen.Int[0, 4], (v, how) => how switch { 0 => $"\"{v}\"", 1 => $"« {v} »", 2 => $"“{v}”", _ => v });
        var command = Gen.Select(Gen.Int[0, Math.Max(0, commands.Count - 1)], Gen.Bool, (i, french) => (Spec: commands[i], Language: french ? Language.French : Language.English));
        var line = Gen.Select(command, quoted.List[0, 5], quoted.List[0, 4], Gen.Int[0, 1000]).Select((c, plain, named, seed) => Compose(c.Spec, c.Language, plain, named, seed));
        var mutated = Gen.Select(line, Gen.Int[0, 400], Among(Values)).Select((l, at, with) => l.Length == 0 ? with : l.Insert(at % l.Length, with));
        var any = Gen.Frequency((6, line), (2, mutated), (1, Gen.String[0, 200]), (1, value), (1, Gen.Int[0, 30].Select(n => n.ToString(CultureInfo.InvariantCulture))));
        return Gen.Select(who, any);
    }

    private static Gen<string> Among(params string[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);

    private static string Compose(CommandSpec spec, Language language, List<string> plain, List<string> named, int seed)
    {
        var words = new List<string> { "/" + spec.PathIn(language) };
        words.AddRange(plain);
        for (var i = 0; i < named.Count && spec.Options.Count > 0; i++)
        {
            var option = spec.Options[(seed + i) % spec.Options.Count];
            words.Insert(1 + (seed * (i + 1) % words.Count), $"{option.Name.In((seed + i) % 3 == 0 ? Language.French : Language.English)}:{named[i]}");
        }

        return string.Join(' ', words);
    }
}
