using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Contributions;
using Unisson.Bot.Tests.Harness;
using Unisson.Bot.Tests.Reminders;
using Xunit;

namespace Unisson.Bot.Tests.Contributions;

/// <summary>Nothing in the ledger is changed: a mistake is corrected, and a line withdrawn, by a line that points at it.</summary>
public sealed class ContributionCorrectTests
{
    [Fact]
    public async Task Another_amount_is_a_line_of_the_difference_and_the_page_of_the_common_counts_what_is_left()
    {
        await using var bot = await WitnessTests.WithPeopleAsync();
        await ContributionLogTests.AddLedgerChannelAsync(bot);
        await bot.DoAsync("ana> /contribution log coworking 3h \"How-to\"");

        Assert.Equal(
            """
            L2 corrige L1 : 2 h d’ana pour Coworking, « How-to ».
              Avant : 3 h d’ana pour Coworking, « How-to ».
            → #registre: L2 corrects L1: 2 h by ana for Coworking, “How-to”.
              Before: 3 h by ana for Coworking, “How-to”.

            """,
            await bot.DoAsync("ana> /contribution corriger L1 2h"));

        var row = await bot.SeeAsync(db => db.Ledger.Include(l => l.Text).SingleAsync(l => l.Number == 2));
        Assert.Equal((LineKind.Correction, 1, -60L, "How-to"), (row.Kind, row.About!.Value, row.Minutes!.Value, row.Text!.What));
        var page = await bot.DoAsync("bob> /common show coworking");
        Assert.Contains("2 h", page, StringComparison.Ordinal);
        Assert.DoesNotContain("\n  5 h", page, StringComparison.Ordinal);
        var list = await bot.DoAsync("bob> /contribution list");
        Assert.Contains("\n  L2, Tuesday 24 November: corrects L1, −1 h, “How-to”\n", list, StringComparison.Ordinal);
        Assert.Contains("“How-to” (corrected by L2)\n", list, StringComparison.Ordinal);
        await WitnessTests.HoldsAsync(bot, 2);
    }

    [Fact]
    public async Task Words_alone_and_again_and_a_withdrawal_take_back_what_is_left()
    {
        await using var bot = await WitnessTests.WithPeopleAsync();
        await bot.DoAsync("ana> /contribution log coworking 120 € \"Tiels\"", "ana> /contribution correct L1 \"Tiles\"", "ana> /contribution correct 1 100 €");

        var withdrew = await bot.DoAsync("ana> /contribution withdraw L1 \"paid by the town\"");

        Assert.StartsWith("L4 withdraws L1: €100 by ana for Coworking, “Tiles”.\n  Reason: paid by the town\n", withdrew, StringComparison.Ordinal);
        Assert.Equal(0, await bot.SeeAsync(db => db.Ledger.SumAsync(l => l.Cents)));
        Assert.Equal("contribution.withdrawn", await bot.RefusedAsync("ana> /contribution correct L1 90 €"));
        Assert.Equal("contribution.withdrawn", await bot.RefusedAsync("ana> /contribution withdraw L1"));
        Assert.DoesNotContain("Tiles", await bot.DoAsync("bob> /common show coworking"), StringComparison.Ordinal);
        await WitnessTests.HoldsAsync(bot, 4);
    }

    [Theory]
    [InlineData("ana> /contribution correct L1", "contribution.nothing-to-correct")]
    [InlineData("ana> /contribution correct L1 3h", "contribution.same")]
    [InlineData("ana> /contribution correct L1 30 €", "contribution.not-time")]
    [InlineData("ana> /contribution correct L1 17h", "contribution.large-correction")]
    [InlineData("ana> /contribution correct L1 amount:much", "amount.nonsense")]
    [InlineData("ana> /contribution correct L9 2h", "contribution.no-line")]
    [InlineData("bob> /contribution correct L1 2h", "contribution.not-your-line")]
    [InlineData("bob> /contribution withdraw L1", "contribution.not-your-line")]
    [InlineData("bob> /contribution correct L2 2h", "contribution.not-your-line")]
    [InlineData("ana> /contribution correct L3 2h", "contribution.about-line")]
    [InlineData("ana> /contribution withdraw L3", "contribution.about-line")]
    [InlineData("ana> /contribution correct L4 5 €", "contribution.other-unit")]
    [InlineData("ana> /contribution correct", "command.missing")]
    public async Task What_cannot_be_corrected_is_told_and_changes_nothing(string line, string code)
    {
        await using var bot = await WitnessTests.WithPeopleAsync();
        await bot.DoAsync(
            "ana> /contribution log coworking 3h notes", "ana> /contribution log coworking 5h help name:\"Roofers of Lons\"", "bob> /contribution confirm L1", "ana> /contribution log coworking 2h plans kind:documentation");

        Assert.Equal(code, await bot.RefusedAsync(line));
        Assert.Equal(4, await bot.SeeAsync(db => db.Ledger.CountAsync()));
    }

