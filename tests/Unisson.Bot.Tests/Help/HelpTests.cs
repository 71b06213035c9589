using NodaTime;
using Unisson.Bot.Help;
using Unisson.Bot.Kernel;
using Unisson.Bot.Tests.Harness;
using Xunit;

namespace Unisson.Bot.Tests.Help;

/// <summary>Help is by task, is never a dump, and every line in it works.</summary>
public sealed class HelpTests
{
    private static readonly Catalogue Catalogue = new(Commands.All, Commands.Actions);

    public static TheoryData<string, Language> All => [.. Catalogue.Commands.SelectMany(c => Enum.GetValues<Language>().Select(l => (c.Path, l)))];

    [Theory]
    [MemberData(nameof(All))]
    public void Every_example_reads_as_the_command_it_is_for(string path, Language language)
    {
        var say = new Say(language, DateTimeZoneProviders.Tzdb["Europe/Paris"], TestBot.Start);
        var example = Examples.Of(Catalogue[path], say);

        Assert.False(LineReader.Read(example[1..], Catalogue, say).Refused(out var refusal, out var line), $"{example}: {refusal?.Code}");
        Assert.Equal(path, line!.Spec.Path);
        foreach (var option in line.Spec.Options.Where(o => line.Command.Values.ContainsKey(o.Name.English)))
        {
            Assert.False(option.ReadObject(line.Command.Values[option.Name.English], new Reading(say)).Refused(out refusal, out _), $"{example}: {option.Name.English} {refusal?.Code}");
        }

        Assert.All(line.Spec.Options.Where(o => o.Needed && line.Spec.Positions is null), o => Assert.Contains(o.Name.English, line.Command.Values.Keys));
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task Every_command_is_explained_in_few_lines(string path, Language language)
    {
        await using var bot = await TestBot.StartAsync();
        var command = Catalogue[path].PathIn(language);

        var said = await bot.SayAsync($"/{(language == Language.French ? "aide" : "help")} {command}");

        Assert.StartsWith("/" + command, said, StringComparison.Ordinal);
        Assert.InRange(said.Split('\n').Length, 3, 15);
    }

    [Theory]
    [InlineData("/help", "What", "/mission open")]
    [InlineData("/aide", "faire avec moi", "/mission ouvrir")]
    [InlineData("/help mission", "mission", "/mission show")]
    [InlineData("/aide prestation", "mission", "/mission voir")]
    [InlineData("/aide /prestation ouvrir", "/mission ouvrir", "Conseil")]
    [InlineData("/help call decline", "/call answer", "Pause me")]
    public async Task Help_speaks_of_what_was_asked(string line, string first, string contains)
    {
        await using var bot = await TestBot.StartAsync();

        var said = await bot.SayAsync(line);

        Assert.Contains(first, said.Split('\n')[0], StringComparison.OrdinalIgnoreCase);
        Assert.Contains(contains, said, StringComparison.Ordinal);
        Assert.InRange(said.Split('\n').Length, 3, 15);
    }

    [Fact]
    public async Task What_does_not_exist_gives_the_three_nearest()
    {
        await using var bot = await TestBot.StartAsync();

        Assert.Equal("command.unknown", await bot.RefusedAsync("/help mision opn"));
        Assert.Contains("/mission open", await bot.SayAsync("/help mision opn"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/unisson", "[1] My calls")]
    [InlineData("/about", "AGPL")]
    [InlineData("/infos", "Logiciel libre")]
    [InlineData("/à-propos", "AGPL")]
    public async Task The_panel_and_who_runs_this_are_open_to_everybody(string line, string contains)
    {
        await using var bot = await TestBot.StartAsync();

        Assert.Contains(contains, await bot.SayAsync(line), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_button_of_the_panel_leads_somewhere()
    {
        await using var bot = await TestBot.StartAsync();
        var count = (await bot.SayAsync("/unisson")).Count(c => c == '[');

        for (var i = 1; i <= count; i++)
        {
            await bot.SayAsync("/unisson");
            Assert.DoesNotContain("[action.", await bot.SayAsync($"{i}"), StringComparison.Ordinal);
        }
    }
}
