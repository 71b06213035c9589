using CsCheck;
using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Contributions;
using Unisson.Bot.Missions;
using Unisson.Bot.Pledges;
using Unisson.Bot.Terminal;
using Unisson.Bot.Tests.Harness;
using Xunit;

namespace Unisson.Bot.Tests.Method;

/// <summary>Whatever four people type about a mission: its answers, states, holders and gauge are what the method says (rules 8, 11 and 12).</summary>
public sealed class MethodModelTests
{
    [Fact]
    public async Task Answers_states_roles_and_gauge_are_those_of_the_method()
        => await MethodDeed.Sequence.SampleAsync(
            async deeds =>
            {
                await using var bot = await TestBot.StartAsync();
                await bot.DoAsync("me> /common add coworking licence:CC-BY-SA", "me> /common add garden licence:CC-BY-SA", "bob> /help", "ana> /help", "claire> /mission open Study commons:coworking");
                var people = await bot.SeeAsync(db => db.People.ToDictionaryAsync(p => p.Id, p => Array.IndexOf(MethodDeed.People, p.Name)));
                var (model, typed) = (new MethodModel(), new List<string>());
                foreach (var deed in deeds)
                {
                    await StepAsync(bot, deed, model, typed);
                    await AgreesAsync(bot, model, people, typed);
                }

                await AddsUpAsync(bot, model, typed);
            },
            iter: 30,
            threads: 1,
            print: static deeds => string.Join('\n', deeds.Select(d => d.ToString())));

    private static async Task StepAsync(TestBot bot, MethodDeed deed, MethodModel model, List<string> typed)
    {
        if (deed.Verb == "wait")
        {
            typed.Add("wait");
            await bot.WaitAsync(TimeSpan.FromDays(95));
            model.Do(deed);
            return;
        }

        var unit = deed.Verb == "mark" ? model.Promises.ElementAtOrDefault(deed.Number - 1)?.IsMoney ?? false : model.Ledger.IsMoney(deed.Number);
        var line = deed.Line(unit, model.Ledger.Proposal(deed));
        var (before, answer) = (model.State, await bot.SayAsync(line));
        typed.Add($"{line} {TestBot.Refusal(answer)}");
        Holds(model.Do(deed), TestBot.Refusal(answer), typed);
        if (deed.Verb == "log" && deed.By != deed.About)
        {
            model.Ledger.Proposed(answer[..6], deed);
        }

        if (before != model.State && model.State == MissionState.Closed)
        {
            // Each pledge spoken of, each common told about (rule 12).
            Holds((true, 0, 0), (model.IsComplete, await UnspokenAsync(bot), await UntoldAsync(bot)), typed);
        }
    }

    private static Task<int> UnspokenAsync(TestBot bot) => bot.SeeAsync(db => db.Pledges.CountAsync(p => p.State == PledgeState.Promised));

    private static Task<int> UntoldAsync(TestBot bot) => bot.SeeAsync(db => db.MissionCommons.CountAsync(c => !db.Lessons.Any(l => l.CommonId == c.CommonId)));

    private static async Task AgreesAsync(TestBot bot, MethodModel model, Dictionary<long, int> people, List<string> typed)
    {
        var mission = await bot.SeeAsync(db => db.Missions.Include(m => m.Holders).SingleAsync());
        var passed = await bot.SeeAsync(db => db.Journal.CountAsync(j => j.What == "passed" && j.Note == "because"));
        var roles = mission.Holders.Select(h => (Person: people[h.PersonId], h.Role, h.Holding)).Order().Select(h => $"{h.Person} {h.Role} {h.Holding}");
        Holds((model.State, model.Roles, model.Passed), (mission.State, string.Join(", ", roles), passed), typed);
    }

    /// <summary>The chain of the ledger holds, and the gauge shows the sums of the lines that were seen to stand.</summary>
    private static async Task AddsUpAsync(TestBot bot, MethodModel model, List<string> typed)
    {
        var found = await bot.SeeAsync(db => LedgerCheck.RunAsync(db, Conversation.Local, TestContext.Current.CancellationToken));
        Holds((null, model.Ledger.Count), (found.Fault, await bot.SeeAsync(db => db.Ledger.CountAsync())), typed);
        var shown = (await bot.DoAsync("ana> /mission show M1")).Split('\n').Where(l => l.EndsWith(" in the ledger.", StringComparison.Ordinal) || l.EndsWith(" in the ledger yet.", StringComparison.Ordinal));
        Holds(string.Join('\n', model.Gauges().Select(Gauge).Order(StringComparer.Ordinal)), string.Join('\n', shown.Select(l => l.Trim()).Order(StringComparer.Ordinal)), typed);
    }

    private static string Gauge((string Common, int Hours, int Euros, long GaveHours, long GaveEuros) sums)
    {
        var gave = Amount(sums.GaveHours, sums.GaveEuros);
        return $"{sums.Common}: {Amount(sums.Hours, sums.Euros)} promised, {(gave.Length == 0 ? "nothing in the ledger yet" : $"{gave} in the ledger")}.";
    }

    private static string Amount(long hours, long euros) => string.Join(" and ", ((string[])[$"{hours} h", $"€{euros}"]).Where(a => a is not ("0 h" or "€0")));

    private static void Holds<T>(T expected, T found, List<string> typed) => Assert.True(Equals(expected, found), $"{expected} expected, {found} found after\n{string.Join('\n', typed)}");
}
