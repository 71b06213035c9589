using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Communities;
using Unisson.Bot.Contributions;
using Unisson.Bot.Deliveries;
using Unisson.Bot.Terminal;
using Unisson.Bot.Tests.Harness;
using Xunit;

namespace Unisson.Bot.Tests.Contributions;

public sealed class ContributionLogTests
{
    [Fact]
    public async Task A_line_is_written_numbered_and_said_back()
    {
        await using var bot = await WithCommonAsync();

        Assert.Equal(
            """
            L1 is in the ledger: 3 h by bob for Coworking, “How-to: opening a place”.
              A mistake is corrected by a new line, in the open.
              [1] Correct  [2] Undo

            """,
            await bot.SayAsync("bob> /contribution log coworking 3h \"How-to: opening a place\""));
        Assert.Equal(
            """
            L2 est au registre : 1 200,50 € d’ana pour Coworking, « Chauffage ».
              Une erreur se corrige par une nouvelle ligne, au grand jour.
              [1] Corriger  [2] Annuler

            """,
            await bot.SayAsync("ana> /contribution noter coworking 1 200,50 € Chauffage"));

        var lines = await bot.SeeAsync(db => db.Ledger.Include(l => l.Text).OrderBy(l => l.Number).ToListAsync());
        Assert.Equal([(1, 180, null, "3h", "How-to: opening a place"), (2, null, 120_050, "1 200,50 €", "Chauffage")], lines.Select(l => (l.Number, l.Minutes, l.Cents, l.Text!.Amount, l.Text.What)));
        Assert.All(lines, l => Assert.Equal((new DateOnly(2026, 11, 24), l.AuthorId), (l.On, l.PersonId)));
        Assert.Equal(lines[1].Hash, await bot.SeeAsync(db => db.LedgerHeads.Select(h => h.Hash).SingleAsync()));
    }

    [Theory]
    [InlineData("coworking 3h30 fiche pratique", "Time", 210, null, "fiche pratique")]
    [InlineData("coworking 120 € chauffage", "Money", null, 12_000, "chauffage")]
    [InlineData("coworking 1/2 j relecture de l’annexe", "Time", 210, null, "relecture de l’annexe")]
    [InlineData("coworking deux jours travaux", "Time", 840, null, "travaux")]
    [InlineData("coworking 16 h travaux", "Time", 960, null, "travaux")]
    [InlineData("coworking 2 000 € dalles", "Money", null, 200_000, "dalles")]
    [InlineData("coworking 2h correctif genre:code", "Code", 120, null, "correctif")]
    [InlineData("coworking 60€ traduction genre:doc", "Documentation", null, 6_000, "traduction")]
    [InlineData("coworking 2h tri genre:autre", "Other", 120, null, "tri")]
    [InlineData("coworking \"Salle pour un jour\" genre:lieu", "Place", null, null, "Salle pour un jour")]
    [InlineData("coworking Présentée à la mairie genre:lien", "Connection", null, null, "Présentée à la mairie")]
    [InlineData("coworking 3h soirée genre:événement", "Event", 180, null, "soirée")]
    [InlineData("coworking genre:matériel \"3 écrans\"", "Resource", null, null, "3 écrans")]
    [InlineData("commun:coworking combien:\"45 min\" quoi:\"relecture\"", "Time", 45, null, "relecture")]
    [InlineData("combien:45 min coworking relecture", "Time", 45, null, "relecture")]
    [InlineData("date:vendredi dernier coworking 45 min relecture", "Time", 45, null, "relecture")]
    [InlineData("commun:coworking 45 min relecture", "Time", 45, null, "relecture")]
    public async Task Amounts_and_kinds_are_read_as_people_type_them(string rest, string kind, int? minutes, int? cents, string what)
    {
        await using var bot = await WithCommonAsync();

        await bot.DoAsync($"ana> /contribution noter {rest}");

        var line = await bot.SeeAsync(db => db.Ledger.Include(l => l.Text).SingleAsync());
        Assert.Equal((kind, minutes, cents, what), (line.Contribution.ToString(), line.Minutes, line.Cents, line.Text!.What));
    }

