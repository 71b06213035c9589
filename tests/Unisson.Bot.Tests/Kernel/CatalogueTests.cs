using System.Text;
using System.Text.RegularExpressions;
using Unisson.Bot.Kernel;
using Xunit;

namespace Unisson.Bot.Tests.Kernel;

/// <summary>What the catalogue must hold so that every door can show it: names, lengths, order, texts.</summary>
public sealed partial class CatalogueTests
{
    private static readonly Catalogue Catalogue = new(Commands.All, Commands.Actions);

    private static IEnumerable<Name> Names => Catalogue.Commands.SelectMany(c => c.Options.Select(o => o.Name).Append(c.Verb).Concat(c.Group is null ? [] : [c.Group]));

    [Fact]
    public void Names_are_short_lower_case_words_in_both_languages()
    {
        var wrong = Names.SelectMany(n => new[] { n.English, n.French }).Where(n => !Word().IsMatch(n) || n.Any(char.IsUpper) || n != n.Normalize(NormalizationForm.FormC));
        Assert.Empty(wrong.Distinct());
    }

    [Fact]
    public void Every_command_and_option_is_described_in_both_languages_in_at_most_sixty_characters()
    {
        var keys = Catalogue.Commands.SelectMany(c => c.Options.Select(o => $"option.{o.Name.English}").Append($"command.{c.Path}")).Distinct();
        var wrong = keys.Where(k => Enum.GetValues<Language>().Any(l => Say.In(l)[k].Length is 0 or > 60));
        Assert.Empty(wrong);
    }

    [Fact]
    public void Names_are_distinct_where_they_stand_together()
    {
        foreach (var language in Enum.GetValues<Language>())
        {
            Assert.Equal(Catalogue.Commands.Count, Catalogue.Commands.Select(c => Fold.Of(c.PathIn(language))).Distinct().Count());
            Assert.All(Catalogue.Commands, c => Assert.Equal(c.Options.Count, c.Options.Select(o => o.Name.In(language)).Distinct().Count()));
        }
    }

    [Fact]
    public void No_french_option_is_another_options_english_name()
        => Assert.All(Catalogue.Commands, c => Assert.DoesNotContain(c.Options, o => c.Options.Any(other => other != o && other.Name.English == o.Name.French)));

    [Fact]
    public void Options_and_choices_fit_and_needed_ones_come_first()
    {
        Assert.All(Catalogue.Commands, c => Assert.InRange(c.Options.Count, 0, 25));
        Assert.All(Catalogue.Commands.SelectMany(c => c.Options), o => Assert.InRange(o.Choices?.Values.Count ?? 0, 0, 25));
        Assert.All(Catalogue.Commands, c => Assert.Equal(c.Options.OrderByDescending(o => o.Needed), c.Options));
    }

    [Fact]
    public void Every_choice_has_its_label_and_reads_back()
    {
        foreach (var choices in Catalogue.Commands.SelectMany(c => c.Options).Where(o => o.Choices is not null))
        {
            foreach (var value in choices.Choices!.Values)
            {
                foreach (var language in Enum.GetValues<Language>())
                {
                    var say = Say.In(language);
                    Assert.False(choices.ReadObject(choices.Choices.Label(value, say), new Reading(say)).Refused(out var refusal, out _), $"{value}: {refusal?.Code}");
                }
            }
        }
    }

    [Fact]
    public void Every_action_stands_for_a_command_and_has_its_label()
    {
        Assert.All(Commands.Actions, a => Assert.All(Enum.GetValues<Language>(), l => Assert.InRange(Say.In(l)[$"action.{a.Name}"].Length, 1, 80)));
        Assert.Equal(Commands.Actions.Count, Commands.Actions.Select(a => a.Name).Distinct().Count());
    }

    [Theory]
    [InlineData("mission open", "mission ouvrir", "prestation ouvrir", "presta open")]
    [InlineData("commoners call", "commoners appeler", "call open", "appel lancer")]
    [InlineData("call answer", "appel répondre", "call accept", "appel non")]
    [InlineData("availability set", "dispo régler", "disponibilite regler", "dispos régler")]
    [InlineData("availability resume", "dispo reprendre", "je suis là", "DISPO REPRENDRE")]
    [InlineData("contribution log", "contribution noter", "contribution ajouter", "Contribution Noter")]
    [InlineData("reminder change", "rappel changer", "rappel fait", "rappel reporter")]
    [InlineData("my settings", "moi réglages", "me settings", "MOI REGLAGES")]
    [InlineData("setup start", "espace installer", "communauté installer", "communaute start")]
    [InlineData("help", "aide", "AIDE", "Help")]
    public void A_command_answers_to_all_its_names(string path, params string[] names)
        => Assert.All(names.Append(path), n => Assert.Equal(path, Catalogue.Find(n.Split(' '), out _)?.Spec.Path));

    [GeneratedRegex(@"^[-_'\p{L}\p{N}]{1,32}$", RegexOptions.None, 1000)]
    private static partial Regex Word();
}
