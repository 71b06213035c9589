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
        Gen.Int[0, People.Length - 1], Gen.Int[0, People.Length - 1], Gen.Int[0, 12], Gen.Int[1, 1200],
        (by, about, what, size) => new Step(People[by], People[about], what, size));

    private sealed record Step(string By, string About, int What, int Size);

    [Fact]
    public async Task Answers_numbers_totals_and_chain_agree_with_a_list()
        => await Steps.Array[1, 60].SampleAsync(async steps =>
        {
            await using var bot = await ContributionLogTests.WithCommonAsync();
            var people = new Dictionary<string, long>(StringComparer.Ordinal);
            foreach (var person in People)
            {
                await ComesAsync(bot, person, people);
            }

            var model = new LedgerModel();
            foreach (var step in steps)
            {
                if (step.What == 12)
                {
                    // Who comes back after it is a new person, of whom nothing is known.
                    await bot.DoAsync($"{step.By}> /my forget account:all");
                    model.Forget(Who(people, step.By));
                    await ComesAsync(bot, step.By, people);
                }
                else
                {
                    await StepAsync(bot, step, model, people);
                }
            }

            await AgreesAsync(bot, model, people);
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

    private static string Who(Dictionary<string, long> people, string name) => people[name].ToString(CultureInfo.InvariantCulture);

    private static async Task ComesAsync(TestBot bot, string name, Dictionary<string, long> people)
    {
        await bot.DoAsync($"{name}> /contribution verify");
        people[name] = await bot.SeeAsync(db => db.Accounts.Where(a => a.Name == name).Select(a => a.PersonId).SingleAsync());
    }

    private static async Task StepAsync(TestBot bot, Step step, LedgerModel model, Dictionary<string, long> people)
    {
        var (by, size) = (step.By, step.Size);
        var number = (size % 12) + 1;
        switch (step.What)
        {
            case < 3:
                await LogAsync(bot, by, by, size, model, people);
                break;
            case < 5:
                await LogAsync(bot, by, step.About, size, model, people);
                break;
            case < 7:
                var label = model.Waiting.Count == 0 ? "LP0000" : model.Waiting.Keys.ElementAt(size % model.Waiting.Count);
                await AnswersAsync(bot, $"{by}> /contribution confirm {label}", model.Confirm(Who(people, by), label));
                break;
            case < 9:
                await AnswersAsync(bot, $"{by}> /contribution confirm L{number}", model.Witness(Who(people, by), number));
                break;
            case < 10:
                await AnswersAsync(bot, $"{by}> /contribution correct L{number} \"{size} min\"", model.Correct(Who(people, by), number, size));
                break;
            default:
                await AnswersAsync(bot, $"{by}> /contribution withdraw L{number}", model.Withdraw(Who(people, by), number));
                break;
        }
    }

    private static async Task LogAsync(TestBot bot, string by, string about, int minutes, LedgerModel model, Dictionary<string, long> people)
    {
        var answer = await bot.DoAsync($"{by}> /contribution log coworking \"{minutes} min\" work person:{about}");
        if (model.Log(Who(people, by), Who(people, about), minutes))
        {
            model.Waiting.Add(answer[..6], new LedgerModel.Waits(Who(people, by), Who(people, about), minutes, by == about));
        }
    }

    private static async Task AnswersAsync(TestBot bot, string line, string? refused)
    {
        var block = await bot.SayAsync(line);
        Assert.Equal((line, refused), (line, Regex.Match(block, @"\[(?<code>contribution\.[a-z-]+)\]", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)) is { Success: true } match ? match.Groups["code"].Value : null));
    }

    private static async Task AgreesAsync(TestBot bot, LedgerModel model, Dictionary<string, long> people)
    {
        var rows = await bot.SeeAsync(db => (
            from l in db.Ledger
            orderby l.Number
            select new { l.Number, l.Kind, l.About, Author = $"{l.AuthorId}", Person = $"{l.PersonId}", Minutes = l.Minutes ?? 0, IsTold = l.Text != null }).ToListAsync());
        Assert.Equal(Enumerable.Range(1, model.Rows.Count), rows.Select(r => r.Number));
        Assert.Equal(model.Rows, rows.Select(r => new LedgerModel.Row(r.Kind, r.About, r.Author, r.Person, r.Minutes)));
        Assert.Equal(model.Rows.Select(model.IsTold), rows.Select(r => r.IsTold));
        Assert.Equal(model.Waiting.Count, await bot.SeeAsync(db => db.Proposals.CountAsync()));
        await WitnessTests.HoldsAsync(bot, model.Rows.Count);
        foreach (var person in People)
        {
            var list = await bot.DoAsync($"{person}> /contribution list");
            Assert.All(model.Waiting, w => Assert.Equal(w.Value.Author == Who(people, person) || w.Value.Person == Who(people, person), list.Contains(w.Key, StringComparison.Ordinal)));
        }
    }
}
