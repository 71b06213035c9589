using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Kernel;
using Unisson.Bot.Missions;
using Unisson.Bot.Tests.Harness;
using Xunit;

namespace Unisson.Bot.Tests.Method;

/// <summary>Roles are chosen by the team and taken by the person; scope and terms hold once both said yes, and only the team reads them.</summary>
public sealed class FramesTests
{
    [Fact]
    public async Task Who_is_chosen_reads_the_role_and_its_terms_and_takes_it_with_one_tap()
    {
        await using var bot = await MethodWorld.OpenedAsync();

        var asked = await bot.DoAsync("claire> /mission assign M1 bob provider scope:\"the study, no design\" hours:40h terms:paid how:\"60 €/h, invoice\"");
        Assert.Contains("→ bob (private): claire asks you to take the role “Provider” in “Study” (M1).\n  Purpose: ", asked, StringComparison.Ordinal);
        Assert.Contains("  Scope: the study, no design\n  Time: 40 h\n  Terms: Paid (60 €/h, invoice)\n  Nothing binds you before your yes", asked, StringComparison.Ordinal);
        Assert.Equal(Holding.Selected, await HoldingAsync(bot));

        Assert.StartsWith("The role “Provider” in “Study” (M1) is yours.", await bot.DoAsync("bob> /mission accept M1 provider"), StringComparison.Ordinal);
        Assert.Equal(Holding.Active, await HoldingAsync(bot));
        Assert.True((await bot.SeeAsync(db => db.Frames.SingleAsync())).IsAgreed);
        Assert.Equal("accept.already", await bot.RefusedAsync("bob> /mission accept M1 provider"));
    }

    /// <summary>Who coordinates fills it in for somebody else.</summary>
    [Theory]
    [InlineData(Language.English, "what will be done, and what will not")]
    [InlineData(Language.French, "ce qui sera fait, et ce qui ne le sera pas")]
    public void The_form_of_a_scope_speaks_to_nobody(Language language, string label)
    {
        var spec = Commands.All.Single(c => c.Path == "mission assign");
        Assert.Equal(label, spec.Label(spec.Options.Single(o => o.Name.English == "scope"), Say.In(language)));
    }

    [Fact]
    public async Task Nobody_else_than_the_team_reads_terms_anywhere()
    {
        await using var bot = await MethodWorld.FramedAsync();

        foreach (var line in new[] { "/mission show M1", "/mission journal M1", "/mission list", "/common show coworking", "/contract read M1", "/contribution export", "/my export", "/call list" })
        {
            var read = await bot.AskAsync("ana", line);
            Assert.All(["the study", "invoice", "organise, write"], secret => Assert.DoesNotContain(secret, read, StringComparison.Ordinal));
        }

        Assert.Contains("the study", await bot.AskAsync("bob", "/my export"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_counter_proposal_waits_for_the_other_side_and_nobody_agrees_with_themselves()
    {
        await using var bot = await MethodWorld.OpenedAsync();
        await bot.DoAsync("claire> /mission assign M1 bob provider scope:\"the study\" hours:40h");

        var told = await bot.DoAsync("bob> /mission assign M1 bob provider hours:50h");
        Assert.Contains("→ claire (private): bob proposes scope and terms for the role “Provider” in “Study” (M1).\n  Scope: the study\n  Time: 50 h\n", told, StringComparison.Ordinal);
        Assert.Equal("frame.nothing", await bot.RefusedAsync("bob> /mission assign M1 bob provider"));
        Assert.Equal("frame.same", await bot.RefusedAsync("bob> /mission assign M1 bob provider hours:50h"));

        await bot.DoAsync("claire> /mission assign M1 bob provider");
        Assert.Equal([(2400, false), (3000, true)], (await bot.SeeAsync(db => db.Frames.OrderBy(f => f.Id).ToListAsync())).Select(f => (f.Minutes!.Value, f.IsAgreed && f.IsCurrent)));
    }

    [Theory]
    [InlineData("claire> /mission assign M1 bob provider hours:4h", "frame.scope")]
    [InlineData("claire> /mission assign M1 bob guarantor", "assign.guarantor")]
    [InlineData("claire> /mission assign M1 provider", "assign.person")]
    [InlineData("claire> /mission assign M1 zoe provider", "person.unknown")]
    [InlineData("claire> /mission assign M1 name:\"SCOP Jura\" guarantor", "assign.named")]
    [InlineData("claire> /mission assign M1 name:\"SCOP Jura\" provider scope:all", "assign.named")]
    [InlineData("bob> /mission assign M1 bob provider", "standing.team")]
    [InlineData("bob> /mission accept M1 provider", "accept.not-chosen")]
    [InlineData("bob> /mission accept M1 guarantor", "accept.not-chosen")]
    public async Task A_refusal_gives_its_reason_and_changes_nothing(string line, string code)
    {
        await using var bot = await MethodWorld.OpenedAsync();

        Assert.Equal(code, await bot.RefusedAsync(line));
        Assert.Equal((0, 0, 1), await bot.SeeAsync(async db => (await db.Frames.CountAsync(), await db.NamedHolders.CountAsync(), await db.RoleHolders.CountAsync())));
    }

    [Fact]
    public async Task Who_neither_leads_nor_holds_the_role_proposes_nothing_for_another()
    {
        await using var bot = await MethodWorld.FramedAsync();

        Assert.Equal("assign.coordination", await bot.RefusedAsync("bob> /mission assign M1 claire coordinator hours:100h"));
        Assert.Equal(3, await bot.SeeAsync(db => db.Frames.CountAsync(f => f.EndedAt == null)));
    }

    [Fact]
    public async Task Somebody_without_an_account_stands_on_the_card()
    {
        await using var bot = await MethodWorld.OpenedAsync();

        var noted = await bot.DoAsync("claire> /mission confier M1 commanditaire nom:\"CC Bresse Haute Seille\"");

        Assert.Contains("  Sponsor: CC Bresse Haute Seille\n", noted, StringComparison.Ordinal);
        Assert.Equal("assign.named-already", await bot.RefusedAsync("claire> /mission assign M1 name:\"cc bresse haute seille\" sponsor"));
    }

    [Fact]
    public async Task What_was_agreed_ends_with_the_role()
    {
        await using var bot = await MethodWorld.FramedAsync();

        await bot.DoAsync("bob> /mission leave M1 provider");

        Assert.NotNull((await bot.SeeAsync(db => db.Frames.SingleAsync(f => f.Role == RoleKind.Provider))).EndedAt);
        Assert.Contains("a provider", await bot.SayAsync("claire> /mission status M1 running"), StringComparison.Ordinal);
    }

    private static Task<Holding> HoldingAsync(TestBot bot) => bot.SeeAsync(db => db.RoleHolders.Where(h => h.Role == RoleKind.Provider).Select(h => h.Holding).SingleAsync());
}
