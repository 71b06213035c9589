using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Contributions;
using Unisson.Bot.Tests.Harness;
using Xunit;

namespace Unisson.Bot.Tests.Contributions;

public sealed class ContributionConfirmTests
{
    [Fact]
    public async Task A_line_about_another_member_waits_for_their_yes_and_takes_its_number_then()
    {
        await using var bot = await ContributionLogTests.WithCommonAsync();
        await bot.DoAsync("bob> /my-first-word-is-no-command".Replace("/my-first-word-is-no-command", "/contribution verify", StringComparison.Ordinal));

        var proposed = await bot.DoAsync("ana> /contribution noter coworking 2h \"Relecture\" personne:bob");
        var label = await LabelAsync(bot);
        Assert.Equal(
            $"""
            {label} est une proposition : 2 h de bob pour Coworking, « Relecture ».
              Je demande à bob en privé. Avec son oui, elle prend son numéro au registre ; sinon elle s’efface le jeudi 24 décembre.
            → bob (private): ana suggests for the ledger: 2 h by you for Coworking. Is it right?
              “Relecture”, Tuesday 24 November
              Nothing is written without your yes. If it is not right, leave it: {label} lapses by itself on Thursday 24 December.
              [1] I confirm

            """,
            proposed);
        await bot.DoAsync("ana> /contribution log coworking 1h work");

        var confirmed = await bot.DoAsync("bob> 1");

        Assert.Equal(
            $"""
            L2 is in the ledger: 2 h by bob for Coworking, “Relecture”.
              A mistake is corrected by a new line, in the open.
            → ana (private): bob confirmed {label}: it is L2 in the ledger, “Relecture”.

            """,
            confirmed);
        var line = await bot.SeeAsync(db => db.Ledger.SingleAsync(l => l.Number == 2));
        Assert.NotEqual(line.AuthorId, line.PersonId);
        Assert.Equal(0, await bot.SeeAsync(db => db.Proposals.CountAsync()));
    }
}
