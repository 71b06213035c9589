using System.Net;
using System.Text.RegularExpressions;
using CsCheck;
using DocumentFormat.OpenXml.Packaging;
using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Closing;
using Unisson.Bot.Commons;
using Unisson.Bot.Documents;
using Unisson.Bot.Languages;
using Unisson.Bot.Pledges;
using Unisson.Bot.Tests.Harness;
using Xunit;

namespace Unisson.Bot.Tests.Documents;

/// <summary>What people typed is text in every form of a document, whatever it looks like.</summary>
public sealed partial class HostileDocumentTests
{
    private static readonly string[] Hostile =
    [
        "{{ title }}{% for x in roles %}x{% endfor %}", "# title", "C #", "<script>alert(1)</script>", "a | b", "| a | b |", "]]> <!-- x -->", "control\u0001\u0008\u001F\uFFFE\uE024 here",
        "[x](javascript:alert(1))", "![i](http://x.example/y.png)", "**bold** _it_ `code` ~~s~~ snake_case", "1. one", "2) two", "- item", "+ item", "> quote", "---", "===", "* * *", "```", "~~~",
        "&lt; &amp; &#35; R&D", "\\", "a\\|b", "end\\", "<https://a.example>", "<javascript:x>", "\u202Ednuor gnorw eht", "&copy", "\"quoted\" 'and' more", "🌱 été ß", "[ref]: http://x.example",
    ];

    [Fact]
    public async Task It_comes_out_as_that_text()
    {
        await using var bot = await Answered.StartAsync();
        await Answered.AgreedAsync(bot);
        var claire = await bot.SeeAsync(db => Answered.IdAsync(db, "claire"));
        foreach (var value in Hostile)
        {
            await WriteEverywhereAsync(bot, claire, value);
            foreach (var (verb, times) in new[] { ("kit", 16), ("report", 14) })
            {
                var page = Answered.TextIn(await bot.DoAsync($"claire> /mission {verb} M1 format:html"));
                IsText(value, times, page, Answered.SavedIn(await bot.DoAsync($"claire> /mission {verb} M1")));
            }
        }
    }

    [Fact]
    public void Random_text_stands_in_paragraphs_headings_lists_and_tables_as_it_is()
        => Gen.String[Gen.OneOf(Gen.Char["\\`*_[]<>|~#+-=:&;!(){}.1 a\"'\n$^@/"], Gen.Char.AlphaNumeric, Gen.Char), 1, 30].Sample(
            value =>
            {
                var (line, text) = (Written.Line(value), Written.Clean(value).OneLine());
                if (text.Length == 0)
                {
                    return;
                }

                var markdown = $"{line}\n\n### {line}\n\n- **{line} :** {line}\n\n| {line} | b |\n|---|---|\n| {line} | c |\n";
                var docx = DocxFile.Of(markdown, value, "Page {0} / {1}", Language.English, TestBot.Start);

                Assert.Equal($"{text}{text}{text} : {text}{text}b{text}c", Answered.WordsOf(docx));
            },
            iter: 2_000);

    [Theory]
    [InlineData("https://a.example/x y", null)]
    [InlineData("https://a.example/é|<b>", "https://a.example/%C3%A9%7C%3Cb%3E")]
    [InlineData("mailto:a@b.example", "mailto:a@b.example")]
    [InlineData("javascript:alert(1)", null)]
    [InlineData("data:text/html,x", null)]
    [InlineData("file:///etc/passwd", null)]
    [InlineData("//a.example", null)]
    [InlineData("a place", null)]
    public void Only_addresses_of_the_web_and_of_mail_are_links(string typed, string? address)
        => Assert.Equal(address ?? (typed.Contains("x y", StringComparison.Ordinal) ? "https://a.example/x%20y" : null), Written.Address(typed));

    /// <param name="times">How often it stands in each file at least.</param>
    private static void IsText(string value, int times, string page, byte[] docx)
    {
        var text = Written.Clean(value).OneLine();
        var shown = WebUtility.HtmlDecode(Tag().Replace(page[page.IndexOf("<body>", StringComparison.Ordinal)..], ""));
        var targets = Links(docx).Concat(Target().Matches(page).Select(m => m.Value));

        Assert.True(Count(shown, text) >= times, $"{value}\n{shown}");
        Assert.True(Count(Answered.WordsOf(docx), text) >= times, $"{value}\n{Answered.WordsOf(docx)}");
        Assert.Empty(Answered.ErrorsIn(docx));
        Assert.Subset(Tags, Tag().Matches(page).Select(m => m.Value.Trim('<', '/', '>').Split(' ')[0]).ToHashSet(StringComparer.Ordinal));
        Assert.DoesNotContain(targets, t => t.Contains("javascript:", StringComparison.Ordinal));
    }

    private static Task WriteEverywhereAsync(TestBot bot, long claire, string value) => bot.Host.Store.Writer.WriteAsync(async scope =>
    {
        var db = scope.Db;
        var mission = await db.Missions.SingleAsync();
        // A title is folded, and what cannot be folded is refused where it is typed.
        (mission.Title, mission.Sponsor, mission.Reference, mission.Needs, mission.Deliverables, mission.Place, mission.Licence) = (Written.Clean(value), value, value, value + "\n" + value, value, value, value);
        var common = await db.Commons.SingleAsync(c => c.Slug == "coworking");
        (common.Name, common.About, common.Licence, common.Links) = (value, value, value, value);
        await db.Resources.ExecuteDeleteAsync();
        db.Resources.Add(new Resource { CommunityId = 1, CommonId = common.Id, Title = value, FoldedTitle = "hostile", Link = value, AddedBy = mission.OpenedBy });
        foreach (var pledge in await db.Pledges.ToListAsync())
        {
            (pledge.What, pledge.Amount, pledge.Reason) = (value, value, value);
        }

        var lesson = await db.Lessons.SingleAsync();
        (lesson.Learned, lesson.Where, lesson.Licence) = (value, value, value);
        (await db.Lookbacks.FirstAsync(l => l.AnsweredAt != null)).Note = value;
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        await db.People.Where(p => p.Id == claire).ExecuteUpdateAsync(u => u.SetProperty(p => p.Name, value));
        await db.LedgerTexts.ExecuteUpdateAsync(u => u.SetProperty(t => t.What, value));
    });

    private static int Count(string text, string part) => (text.Length - text.Replace(part, "", StringComparison.Ordinal).Length) / part.Length;

    private static readonly HashSet<string> Tags = ["!doctype", "html", "head", "meta", "title", "style", "body", "main", "h1", "p", "ul", "li", "strong", "h2", "h3", "a", "table", "thead", "tr", "th", "tbody", "td"];

    private static IEnumerable<string> Links(byte[] docx)
    {
        using var file = WordprocessingDocument.Open(new MemoryStream(docx), isEditable: false);
        return [.. file.MainDocumentPart!.HyperlinkRelationships.Select(r => r.Uri.ToString())];
    }

    [GeneratedRegex("<[^>]*>", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Tag();

    [GeneratedRegex("href=\"[^\"]*\"", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Target();
}