    [Theory]
    [InlineData("", "command.missing")]
    [InlineData("coworking", "command.missing")]
    [InlineData("coworking fiche", "contribution.amount")]
    [InlineData("coworking fiche kind:code", "contribution.amount")]
    [InlineData("coworking 3h work kind:money", "contribution.not-money")]
    [InlineData("coworking 3 € work kind:time", "contribution.not-time")]
    [InlineData("coworking 3h a month watch", "contribution.rate")]
    [InlineData("coworking 120 CHF rent", "amount.currency")]
    [InlineData("coworking 1.200 € rent", "amount.ambiguous")]
    [InlineData("coworking -3h rent", "amount.nonsense")]
    [InlineData("coworking amount:much rent", "amount.nonsense")]
    [InlineData("nowhere 3h work", "common.unknown")]
    [InlineData("coworking 3h work on:tomorrow", "date.ahead")]
    [InlineData("coworking 3h work link:example.org", "contribution.link")]
    [InlineData("coworking 3h work link:javascript:alert(1)", "contribution.link")]
    [InlineData("coworking 3h work link:\"https://example.org/a b\"", "contribution.link")]
    [InlineData("coworking 3h work person:ana name:Ana", "contribution.person-and-name")]
    [InlineData("coworking 3h work person:zoe", "person.unknown")]
    [InlineData("coworking 3h work name:Ana", "contribution.name-of-member")]
    [InlineData("coworking 3h work mission:M7", "mission.unknown")]
    [InlineData("3h work", "command.missing")]
    [InlineData("3h work mission:M1", "contribution.which-common")]
    public async Task A_refusal_gives_its_own_reason_and_stores_nothing(string rest, string code)
    {
        await using var bot = await WithCommonAsync();
        await bot.DoAsync("ana> /common add garden", "bob> /mission open Lons commons:coworking,garden");

        Assert.Equal(code, await bot.RefusedAsync($"bob> /contribution log {rest}"));

        Assert.Equal(0, await bot.SeeAsync(db => db.Ledger.CountAsync()));
        Assert.Equal(0, await bot.SeeAsync(db => db.Proposals.CountAsync()));
    }