    [Fact]
    public async Task Whom_a_line_is_about_corrects_it_and_who_wrote_of_somebody_without_account_does()
    {
        await using var bot = await WitnessTests.WithPeopleAsync();
        await bot.DoAsync("ana> /contribution log coworking 5h help name:\"Roofers of Lons\"", "ana> /contribution log coworking 2h keys person:bob");
        await bot.DoAsync($"bob> /contribution confirm {(await bot.SeeAsync(db => db.Proposals.SingleAsync())).Label}");

        Assert.StartsWith("L3 corrects L1: 4 h by Roofers of Lons", await bot.DoAsync("ana> /contribution correct L1 4h"), StringComparison.Ordinal);
        Assert.Equal("contribution.not-your-line", await bot.RefusedAsync("ana> /contribution correct L2 1h"));
        Assert.StartsWith("L4 corrects L2: 1 h by bob", await bot.DoAsync("bob> /contribution correct L2 1h"), StringComparison.Ordinal);
        Assert.Equal("Roofers of Lons", (await bot.SeeAsync(db => db.Ledger.Include(l => l.Text).SingleAsync(l => l.Number == 3))).Text!.Name);
    }

    [Fact]
    public async Task A_witness_is_taken_back_and_can_be_given_again()
    {
        await using var bot = await WitnessTests.WithPeopleAsync();
        await bot.DoAsync("ana> /contribution log coworking 3h notes");

        var witnessed = await bot.DoAsync("bob> /contribution confirm L1");
        Assert.StartsWith("L3 takes back L2: L1 has this witness no more.", await bot.TapAsync("bob", witnessed, "Undo"), StringComparison.Ordinal);
        Assert.Equal("contribution.withdrawn-witness", await bot.RefusedAsync("bob> /contribution withdraw L2"));

        Assert.StartsWith("L4: bob confirms L1", await bot.DoAsync("bob> /contribution confirm L1"), StringComparison.Ordinal);
        Assert.Equal(180, await bot.SeeAsync(db => db.Ledger.SumAsync(l => l.Minutes)));
    }

    [Fact]
    public async Task A_proposal_is_dropped_by_its_author_or_by_whom_it_names_without_a_trace()
    {
        await using var bot = await WitnessTests.WithPeopleAsync();
        var asked = await bot.DoAsync("ana> /contribution log coworking 2h keys person:bob");
        var label = (await bot.SeeAsync(db => db.Proposals.SingleAsync())).Label;

        Assert.Equal("contribution.no-line", await bot.RefusedAsync($"cleo> /contribution withdraw {label}"));
        Assert.StartsWith($"{label} is gone, “keys”.", await bot.TapAsync("bob", asked, "It is not right"), StringComparison.Ordinal);
        Assert.Contains($"{label} was not confirmed and has lapsed: “keys”.", await bot.WaitAsync(TimeSpan.FromDays(7)), StringComparison.Ordinal);

        await bot.DoAsync("ana> /contribution log coworking 3h keys person:bob");
        label = (await bot.SeeAsync(db => db.Proposals.SingleAsync())).Label;
        await bot.DoAsync($"ana> /contribution withdraw {label}");
        Assert.Equal((0, 0), (await bot.SeeAsync(db => db.Proposals.CountAsync()), await bot.SeeAsync(db => db.Ledger.CountAsync())));
        Assert.Equal("contribution.no-proposal", await bot.RefusedAsync($"bob> /contribution confirm {label}"));
    }

    [Fact]
    public async Task One_tap_undoes_what_was_just_written()
    {
        await using var bot = await WitnessTests.WithPeopleAsync();

        var logged = await bot.DoAsync("ana> /contribution log coworking 3h notes");

        Assert.StartsWith("L2 withdraws L1: 3 h by ana for Coworking, “notes”.", await bot.TapAsync("ana", logged, "Undo"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Money_stands_in_the_open_without_a_name_when_it_is_corrected_too()
    {
        await using var bot = await WitnessTests.WithPeopleAsync();
        await ContributionLogTests.AddLedgerChannelAsync(bot);

        await bot.DoAsync("ana> /contribution log coworking 120 € tiles");
        foreach (var line in new[] { "ana> /contribution correct L1 100 €", "bob> /contribution confirm L1", "ana> /contribution withdraw L1" })
        {
            var said = await bot.DoAsync(line);
            Assert.DoesNotContain("ana", said[said.IndexOf("→ #", StringComparison.Ordinal)..], StringComparison.Ordinal);
        }
    }
}
