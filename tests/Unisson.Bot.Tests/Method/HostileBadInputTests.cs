using System.Net;
using Unisson.Bot.Documents;
using Unisson.Bot.Tests.Documents;
using Unisson.Bot.Tests.Harness;
using Xunit;

namespace Unisson.Bot.Tests.Method;

/// <summary>Text that looks like markup or like a template, typed into every field of the method, is text on every page that leaves.</summary>
public sealed class HostileBadInputTests
{
    private static readonly string[] Shown = ["needs", "deliverables"];

    [Theory]
    [InlineData("{{ 1 | plus: 1 }} {% for x in roles %}x{% endfor %}")]
    [InlineData("<script>alert(1)</script> ]]> &lt;b&gt;")]
    [InlineData("| a | b | # h")]
    [InlineData("# h ## h > q - l 1. n")]
    [InlineData("🌱 👩‍🌾 שלום مرحبا été")]
    public async Task It_is_that_text_in_all_documents(string hostile)
    {
        await using var bot = await GivenAsync(hostile);

        foreach (var (verb, times) in new[] { ("kit", 6), ("report", 6) })
        {
            var page = Answered.TextIn(await bot.DoAsync($"claire> /mission {verb} M1 format:html"));
            var docx = Answered.SavedIn(await bot.DoAsync($"claire> /mission {verb} M1"));
            var markdown = Answered.TextIn(await bot.DoAsync($"claire> /mission {verb} M1 format:md"));

            Assert.DoesNotContain("<script", page, StringComparison.OrdinalIgnoreCase);
            Assert.Empty(Answered.ErrorsIn(docx));
            Assert.True(Count(WebUtility.HtmlDecode(page), hostile) >= times, page);
            Assert.True(Count(Answered.WordsOf(docx), hostile) >= times, Answered.WordsOf(docx));
            Assert.True(Count(markdown, Written.Line(hostile)) >= times, markdown);
            Assert.DoesNotContain("confided", page + markdown + Answered.PartsOf(docx), StringComparison.Ordinal);
            Assert.DoesNotContain("agreed scope", page + markdown + Answered.PartsOf(docx), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("\u0000", "line.invisible")]
    [InlineData("\u202E", "line.invisible")]
    [InlineData("\u200F", "line.invisible")]
    [InlineData("\uD800", "line.invisible")]
    public async Task What_nobody_can_see_is_refused_in_every_field(string sign, string code)
    {
        await using var bot = await MethodWorld.FramedAsync();

        foreach (var line in Lines($"a{sign}b"))
        {
            Assert.Equal((line, code), (line, await bot.RefusedAsync(line)));
        }
    }

    [Fact]
    public async Task What_is_very_long_is_refused_by_its_field_and_keeps_nothing()
    {
        await using var bot = await MethodWorld.FramedAsync();
        var (before, most) = (await bot.DoAsync("claire> /mission show M1"), new string('w', 1800));

        foreach (var line in Lines(most))
        {
            Assert.Equal("option.too-long", await bot.RefusedAsync(line));
        }

        Assert.Equal("line.too-long", await bot.RefusedAsync($"claire> /mission edit M1 needs:{most}{most}{most}"));
        Assert.Equal(before, await bot.DoAsync("claire> /mission show M1"));
    }

    [Fact]
    public async Task As_much_as_every_field_holds_makes_documents_that_open()
    {
        await using var bot = await MethodWorld.DeliveredAsync();
        foreach (var field in Shown)
        {
            await bot.DoAsync($"claire> /mission edit M1 {field}:\"{string.Concat(Enumerable.Repeat("<w> ", 249))}\"");
        }

        await bot.DoAsync($"claire> /mission edit M1 title:\"{new string('|', 120)}\"", $"claire> /mission pledge M1 coworking \"{new string('#', 200)}\"", $"claire> /mission close M1 learned:\"{new string('`', 1000)}\" where:\"{new string('<', 300)}\"");

        foreach (var verb in new[] { "kit", "report" })
        {
            Assert.Empty(Answered.ErrorsIn(Answered.SavedIn(await bot.DoAsync($"claire> /mission {verb} M1"))));
            Assert.DoesNotContain("<w>", Answered.TextIn(await bot.DoAsync($"claire> /mission {verb} M1 format:html")), StringComparison.Ordinal);
        }
    }

    private static async Task<TestBot> GivenAsync(string hostile)
    {
        var bot = await MethodWorld.FramedAsync();
        await bot.DoAsync([.. Lines(hostile).SkipLast(1), "claire> /mission status M1 running", "claire> /mission status M1 delivered", Lines(hostile).Last()]);
        return bot;
    }

    private static IEnumerable<string> Lines(string text) =>
    [
        $"claire> /mission edit M1 title:\"{text}\"", $"claire> /mission edit M1 needs:\"{text}\"", $"claire> /mission edit M1 deliverables:\"{text}\"", $"claire> /mission edit M1 reference:\"{text}\"",
        $"claire> /mission assign M1 name:\"{text}\" sponsor", $"claire> /mission assign M1 name:\"{text}\" provider",
        $"claire> /mission assign M1 claire coordinator scope:\"agreed scope {text}\" how:\"{text}\"",
        $"claire> /mission pledge M1 coworking \"{text}\"", $"claire> /mission pledge M1 P1 not-kept reason:\"{text}\"",
        $"bob> /contribution log coworking 3h \"{text}\" mission:M1", $"bob> /mission concern M1 \"confided {text}\" person:me",
        $"claire> /mission close M1 learned:\"{text}\" where:\"{text}\"",
    ];

    private static int Count(string text, string part) => (text.Length - text.Replace(part, "", StringComparison.Ordinal).Length) / part.Length;
}
