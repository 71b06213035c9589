using Unisson.Bot.Tests.Harness;
using Xunit;

namespace Unisson.Bot.Tests.Method;

/// <summary>Each sentence of "who sees what" by itself: what somebody of that standing reads, and what they do not.</summary>
public sealed class WhoSeesWhatTests
{
    private static readonly string[] Terms = ["the study", "invoice"];

    [Fact]
    public async Task A_member_reads_card_roles_pledges_lines_and_the_journal_without_terms()
    {
        await using var bot = await GivenAsync();
        var read = await AllAsync(bot, "dov", "/mission show M1", "/mission journal M1", "/contribution list mission:M1");

        Assert.All(["Study (M1): Open", "Provider: bob", "P1 to coworking", "“notes”", "Scope and terms of bob are agreed"], seen => Assert.Contains(seen, read, StringComparison.Ordinal));
        Assert.All([.. Terms, "4000 euros", "ana", "concern"], unseen => Assert.DoesNotContain(unseen, read, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("claire")]
    [InlineData("me")]
    public async Task The_team_and_its_guarantor_read_candidates_terms_and_that_there_was_a_concern(string reader)
    {
        await using var bot = await GivenAsync();
        var read = await AllAsync(bot, reader, "/mission show M1", "/mission journal M1");

        Assert.All([.. Terms, "4000 euros", "ana (Helping commoner)", "heard a concern"], seen => Assert.Contains(seen, read, StringComparison.Ordinal));
        Assert.DoesNotContain("too fast", read, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_others_read_along_the_team_reads_as_a_member_does()
    {
        await using var bot = await GivenAsync();

        Assert.Equal(await bot.AskAsync("dov", "/mission show M1", "#general"), await bot.AskAsync("claire", "/mission show M1", "#general"));
    }

    [Fact]
    public async Task A_person_reads_all_of_their_own()
    {
        await using var bot = await GivenAsync();

        var (own, other) = (await bot.AskAsync("bob", "/my export"), await bot.AskAsync("claire", "/my export"));
        Assert.All(["the study", "invoice", "too fast"], seen => Assert.Contains(seen, own, StringComparison.Ordinal));
        Assert.All(["the study", "invoice", "too fast"], unseen => Assert.DoesNotContain(unseen, other, StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_admin_who_is_of_no_team_reads_bindings_and_audit_and_nothing_of_missions_that_members_do_not()
    {
        await using var bot = await GivenAsync();
        await bot.DoAsync("me> /setup admins dov", "me> /setup channel calls #calls");

        var read = await AllAsync(bot, "dov", "/setup settings", "/setup audit", "/setup export people", "/setup export contributions", "/mission show M1", "/mission journal M1");
        Assert.Contains("#calls", read, StringComparison.Ordinal);
        Assert.All([.. Terms, "4000 euros", "too fast", "concern"], unseen => Assert.DoesNotContain(unseen, read, StringComparison.Ordinal));
    }

    /// <summary>Bob provides it and confided something to Me; Ana stepped forward; Dov is a member.</summary>
    private static async Task<TestBot> GivenAsync()
    {
        var bot = await MethodWorld.FramedAsync();
        await bot.DoAsync(
            "dov> /help", "claire> /mission edit M1 budget:\"4000 euros\"", "ana> /mission join M1 helping-commoner", "bob> /contribution log coworking 3h notes mission:M1",
            "bob> /mission concern M1 \"it goes too fast\" person:me");
        return bot;
    }

    private static async Task<string> AllAsync(TestBot bot, string who, params string[] lines)
    {
        var read = new List<string>();
        foreach (var line in lines)
        {
            read.Add(await bot.AskAsync(who, line));
        }

        return string.Join('\n', read);
    }
}
