using NodaTime;
using Unisson.Bot.Dates;
using Unisson.Bot.Kernel;
using Xunit;
using Say = Unisson.Bot.Languages.Say;

namespace Unisson.Bot.Tests.Kernel;

public sealed class LineReaderTests
{
    private static readonly Option<string> Title = Options.Text("title", "titre", needed: true);
    private static readonly Option<string> Kind = Options.Text("kind", "genre");
    private static readonly Option<DateOnly> Deadline = DateOptions.Day("deadline", "limite");
    private static readonly Option<string> Common = Options.Text("common", "commun", needed: true);
    private static readonly Option<Amount> Amount = DateOptions.Amount("amount", "combien", needed: true);
    private static readonly Option<string> What = Options.Text("what", "quoi", needed: true);
    private static readonly Option<string> Answer = Options.Text("answer", "réponse", needed: true);
    private static readonly Option<string> Call = Options.Text("call", "appel", needed: true);

    private static readonly Catalogue Catalogue = new(
        [
            Spec(new("mission", "mission", "prestation", "presta"), new("open", "ouvrir"), [Title, Kind, Deadline]),
            Spec(new("contribution", "contribution"), new("log", "noter", "ajouter"), [Common, Amount, What, Kind]),
            Spec(new("call", "appel"), new("answer", "répondre"), [Call, Answer], new Shortcut(new("decline", "non"), Answer, "no")),
        ],
        []);

    public static TheoryData<string, string> Lines => new()
    {
        { "mission open Étude", "title=Étude" },
        { "mission open Étude du coworking", "title=Étude du coworking" },
        { "mission open \"Étude : coworking\" kind:tender", "title=Étude : coworking|kind=tender" },
        { "prestation ouvrir « Étude coworking » genre : ao limite:15 décembre", "title=Étude coworking|kind=ao|deadline=15 décembre" },
        { "presta open genre:ao Étude", "kind=ao|title=Étude" },
        { "MISSION OUVRIR titre:“Lons”", "title=Lons" },
        { "mission open l'étude https://exemple.fr à 9:00", "title=l'étude https://exemple.fr à 9:00" },
        { "mission open \"dit \\\"oui\\\"\"", "title=dit \"oui\"" },
        { "mission open Étude : le coworking", "title=Étude : le coworking" },
        { "mission open title:\"a\" kind:\"b c\"", "title=a|kind=b c" },
        { "contribution log coworking 120 € achat du bois", "common=coworking|amount=120 €|what=achat du bois" },
        { "contribution noter coworking 3h kind:time relire la fiche", "common=coworking|amount=3h|kind=time|what=relire la fiche" },
        { "appel non C1", "answer=no|call=C1" },
        { "call answer 1 later", "call=1|answer=later" },
    };

    public static TheoryData<string, string> Refusals => new()
    {
        { "mision open X", "command.unknown" },
        { "mission ovrir X", "command.unknown" },
        { "mission", "command.verb" },
        { "", "command.unknown" },
        { "mission open \"Étude", "line.open-quote" },
        { "mission open « Étude", "line.open-quote" },
        { "mission open X kind:a kind:b", "option.twice" },
        { "mission open X kind:a genre:b", "option.twice" },
        { "call decline C1 answer:yes", "option.twice" },
        { "mission open X kind:", "option.empty" },
        { "mission open X kind: deadline:demain", "option.empty" },
        { "mission open \"X\" deadlin:demain", "option.unknown" },
        { "mission open \"X\" \"Y\"", "line.surplus" },
    };

    [Theory]
    [MemberData(nameof(Lines))]
    public void A_line_is_read_as_people_write_it(string line, string expected)
    {
        Assert.False(LineReader.Read(line, Catalogue, French()).Refused(out var refusal, out var read), refusal?.Code);

        var wanted = expected.Split('|').Select(v => v.Split('=', 2)).ToDictionary(v => v[0], v => v[1]);
        Assert.Equal(wanted.OrderBy(v => v.Key), read.Command.Values.OrderBy(v => v.Key));
    }

    [Theory]
    [MemberData(nameof(Refusals))]
    public void What_cannot_be_read_is_refused_by_its_own_code(string line, string code)
    {
        Assert.True(LineReader.Read(line, Catalogue, French()).Refused(out var refusal, out _));
        Assert.Equal(code, refusal.Code);
    }

    [Theory]
    [InlineData("mission ouvrir X", Language.French)]
    [InlineData("prestation open X", Language.English)]
    [InlineData("contribution noter a 3h b", Language.French)]
    public void The_words_of_the_command_tell_the_language(string line, Language language)
    {
        Assert.False(LineReader.Read(line, Catalogue, French()).Refused(out _, out var read));
        Assert.Equal(language, read.Tells);
    }

    [Fact]
    public void An_unknown_command_gets_the_nearest_three_in_the_readers_language()
    {
        Assert.True(LineReader.Read("mission ovrir X", Catalogue, French()).Refused(out var refusal, out _));
        Assert.Equal("Je ne connais pas « mission ovrir ». Voulais-tu dire /mission ouvrir ?", French()[refusal.Code, refusal.Args].Replace('\u202F', ' '));
    }

    [Fact]
    public void A_line_that_is_written_reads_back_as_the_same_command()
    {
        var command = new CommandLine("mission open", ("title", "Étude : \"Lons\""), ("kind", "a b"));

        foreach (var language in Enum.GetValues<Language>())
        {
            var written = Catalogue["mission open"].Write(command, language);
            Assert.False(LineReader.Read(written[1..], Catalogue, French()).Refused(out var refusal, out var read), refusal?.Code);
            Assert.Equal(command.Values.OrderBy(v => v.Key), read.Command.Values.OrderBy(v => v.Key));
        }
    }

    private static Say French() => new(Language.French, DateTimeZone.Utc, new DateTimeOffset(2026, 11, 24, 9, 0, 0, TimeSpan.Zero));

    private static CommandSpec Spec(Name group, Name verb, IReadOnlyList<Option> options, params Shortcut[] shortcuts) => new(group, verb)
    {
        Allow = Allow.Anyone,
        Options = options,
        Shortcuts = shortcuts,
        Run = (_, _) => throw new InvalidOperationException("Only read here."),
    };
}
