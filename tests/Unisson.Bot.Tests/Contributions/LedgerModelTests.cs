using System.Globalization;
using CsCheck;
using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Contributions;
using Unisson.Bot.Deliveries;
using Unisson.Bot.Terminal;
using Unisson.Bot.Tests.Harness;
using Xunit;

namespace Unisson.Bot.Tests.Contributions;

/// <summary>Whatever many people do, the ledger is what a list would be, and its chain holds.</summary>
public sealed class LedgerModelTests
{
    private static readonly string[] People = ["ana", "bob", "cléo", "dov"];

    private static readonly Gen<Step> Steps = Gen.Select(
        Gen.Int[0, People.Length - 1], Gen.Int[0, People.Length - 1], Gen.Int[0, 9], Gen.Int[1, 1200],
        (by, about, what, size) => new Step(People[by], People[about], what, size));

    private sealed record Step(string By, string About, int What, int Size);

    private sealed record Waiting(string By, string About, int Minutes);

    [Fact]
    public async Task Numbers_totals_and_chain_agree_with_a_list()
        => await Steps.Array[1, 40].SampleAsync(async steps =>
        {
            await using var bot = await ContributionLogTests.WithCommonAsync();
            foreach (var person in People)
            {
                await bot.DoAsync($"{person}> /contribution verify");
            }

            var (lines, waiting) = (new List<(string Person, int Minutes, int Cents)>(), new Dictionary<string, Waiting>(StringComparer.Ordinal));
            foreach (var step in steps)
            {
                await StepAsync(bot, step, lines, waiting);
            }

            await AgreesAsync(bot, lines, waiting.Count);
        }, iter: 12, threads: 1);

    [Fact]
    public async Task Many_at_once_leave_no_gap_and_no_number_twice()
    {
        await using var bot = await ContributionLogTests.WithCommonAsync();
        var ct = TestContext.Current.CancellationToken;
        var dispatcher = bot.Host.Dispatcher;

        var answers = await Task.WhenAll(Enumerable.Range(0, 300).Select(i => Task.Run(
            () => dispatcher.HandleAsync(
                new Incoming(Conversation.Door, $"k{i}", People[i % People.Length], People[i % People.Length], null)
                {
                    Text = i % 7 == 0 ? "/contribution log coworking 90h too-much" : $"/contribution log coworking {i + 1} min work",
                },
                Conversation.Local,
                ct),
            ct)));

        var written = answers.Where(a => a.Reply.Refused is null).Select(a => int.Parse(a.Reply.First[1..a.Reply.First.IndexOf(' ', StringComparison.Ordinal)], CultureInfo.InvariantCulture)).Order().ToList();
        Assert.Equal(Enumerable.Range(1, 300 - 43), written);
        var found = await bot.SeeAsync(db => LedgerCheck.RunAsync(db, Conversation.Local, ct));
        Assert.Equal((null, written.Count), (found.Fault, found.Count));
    }

    private static async Task StepAsync(TestBot bot, Step step, List<(string Person, int Minutes, int Cents)> lines, Dictionary<string, Waiting> waiting)
    {
        var about = step.By == step.About ? "" : $" person:{step.About}";
        switch (step.What)
        {
            case < 3:
                var refused = step.Size > Given.LargestMinutes;
                Assert.Equal(refused, (await bot.SayAsync($"{step.By}> /contribution log coworking \"{step.Size} min\" work")).Contains("[contribution.too-large]", StringComparison.Ordinal));
                lines.AddRange(refused ? [] : [(step.By, step.Size, 0)]);
                break;
            case 3:
                await bot.DoAsync($"{step.By}> /contribution noter coworking {step.Size} € dalles");
                lines.Add((step.By, 0, step.Size * 100));
                break;
            case < 7 when about.Length > 0:
                var answer = await bot.DoAsync($"{step.By}> /contribution log coworking 30 min work{about}");
                waiting.Add(answer[..6], new Waiting(step.By, step.About, 30));
                break;
            default:
                await YesAsync(bot, step, lines, waiting);
                break;
        }
    }

    private static async Task YesAsync(TestBot bot, Step step, List<(string Person, int Minutes, int Cents)> lines, Dictionary<string, Waiting> waiting)
    {
        if (waiting.Count == 0)
        {
            return;
        }

        var (label, proposal) = waiting.ElementAt(step.Size % waiting.Count);
        var block = await bot.SayAsync($"{step.By}> /contribution confirm {label}");
        var mine = proposal.About == step.By;
        Assert.Equal(mine, !block.Contains("[contribution.", StringComparison.Ordinal));
        if (mine)
        {
            waiting.Remove(label);
            lines.Add((step.By, proposal.Minutes, 0));
        }
    }

    private static async Task AgreesAsync(TestBot bot, List<(string Person, int Minutes, int Cents)> lines, int waiting)
    {
        var rows = await bot.SeeAsync(db => (
            from l in db.Ledger
            join p in db.People on l.PersonId equals p.Id
            orderby l.Number
            select new { l.Number, p.Name, Minutes = l.Minutes ?? 0, Cents = l.Cents ?? 0 }).ToListAsync());
        Assert.Equal(Enumerable.Range(1, lines.Count), rows.Select(r => r.Number));
        Assert.Equal(lines, rows.Select(r => (r.Name, (int)r.Minutes, (int)r.Cents)));
        Assert.Equal(waiting, await bot.SeeAsync(db => db.Proposals.CountAsync()));
        var found = await bot.SeeAsync(db => LedgerCheck.RunAsync(db, Conversation.Local, TestContext.Current.CancellationToken));
        Assert.Equal((null, lines.Count), (found.Fault, found.Count));
    }
}
