using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Contributions;
using Unisson.Bot.Terminal;
using Unisson.Bot.Tests.Harness;
using Xunit;

namespace Unisson.Bot.Tests.Contributions;

/// <summary>Who saw it says so, once, and is neither who wrote it nor whom it is about; what is very large waits for that.</summary>
public sealed class WitnessTests
{
    [Fact]
    public async Task Somebody_else_confirms_a_line_in_the_open_and_whose_it_is_hears_of_it()
    {
        await using var bot = await WithPeopleAsync();
        await bot.DoAsync("ana> /contribution log coworking 3h \"How-to: opening a place\"");

        Assert.Equal(
            """
            L2: bob confirms L1, 3 h by ana for Coworking, “How-to: opening a place”.
              If that was not meant: a witness is taken back by a new line, in the open.
              [1] Undo

            """,
            await bot.DoAsync("bob> /contribution confirm L1"));

        var row = await bot.SeeAsync(db => db.Ledger.SingleAsync(l => l.Number == 2));
        Assert.Equal((LineKind.Witness, 1, null, null), (row.Kind, row.About!.Value, row.Minutes, row.Cents));
        Assert.Contains("\n  L1, Tuesday 24 November: 3 h by ana for Coworking, “How-to: opening a place” (confirmed by L2)\n", await bot.DoAsync("cleo> /contribution list"), StringComparison.Ordinal);
        Assert.Contains("\n  bob confirmed L1, “How-to: opening a place”: it is L2 in the ledger.\n", await bot.WaitAsync(TimeSpan.FromDays(7)), StringComparison.Ordinal);
        await HoldsAsync(bot, 2);
    }

    [Theory]
    [InlineData("ana> /contribution confirm L1", "contribution.own-witness")]
    [InlineData("bob> /contribution confirm L1", "contribution.own-witness")]
    [InlineData("bob> /contribution confirm L2", "contribution.own-witness")]
    [InlineData("cleo> /contribution confirm L3", "contribution.about-line")]
    [InlineData("cleo> /contribution confirm L2", "contribution.witnessed-before")]
    [InlineData("cleo> /contribution confirm L5", "contribution.withdrawn")]
    [InlineData("cleo> /contribution confirm L99", "contribution.no-line")]
    public async Task Who_is_no_witness_is_told_why(string line, string code)
    {
        await using var bot = await WithPeopleAsync();

        // L1 ana about bob, L2 bob's own, L3 cleo on L2, L4 cleo on L1, L5 bob's own and withdrawn.
        await bot.DoAsync("ana> /contribution log coworking 1h keys person:bob");
        await bot.DoAsync($"bob> /contribution confirm {(await bot.SeeAsync(db => db.Proposals.SingleAsync())).Label}", "bob> /contribution log coworking 2h more", "cleo> /contribution confirm L2");
        await bot.DoAsync("cleo> /contribution confirm L1", "bob> /contribution log coworking 4h wrong", "bob> /contribution withdraw L5");
        var before = await bot.SeeAsync(db => db.Ledger.CountAsync());

        Assert.Equal(code, await bot.RefusedAsync(line));
        Assert.Equal(before, await bot.SeeAsync(db => db.Ledger.CountAsync()));
    }

    [Fact]
    public async Task An_account_that_was_linked_is_no_witness_either()
    {
        await using var bot = await WithPeopleAsync();
        await bot.DoAsync("ana> /contribution log coworking 3h notes", "ana> /contribution log coworking 3h more");
        await bot.Host.Store.Writer.WriteAsync(async scope =>
        {
            // What linking two accounts leaves behind: the lines under the old one.
            await scope.Db.People.Where(p => p.Name == "ana").ExecuteUpdateAsync(u => u.SetProperty(p => p.Became, scope.Db.People.Where(b => b.Name == "bob").Select(b => (long?)b.Id).First()));
            return 0;
        });

        Assert.Equal("contribution.own-witness", await bot.RefusedAsync("bob> /contribution confirm L1"));
        await bot.DoAsync("bob> /contribution withdraw L1");
    }

