using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Contributions;
using Unisson.Bot.Deliveries;
using Unisson.Bot.Terminal;
using Unisson.Bot.Tests.Harness;
using Xunit;

namespace Unisson.Bot.Tests.Contributions;

public sealed class ContributionConfirmTests
{
    [Fact]
    public async Task A_line_about_another_member_waits_for_their_yes_and_takes_its_number_then()
    {
        await using var bot = await WithBobAsync();

        var proposed = await bot.DoAsync("ana> /contribution noter coworking 2h \"Relecture\" personne:bob");
        var label = await LabelAsync(bot);
        Assert.Equal(
            $"""
            {label} est une proposition : 2 h de bob pour Coworking, « Relecture ».
              Je demande à bob en privé. Avec son oui, elle prend son numéro au registre ; sinon elle s’efface le jeudi 24 décembre.
            → bob (private): ana suggests for the ledger: 2 h by you for Coworking. Is it right?
              “Relecture”, Tuesday 24 November
              Nothing is written without your yes. Without an answer, {label} lapses by itself on Thursday 24 December.
              [1] I confirm  [2] It is not right

            """,
            proposed);
        await bot.DoAsync("ana> /contribution log coworking 1h work");

        Assert.Equal(
            $"""
            L2 is in the ledger: 2 h by bob for Coworking, “Relecture”.
              A mistake is corrected by a new line, in the open.
              [1] Correct  [2] Undo

            """,
            await bot.SayAsync("bob> 1"));
        Assert.Contains($"\n  bob confirmed {label}: it is L2 in the ledger, “Relecture”.\n", await bot.WaitAsync(TimeSpan.FromDays(7)), StringComparison.Ordinal);

        var line = await bot.SeeAsync(db => db.Ledger.SingleAsync(l => l.Number == 2));
        Assert.NotEqual(line.AuthorId, line.PersonId);
        Assert.Equal(0, await bot.SeeAsync(db => db.Proposals.CountAsync()));
        Assert.Equal("contribution.no-proposal", await bot.RefusedAsync($"bob> /contribution confirm {label}"));
    }

    [Fact]
    public async Task The_line_can_be_typed_and_only_the_person_named_says_yes()
    {
        await using var bot = await WithBobAsync();
        await bot.DoAsync("ana> /contribution log coworking \"Keys\" kind:place person:bob");
        var label = await LabelAsync(bot);

        Assert.Equal("contribution.not-yours", await bot.RefusedAsync($"ana> /contribution confirm {label}"));
        Assert.Equal("contribution.no-proposal", await bot.RefusedAsync($"zoe> /contribution confirm {label}"));
        Assert.Equal("contribution.no-proposal", await bot.RefusedAsync("bob> /contribution confirm LP99999"));
        Assert.Equal("contribution.no-line", await bot.RefusedAsync("bob> /contribution confirm L1"));
        Assert.Equal("command.missing", await bot.RefusedAsync("bob> /contribution confirm"));
        Assert.Equal(0, await bot.SeeAsync(db => db.Ledger.CountAsync()));

        Assert.StartsWith("L1 est au registre : « Keys » de bob pour Coworking (accueil, lieu).\n", await bot.DoAsync($"bob> /contribution confirmer {label[2..]}"), StringComparison.Ordinal);
        Assert.Equal("contribution.no-proposal", await bot.RefusedAsync($"bob> /contribution confirm {label}"));
    }

