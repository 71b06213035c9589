using Unisson.Discord.Stub;
using Xunit;

namespace Unisson.Bot.Tests.Discord;

/// <summary>A gesture that gives a line back to be changed.</summary>
public sealed class ChangedLineTests
{
    [Fact]
    public async Task It_opens_the_form_of_that_line_and_of_no_other()
    {
        await using var village = await Village.StartAsync();

        // A refusal keeps a draft with the first number, as the line of the ledger has.
        await village.Bob.Slash("contribution noter", ("commun", "jardin"), ("combien", "1h"), ("quoi", "haie"));
        var logged = await Village.Log(village.Bob, "soupe").SeenAsync();

        var form = await village.Bob.Press(logged, "Corriger");
        Assert.Equal((SeenKind.Modal, "soupe"), (form.Kind, form.Modal!.Fields.Single(f => f.CustomId == "what").Value));
        var corrected = await village.Bob.Submit(form, ("what", "soupe de courge"));

        Assert.Contains("soupe de courge", corrected.Text, StringComparison.Ordinal);
        Assert.Equal(["soupe", "soupe de courge"], await village.LedgerAsync());
    }
}