    [Theory]
    [InlineData("17h", 17 * 60, null)]
    [InlineData("2 000,01 €", null, 200_001)]
    public async Task What_is_very_large_gets_its_number_with_a_witness_and_theirs_follows(string amount, int? minutes, int? cents)
    {
        await using var bot = await WithPeopleAsync();

        var waits = await bot.DoAsync($"ana> /contribution log coworking \"{amount}\" \"The roof\"");
        var label = (await bot.SeeAsync(db => db.Proposals.SingleAsync())).Label;
        Assert.EndsWith(
            $"""
              Somebody else who saw it confirms it, with this line; without a witness it lapses on Thursday 24 December.
              /contribution confirm {label}

            """,
            waits,
            StringComparison.Ordinal);
        Assert.Equal("contribution.own-witness", await bot.RefusedAsync($"ana> /contribution confirm {label}"));
        Assert.Equal(0, await bot.SeeAsync(db => db.Ledger.CountAsync()));
        Assert.DoesNotContain(label, await bot.DoAsync("bob> /contribution list"), StringComparison.Ordinal);
        Assert.EndsWith(": waits for a witness until Thursday 24 December\n", await bot.DoAsync("ana> /contribution list"), StringComparison.Ordinal);

        Assert.StartsWith("L2: bob confirms L1, ", await bot.DoAsync($"bob> /contribution confirm {label}"), StringComparison.Ordinal);
        var line = await bot.SeeAsync(db => db.Ledger.SingleAsync(l => l.Number == 1));
        Assert.Equal((LineKind.Line, (long?)minutes, (long?)cents), (line.Kind, line.Minutes, line.Cents));
        Assert.Equal(0, await bot.SeeAsync(db => db.Proposals.CountAsync()));
        await HoldsAsync(bot, 2);
    }

    [Fact]
    public async Task About_somebody_else_it_needs_their_yes_first_and_a_third_person_then()
    {
        await using var bot = await WithPeopleAsync();
        await bot.DoAsync("ana> /contribution log coworking 20h \"The roof\" person:bob");
        var label = (await bot.SeeAsync(db => db.Proposals.SingleAsync())).Label;

        Assert.Equal("contribution.no-proposal", await bot.RefusedAsync($"cleo> /contribution confirm {label}"));
        Assert.StartsWith($"Your yes is noted for {label}.", await bot.DoAsync($"bob> /contribution confirm {label}"), StringComparison.Ordinal);
        Assert.Equal("contribution.own-witness", await bot.RefusedAsync($"bob> /contribution confirm {label}"));
        Assert.Equal("contribution.own-witness", await bot.RefusedAsync($"ana> /contribution confirm {label}"));
        await bot.DoAsync($"cleo> /contribution confirm {label}");

        var line = await bot.SeeAsync(db => db.Ledger.Include(l => l.Text).SingleAsync(l => l.Number == 1));
        Assert.Equal("bob", (await bot.SeeAsync(db => db.People.SingleAsync(p => p.Id == line.PersonId))).Name);
        Assert.Equal("The roof", line.Text!.What);
    }

    [Fact]
    public async Task A_person_without_account_is_credited_with_a_witness_too()
    {
        await using var bot = await WithPeopleAsync();
        await bot.DoAsync("ana> /contribution log coworking 40h \"The roof\" name:\"Roofers of Lons\"");

        await bot.DoAsync($"bob> /contribution confirm {(await bot.SeeAsync(db => db.Proposals.SingleAsync())).Label}");

        var line = await bot.SeeAsync(db => db.Ledger.Include(l => l.Text).SingleAsync(l => l.Number == 1));
        Assert.Equal((null, "Roofers of Lons", 2400L), (line.PersonId, line.Text!.Name, line.Minutes!.Value));
    }

    [Fact]
    public async Task Without_a_witness_it_lapses_thirty_days_after_the_yes()
    {
        await using var bot = await WithPeopleAsync();
        await bot.DoAsync("ana> /contribution log coworking 20h \"The roof\" person:bob");
        var label = (await bot.SeeAsync(db => db.Proposals.SingleAsync())).Label;
        await bot.WaitAsync(TimeSpan.FromDays(20));
        await bot.DoAsync($"bob> /contribution confirm {label}");

        await bot.WaitAsync(TimeSpan.FromDays(29));
        Assert.Equal(1, await bot.SeeAsync(db => db.Proposals.CountAsync()));
        await bot.WaitAsync(TimeSpan.FromDays(2));

        Assert.Equal((0, 0), (await bot.SeeAsync(db => db.Proposals.CountAsync()), await bot.SeeAsync(db => db.Ledger.CountAsync())));
    }

    internal static async Task<TestBot> WithPeopleAsync()
    {
        var bot = await ContributionLogTests.WithCommonAsync();
        await bot.DoAsync("bob> /contribution verify", "cleo> /contribution verify");
        return bot;
    }

    internal static async Task HoldsAsync(TestBot bot, int lines)
    {
        var found = await bot.SeeAsync(db => LedgerCheck.RunAsync(db, Conversation.Local, TestContext.Current.CancellationToken));
        Assert.Equal((null, lines), (found.Fault, found.Count));
    }
}
