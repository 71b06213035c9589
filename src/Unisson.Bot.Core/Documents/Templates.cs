using System.Collections;
using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Fluid;
using Fluid.Values;

namespace Unisson.Bot.Documents;

/// <summary>
/// The templates of documents: Liquid that writes Markdown, one a language. Values come in as what they are and are put into words, and
/// everything that was typed is written as text; a template is part of the program and never of a value.
/// </summary>
internal static partial class Templates
{
    private static readonly Lazy<FluidParser> Parser = new(() => new FluidParser());
    private static readonly ConcurrentDictionary<(string Name, Language Language), IFluidTemplate> Parsed = new();

    /// <summary>The Markdown of a document.</summary>
    /// <param name="name"><c>kit</c> or <c>report</c>.</param>
    /// <param name="record">What the template speaks of, by the names of its properties in snake case.</param>
    public static string Write(string name, object record, Say say)
    {
        var options = new TemplateOptions { CultureInfo = say.Culture, StrictFilters = true };
        options.MemberAccessStrategy = new UnsafeMemberAccessStrategy { MemberNameStrategy = MemberNameStrategies.SnakeCase };
        options.ValueConverters.Add(value => Words(value, say));
        var template = Parsed.GetOrAdd((name, say.Language), static key => Parse(key.Name, key.Language));
        var markdown = template.Render(new TemplateContext(record, options));
        return TooFarApart().Replace(markdown, "\n\n").Trim() + "\n";
    }

    /// <summary>A value as Markdown; null for what a template walks through or asks.</summary>
    private static StringValue? Words(object value, Say say) => value switch
    {
        string text => Text(Written.Line(text)),
        Labelled label => Text(Written.Line(say[label.Key])),
        DateOnly day => Text(Spoken(day, say)),
        DateTimeOffset instant => Text(say.InYear(instant)),
        TimeSpan effort => Text(say.Speak(effort)),
        Euros euros => Text(say.Money(euros.Cents)),
        Address address => Text(Written.Link(address.Text)),
        Linked linked => Text(linked.Target is null ? Written.Line(linked.Text) : Written.Link(linked.Text, linked.Target)),
        Listed listed => Text(Written.Line(say.List(listed.Items))),
        bool or int => null,
        IEnumerable => null,
        Enum => throw new NotSupportedException($"{value.GetType()} needs a label"),
        _ => null,
    };

    /// <summary>« 1er mars 2027 »: in a document the day of the week only takes room.</summary>
    private static string Spoken(DateOnly day, Say say) => day.ToString(say.Language == Language.French && day.Day == 1 ? "d'er' MMMM yyyy" : "d MMMM yyyy", say.Culture);

    private static StringValue Text(string markdown) => new(markdown, encode: false);

    private static IFluidTemplate Parse(string name, Language language)
    {
        var file = $"Unisson.Bot.Documents.{name}.{(language == Language.French ? "fr" : "en")}.liquid";
        using var stream = typeof(Templates).Assembly.GetManifestResourceStream(file) ?? throw new FileNotFoundException(file);
        using var reader = new StreamReader(stream);
        var text = reader.ReadToEnd();
        // As in the texts: writers type plain blanks, readers get narrow no-break ones.
        return Parser.Value.Parse(language == Language.French ? BeforeSign().Replace(text.Replace("« ", "«\u202F", StringComparison.Ordinal), "\u202F${sign}") : text);
    }

    [GeneratedRegex(" (?<sign>[:;!?»])", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex BeforeSign();

    [GeneratedRegex(@"\n[ \n]*\n", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex TooFarApart();
}

/// <summary>Money in euro cents.</summary>
internal sealed record Euros(long Cents);

/// <summary>A link that was typed, shown as its address.</summary>
internal sealed record Address(string Text);

/// <summary>A text that leads somewhere, if there is where.</summary>
internal sealed record Linked(string Text, string? Target);

/// <summary>A list within a sentence.</summary>
internal sealed record Listed(IReadOnlyList<string> Items);