    [Fact]
    public async Task Naming_oneself_asks_nobody()
    {
        await using var bot = await WithBobAsync();

        Assert.StartsWith("L1 is in the ledger: 2 h by bob ", await bot.DoAsync("bob> /contribution log coworking 2h work person:Bob"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_yes_a_proposal_lapses_and_its_author_is_told_once()
    {
        await using var bot = await WithBobAsync();
        await bot.DoAsync("ana> /contribution log coworking 2h work person:bob");
        var label = await LabelAsync(bot);

        Assert.Equal("", await bot.WaitAsync(Proposal.Waits - TimeSpan.FromMinutes(1)));
        Assert.Equal("", await bot.WaitAsync(TimeSpan.FromMinutes(1)));
        Assert.Contains($"\n  {label} was not confirmed and has lapsed: “work”. Nothing of it is in the ledger.\n", await bot.WaitAsync(TimeSpan.FromDays(7)), StringComparison.Ordinal);

        Assert.Equal("", await bot.WaitAsync(TimeSpan.FromDays(60)));
        Assert.Equal("contribution.no-proposal", await bot.RefusedAsync($"bob> /contribution confirm {label}"));
        Assert.Equal(0, await bot.SeeAsync(db => db.Ledger.CountAsync()));
    }

    [Fact]
    public async Task The_question_waits_for_the_persons_day()
    {
        await using var bot = await TestBot.StartAsync(new DateTimeOffset(2026, 11, 24, 21, 0, 0, TimeSpan.Zero));
        await bot.DoAsync("ana> /common add coworking", "bob> /contribution verify");

        Assert.DoesNotContain("→", await bot.DoAsync("ana> /contribution log coworking 2h work person:bob"), StringComparison.Ordinal);
        Assert.Contains("→ bob (private): ana suggests", await bot.WaitAsync(TimeSpan.FromHours(10)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_outside_a_private_mission_confirms_without_learning_its_name()
    {
        await using var bot = await WithBobAsync();
        await ContributionLogTests.AddLedgerChannelAsync(bot);
        var opened = await bot.DoAsync("ana> /mission open Vineyard visibility:private commons:coworking");
        var mission = opened[..opened.IndexOf(' ', StringComparison.Ordinal)];

        var asked = await bot.DoAsync($"ana> /contribution log 2h notes person:bob mission:{mission}");
        var confirmed = await bot.DoAsync("bob> 1");

        Assert.Contains("“notes”, Tuesday 24 November, for a mission that is not public\n", asked, StringComparison.Ordinal);
        Assert.StartsWith("L1 is in the ledger: 2 h by bob for Coworking, “notes”, for a mission that is not public.\n", confirmed, StringComparison.Ordinal);
        Assert.DoesNotContain("Vineyard", asked[asked.IndexOf('→', StringComparison.Ordinal)..] + confirmed, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_author_has_at_most_twenty_waiting()
    {
        await using var bot = await WithBobAsync();
        for (var i = 0; i < Proposal.MostWaiting; i++)
        {
            await bot.DoAsync("ana> /contribution log coworking 1h work person:bob");
        }

        Assert.Equal("contribution.too-many-wait", await bot.RefusedAsync("ana> /contribution log coworking 1h work person:bob"));
        await bot.DoAsync($"bob> /contribution confirm {await LabelAsync(bot)}", "ana> /contribution log coworking 1h work person:bob");
    }

    [Fact]
    public async Task The_question_fits_a_lock_screen_whatever_the_names()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.DoAsync($"ana> /common add coworking name:\"{new string('m', 80)}\"", "bob> /contribution verify");
        var dispatcher = bot.Host.Dispatcher;
        await dispatcher.HandleAsync(
            new Incoming(Conversation.Door, "k", "long", new string('n', 200), null) { Text = "/contribution log coworking 1h30 work person:bob" }, Conversation.Local, TestContext.Current.CancellationToken);

        var asked = await bot.DoAsync("bob> /contribution verify");

        var first = asked.Split('\n').Single(l => l.StartsWith("→ bob", StringComparison.Ordinal))["→ bob (private): ".Length..];
        Assert.InRange(first.Length, 1, 120);
    }

    private static async Task<TestBot> WithBobAsync()
    {
        var bot = await ContributionLogTests.WithCommonAsync();
        await bot.DoAsync("bob> /contribution verify");
        return bot;
    }

    private static Task<string> LabelAsync(TestBot bot) => bot.SeeAsync(async db => (await db.Proposals.OrderByDescending(p => p.Id).FirstAsync()).Label);
}