    [Fact]
    public async Task What_is_missing_is_said_at_once_with_the_line_to_complete()
    {
        await using var bot = await WithCommonAsync();

        Assert.Contains("/contribution noter commun:… combien:… quoi:…", await bot.SayAsync("ana> /contribution noter"), StringComparison.Ordinal);
        Assert.Contains("/contribution noter commun:coworking combien:… quoi:fiche", await bot.SayAsync("ana> /contribution noter coworking fiche"), StringComparison.Ordinal);
        Assert.Contains("/contribution log common:coworking amount:3h what:work person:Ana", await bot.SayAsync("bob> /contribution log coworking 3h work name:Ana"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_only_common_of_a_mission_fills_itself()
    {
        await using var bot = await WithCommonAsync();
        await bot.DoAsync("bob> /mission open \"Lons study\" commons:coworking");

        var timed = await bot.DoAsync("ana> /contribution log 2h notes of the visit mission:M1");
        var placed = await bot.DoAsync("ana> /contribution log \"Room for a day\" kind:place mission:m1");

        Assert.StartsWith("L1 is in the ledger: 2 h by ana for Coworking, “notes of the visit”, for the mission Lons study (M1).\n", timed, StringComparison.Ordinal);
        Assert.StartsWith("L2 is in the ledger: “Room for a day” by ana for Coworking (place), for the mission Lons study (M1).\n", placed, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_without_account_is_credited_at_once()
    {
        await using var bot = await WithCommonAsync();

        var answer = await bot.DoAsync("bob> /contribution log coworking 50€ Tools name:\"Menuiserie Jura\" on:yesterday link:https://example.org/x");

        Assert.StartsWith("L1 is in the ledger: €50 by Menuiserie Jura for Coworking, “Tools”.\n", answer, StringComparison.Ordinal);
        var line = await bot.SeeAsync(db => db.Ledger.Include(l => l.Text).SingleAsync());
        Assert.Equal((null, "Menuiserie Jura", "https://example.org/x", new DateOnly(2026, 11, 23)), (line.PersonId, line.Text!.Name, line.Text.Link, line.On));
    }

    [Fact]
    public async Task Today_is_the_day_of_the_community()
    {
        await using var bot = await TestBot.StartAsync(new DateTimeOffset(2026, 11, 24, 23, 30, 0, TimeSpan.Zero));
        await bot.DoAsync("bob> /common add coworking", "bob> /contribution log coworking 3h work");

        Assert.Equal(new DateOnly(2026, 11, 25), await bot.SeeAsync(db => db.Ledger.Select(l => l.On).SingleAsync()));
    }

    [Fact]
    public async Task Only_its_team_writes_lines_for_a_private_mission_and_the_channel_learns_neither_title_nor_number()
    {
        await using var bot = await WithCommonAsync();
        await AddLedgerChannelAsync(bot);
        var opened = await bot.DoAsync("bob> /mission open Vineyard visibility:private commons:coworking");
        var label = opened[..opened.IndexOf(' ', StringComparison.Ordinal)];

        Assert.Equal("mission.unknown", await bot.RefusedAsync($"ana> /contribution log 2h notes mission:{label}"));
        var answer = await bot.DoAsync($"bob> /contribution log 2h notes mission:{label}");

        Assert.Equal(
            $"""
            L1 is in the ledger: 2 h by bob for Coworking, “notes”, for the mission Vineyard ({label}).
              This mission is private: in the open, the line only says “for a mission that is not public”.
              A mistake is corrected by a new line, in the open.
              [1] Correct  [2] Undo
            → #registre: L1 is in the ledger: 2 h by bob for Coworking, “notes”, for a mission that is not public.
              [3] Confirm as witness

            """,
            answer);
    }

    [Fact]
    public async Task A_channel_never_learns_who_gave_money()
    {
        await using var bot = await WithCommonAsync();
        await AddLedgerChannelAsync(bot);

        var money = await bot.DoAsync("bob> /contribution log coworking 120 € Heating");
        var rent = await bot.DoAsync("bob> /contribution log coworking 80 € Room kind:place");
        var time = await bot.DoAsync("bob> /contribution log coworking 2h Heating");

        Assert.Contains("→ #registre: L1 is in the ledger: €120 for Coworking, “Heating”.\n", money, StringComparison.Ordinal);
        Assert.Contains("→ #registre: L2 is in the ledger: €80 for Coworking, “Room” (place).\n", rent, StringComparison.Ordinal);
        Assert.Contains("→ #registre: L3 is in the ledger: 2 h by bob for Coworking, “Heating”.\n", time, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_others_may_read_the_answer_money_has_no_name()
    {
        await using var bot = await WithCommonAsync();

        var answer = await bot.Host.Dispatcher.HandleAsync(
            new Incoming(Conversation.Door, "k", "bob", "bob", "#missions") { Text = "/contribution log coworking 120€ Heating" }, Conversation.Local, TestContext.Current.CancellationToken);

        Assert.Equal("L1 is in the ledger: €120 for Coworking, “Heating”.", answer.Reply.First);
    }

    [Theory]
    [InlineData("**bold** <b>x</b> `code` [a](http://b)")]
    [InlineData("@everyone @room <@123> https://matrix.to/#/@a:b")]
    [InlineData("{0} {1:#a|b} %s $1")]
    [InlineData("=cmd|' /C calc'!A0; DROP TABLE Ledger;--")]
    public async Task What_people_typed_comes_back_as_text(string what)
    {
        await using var bot = await WithCommonAsync();

        var answer = await bot.DoAsync($"bob> /contribution log coworking 1h \"{what}\"");
        var list = await bot.DoAsync("bob> /contribution list");

        Assert.Contains($"“{what}”", answer, StringComparison.Ordinal);
        Assert.Contains($"“{what}”", list, StringComparison.Ordinal);
        Assert.Equal(what, await bot.SeeAsync(db => db.LedgerTexts.Select(t => t.What).SingleAsync()));
    }

    [Fact]
    public async Task A_text_of_several_lines_becomes_one()
    {
        await using var bot = await WithCommonAsync();

        var answer = await bot.DoAsync("bob> /contribution log coworking 1h \"one\n\n  two\t\tthree\"");

        Assert.Contains("“one two three”", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_delivery_again_writes_nothing_and_answers_the_same()
    {
        await using var bot = await WithCommonAsync();

        var first = await bot.SayAsync("bob> /contribution log coworking 1h work", key: "d1");
        var again = await bot.SayAsync("bob> /contribution log coworking 1h work", key: "d1");

        Assert.Equal(first, again);
        Assert.Equal(1, await bot.SeeAsync(db => db.Ledger.CountAsync()));
    }

    internal static async Task<TestBot> WithCommonAsync()
    {
        var bot = await TestBot.StartAsync();
        await bot.DoAsync("ana> /common add coworking name:Coworking");
        return bot;
    }

    internal static Task AddLedgerChannelAsync(TestBot bot) => bot.Host.Store.Writer.WriteAsync(async scope =>
    {
        scope.Db.Channels.Add(new Channel { CommunityId = Conversation.Local, Use = ChannelUse.Ledger, Door = Conversation.Door, ExternalId = "#registre" });
        await scope.Db.SaveChangesAsync(TestContext.Current.CancellationToken);
    });
}
