using System.Globalization;
using System.Text.RegularExpressions;
using CsCheck;
using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Contributions;
using Unisson.Bot.Deliveries;
using Unisson.Bot.Terminal;
using Unisson.Bot.Tests.Harness;
using Xunit;

namespace Unisson.Bot.Tests.Contributions;

/// <summary>Whatever many people do, the ledger is what a list would be, its chain holds, and what waits is seen by whom it concerns.</summary>
public sealed class LedgerModelTests
{
    private static readonly string[] People = ["ana", "bob", "cléo", "dov"];

    private static readonly Gen<Step> Steps = Gen.Select(
        Gen.Int[0, People.Length - 1], Gen.Int[0, People.Length - 1], Gen.Int[0, 11], Gen.Int[1, 1200],
        (by, about, what, size) => new Step(People[by], People[about], what, size));

    private sealed record Step(string By, string About, int What, int Size);

    [Fact]
    public async Task Answers_numbers_totals_and_chain_agree_with_a_list()
        => await Steps.Array[1, 60].SampleAsync(async steps =>
        {
            await using var bot = await ContributionLogTests.WithCommonAsync();
            foreach (var person in People)
            {
                await bot.DoAsync($"{person}> /contribution verify");
            }

            var model = new LedgerModel();
            foreach (var step in steps)
            {
                await StepAsync(bot, step, model);
            }

            await AgreesAsync(bot, model);
        }, iter: 16, threads: 1);

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
                    Text = i % 7 == 0 ? "/contribution log coworking much work" : $"/contribution log coworking {i + 1} min work",
                },
                Conversation.Local,
                ct),
            ct)));

        var written = answers.Where(a => a.Reply.Refused is null).Select(a => int.Parse(a.Reply.First[1..a.Reply.First.IndexOf(' ', StringComparison.Ordinal)], CultureInfo.InvariantCulture)).Order().ToList();
        Assert.Equal(Enumerable.Range(1, 300 - 43), written);
        await WitnessTests.HoldsAsync(bot, written.Count);
    }

    private static async Task StepAsync(TestBot bot, Step step, LedgerModel model)
    {
        var (by, size) = (step.By, step.Size);
        var number = (size % 12) + 1;
        switch (step.What)
        {
            case < 3:
                await LogAsync(bot, by, by, size, model);
                break;
            case < 5:
                await LogAsync(bot, by, step.About, size, model);
                break;
            case < 7:
                var label = model.Waiting.Count == 0 ? "LP0000" : model.Waiting.Keys.ElementAt(size % model.Waiting.Count);
                await AnswersAsync(bot, $"{by}> /contribution confirm {label}", model.Confirm(by, label));
                break;
            case < 9:
                await AnswersAsync(bot, $"{by}> /contribution confirm L{number}", model.Witness(by, number));
                break;
            case < 10:
                await AnswersAsync(bot, $"{by}> /contribution correct L{number} \"{size} min\"", model.Correct(by, number, size));
                break;
            default:
                await AnswersAsync(bot, $"{by}> /contribution withdraw L{number}", model.Withdraw(by, number));
                break;
        }
    }

    private static async Task LogAsync(TestBot bot, string by, string about, int minutes, LedgerModel model)
    {
        var answer = await bot.DoAsync($"{by}> /contribution log coworking \"{minutes} min\" work person:{about}");
        if (model.Log(by, about, minutes))
        {
            model.Waiting.Add(answer[..6], new LedgerModel.Waits(by, about, minutes, by == about));
        }
    }

    private static async Task AnswersAsync(TestBot bot, string line, string? refused)
    {
        var block = await bot.SayAsync(line);
        Assert.Equal((line, refused), (line, Regex.Match(block, @"\[(?<code>contribution\.[a-z-]+)\]", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)) is { Success: true } match ? match.Groups["code"].Value : null));
    }

    private static async Task AgreesAsync(TestBot bot, LedgerModel model)
    {
        var rows = await bot.SeeAsync(db => (
            from l in db.Ledger
            join p in db.People on l.PersonId equals p.Id
            join a in db.People on l.AuthorId equals a.Id
            orderby l.Number
            select new { l.Number, l.Kind, l.About, Author = a.Name, Person = p.Name, Minutes = l.Minutes ?? 0 }).ToListAsync());
        Assert.Equal(Enumerable.Range(1, model.Rows.Count), rows.Select(r => r.Number));
        Assert.Equal(model.Rows, rows.Select(r => new LedgerModel.Row(r.Kind, r.About, r.Author, r.Person, r.Minutes)));
        Assert.Equal(model.Waiting.Count, await bot.SeeAsync(db => db.Proposals.CountAsync()));
        await WitnessTests.HoldsAsync(bot, model.Rows.Count);
        foreach (var person in People)
        {
            var list = await bot.DoAsync($"{person}> /contribution list");
            Assert.All(model.Waiting, w => Assert.Equal(w.Value.Author == person || w.Value.Person == person, list.Contains(w.Key, StringComparison.Ordinal)));
        }
    }
}
