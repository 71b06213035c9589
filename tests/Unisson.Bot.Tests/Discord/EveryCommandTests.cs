using Unisson.Bot.Discord.Registration;
using Unisson.Bot.Files;
using Unisson.Bot.Kernel;
using Unisson.Discord.Stub;
using Xunit;

namespace Unisson.Bot.Tests.Discord;

/// <summary>Every command of the catalogue as somebody on a phone finds it: given alone, then its form sent with something wrong in it.</summary>
public sealed class EveryCommandTests
{
    /// <summary>Discord's types of a form's fields.</summary>
    private const int Select = 3, TextInput = 4;

    /// <summary>Wrong wherever a text is read as something: no date, no amount, no common, no call.</summary>
    private const string Wrong = "zzz";

    [Theory]
    [InlineData("en-US", "English", "Complete")]
    [InlineData("fr", "Français", "Compléter")]
    public async Task Every_command_given_alone_opens_a_form_or_answers_and_a_form_sent_wrong_is_kept(string locale, string language, string complete)
    {
        StubGuild guild = null!;
        await using var world = await DiscordWorld.StartAsync(before: d => guild = d.AddGuild("Jura", locale));
        var missions = guild.AddChannel("missions");
        var claire = world.Discord.AddUser("claire", locale).In(guild, manageGuild: true).At(missions);
        await claire.Submit(await claire.Slash("setup start"), ("name", "Jura"), ("language", language));
        await claire.Slash("common add", ("slug", "coworking"), ("name", "Coworking"));
        await claire.Slash("mission open", ("title", "Study"), ("commons", "coworking"));
        var say = Say.In(locale == "fr" ? Language.French : Language.English);
        var file = world.Discord.AddFile("names.csv", "name\n"u8.ToArray(), "text/csv");
        var forms = 0;
        foreach (var spec in world.Host.Catalogue.Commands)
        {
            var seen = await claire.Slash(spec.Path, [.. spec.Options.Where(o => OptionDefinition.IsRequired(spec, o)).Select(o => (o.Name.English, Least(o, claire, missions, file)))]);
            Assert.True(seen.Private, spec.Path);
            if (seen.Modal is null)
            {
                IsReadable(seen, spec.Path);
                continue;
            }

            forms++;
            AsksInTheirWords(seen.Modal, spec, say);
            if (await SendWrongAsync(claire, seen.Modal) is { } refused)
            {
                Assert.True(refused.Buttons.Any(b => b.Label == complete), $"{spec.Path}: {refused}");
                IsReadable(refused, spec.Path);
                var again = await claire.Press(refused, complete);
                Assert.True(again.Kind == SeenKind.Modal, $"{spec.Path}: {again}");
            }
        }

        Assert.True(forms > 10, $"Only {forms} commands opened a form.");
    }

    [Fact]
    public async Task A_form_that_named_an_unknown_call_comes_back_with_all_that_was_filled_in()
    {
        StubGuild guild = null!;
        await using var world = await DiscordWorld.StartAsync(before: d => guild = d.AddGuild("Jura", "fr"));
        var claire = world.Discord.AddUser("claire").In(guild, manageGuild: true).At(guild.AddChannel("missions"));
        await claire.Submit(await claire.Slash("espace installer"), ("nom", "Jura"));
        var refused = await claire.Submit(await claire.Slash("appel répondre"), ("appel", "C7"), ("réponse", "Plus tard"));
        Assert.Contains("C7", refused.Text, StringComparison.Ordinal);
        var again = (await claire.Press(refused, "Compléter")).Modal!;
        Assert.Equal("C7", again.Fields[0].Value);
        Assert.Contains("C8", (await claire.Submit(again, ("appel", "C8"))).Text, StringComparison.Ordinal);
    }

    /// <summary>What Discord's client would not send a command without.</summary>
    private static object Least(Option option, StubUser person, StubChannel channel, object file) => option switch
    {
        { Choices: { } choices } => choices.Values[0],
        { Picks: Picks.Person } => person,
        { Picks: Picks.Channel } => channel,
        { Picks: Picks.Mission } => "M1",
        Option<KeptFile> => file,
        _ => Wrong,
    };

    /// <summary>The labels are the person's own, in their language, none twice.</summary>
    private static void AsksInTheirWords(StubModal modal, CommandSpec spec, Say say)
    {
        Assert.Equal(say[$"command.{spec.Path}"].Cut(45), modal.Title);
        Assert.All(modal.Fields, f => Assert.Equal(spec.Label(spec.Options.First(o => o.Name.English == f.CustomId), say).Cut(45), f.Label));
        Assert.Equal(modal.Fields.Count, modal.Fields.Select(f => f.Label).Distinct(StringComparer.Ordinal).Count());
    }

    /// <summary>The answer to the last text field that does not take everything, sent wrong; null where there is none.</summary>
    private static async Task<Seen?> SendWrongAsync(StubUser person, StubModal modal)
    {
        if (modal.Fields.LastOrDefault(f => f.CustomId is "when" or "by" or "deadline" or "hours" or "amount" or "since" or "zone" or "call") is not { Type: TextInput } wrong)
        {
            return null;
        }

        var sent = modal.Fields.Where(f => f.Required || f == wrong).Select(f => (f.CustomId, (object)(f.Type == Select ? f.Options[0].Value : f.CustomId == "common" ? "coworking" : Wrong)));
        return await person.Submit(modal, [.. sent]);
    }

    /// <summary>A person reads it: no unexpected error, no name of a text or a row.</summary>
    private static void IsReadable(Seen seen, string path)
    {
        Assert.False(string.IsNullOrWhiteSpace(seen.Text), path);
        Assert.DoesNotMatch(@"E-[0-9A-F]{6}|v1:|fill:|\{\d|System\.", seen.Text);
    }
}
