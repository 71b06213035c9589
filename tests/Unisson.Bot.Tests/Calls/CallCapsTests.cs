using System.Globalization;
using CsCheck;
using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Calls;
using Unisson.Bot.Commoners;
using Xunit;

namespace Unisson.Bot.Tests.Calls;

/// <summary>
/// Calls, answers, reports, pauses, hours, limits of the common and time interleave in the real bot, and every ask that left is recounted from the
/// rows: nobody is asked beyond their hours, their asks of the month, their pause or their rest, nor the people of a common beyond its month. Zero,
/// ever (rules 1 and 5).
/// </summary>
public sealed class CallCapsTests
{
    private static readonly string[] Names = ["ana", "bob", "cy", "dan"];
    private static readonly string[] Answers = ["yes", "no", "later", "reserve", "not-this-subject", "pause", "yes", "no", "report"];

    private static readonly Gen<(int Deed, int A, int B)[]> Lives = Gen.Select(Gen.Int[0, 11], Gen.Int[0, 1000], Gen.Int[0, 1000]).Array[8, 26];

    [Fact]
    public async Task Nobody_is_asked_beyond_what_they_give_however_calls_interleave()
        => await Lives.SampleAsync(
            async life => Assert.Empty(await new Life().LiveAsync(life)), iter: 50, threads: 1, print: life => string.Join(' ', life.Select(s => $"({s.Deed},{s.A},{s.B})")));

    /// <summary>One village and its years of calls in a few steps.</summary>
    private sealed class Life
    {
        private readonly List<string> _wrong = [];
        private readonly Dictionary<long, List<DateTimeOffset>> _left = [];
        private readonly HashSet<(long Ask, DateTimeOffset At)> _known = [];
        private Village _village = null!;
        private int _budget = int.MaxValue;

        public async Task<List<string>> LiveAsync((int Deed, int A, int B)[] steps)
        {
            await using var village = _village = await Village.StartAsync();
            var (hours, asks) = ((int[])[3, 6, 10, 40], (int[])[1, 2, 4, 8]);
            for (var i = 0; i < Names.Length; i++)
            {
                await village.GivesAsync(Names[i], asks[i], hours[i]);
            }

            await village.Bot.DoAsync("claire> /mission open Dole commons:coworking", "claire> /common steward coworking claire");
            foreach (var (deed, a, b) in steps)
            {
                await DoAsync(deed, a, b);
                await RecountAsync();
            }

            return _wrong;
        }

        private async Task DoAsync(int deed, int a, int b)
        {
            var (bot, name) = (_village.Bot, Names[a % Names.Length]);
            switch (deed)
            {
                case 0 or 1:
                    var by = (bot.Now + (b % 3 == 0 ? TimeSpan.FromHours(5) : TimeSpan.FromDays(2 + b % 20))).ToOffset(TimeSpan.FromHours(1));
                    await bot.SayAsync(string.Create(CultureInfo.InvariantCulture, $"claire> /commoners call coworking mission:M{1 + a % 2} places:{1 + a % 3} hours:{1 + b % 4}h by:\"{by:yyyy-MM-dd HH:mm}\" terms:paid"));
                    break;
                case 2 or 3 or 4:
                    var calls = await bot.SeeAsync(db => db.Calls.CountAsync());
                    await bot.SayAsync(string.Create(CultureInfo.InvariantCulture, $"{name}> /call answer C{Math.Max(1, calls - b % 3)} {Answers[b % Answers.Length]}"));
                    break;
                case 5:
                    await _village.ChangeAsync(name, (_, p) => Then(() => p.PausedAt = p.PausedAt is null ? bot.Now : null));
                    break;
                case 6:
                    await _village.ChangeAsync(name, (_, p) => Then(() => p.Capacity = 60 * (b % 12)));
                    break;
                case 7:
                    await _village.ChangeAsync(name, async (db, p) => (await db.Memberships.SingleAsync(m => m.PersonId == p.Id)).Asks = b % 5);
                    break;
                case 8:
                    _budget = b % 9;
                    await bot.DoAsync(string.Create(CultureInfo.InvariantCulture, $"claire> /common terms coworking asks:{_budget}"));
                    break;
                case 9:
                    await bot.SayAsync(string.Create(CultureInfo.InvariantCulture, $"claire> /call widen C{1 + b % 4} places:{2 + a % 3}"));
                    break;
                default:
                    await bot.WaitAsync(TimeSpan.FromMinutes(30 + a * b % 6000));
                    break;
            }
        }

        /// <summary>Looks at the asks that left in this step.</summary>
        private async Task RecountAsync()
        {
            var asks = await _village.Bot.SeeAsync(db => db.Asks.AsNoTracking().ToListAsync());
            var people = await _village.Bot.SeeAsync(db => db.People.AsNoTracking().ToDictionaryAsync(p => p.Id));
            var allowed = await _village.Bot.SeeAsync(db => db.Memberships.ToDictionaryAsync(m => m.PersonId, m => m.Asks));
            var sent = asks.Where(a => a.SentAt is not null && _known.Add((a.Id, a.SentAt.Value))).OrderBy(a => a.SentAt).ToList();
            var ofCommon = await OfCommonAsync(asks);
            foreach (var ask in sent)
            {
                Check(ofCommon <= _budget, $"the common's people were asked {ofCommon} times of {_budget}");
                var (person, at) = (people[ask.PersonId], ask.SentAt!.Value);
                var before = _left.TryGetValue(person.Id, out var list) ? list : _left[person.Id] = [];
                var held = asks.Where(a => a.PersonId == person.Id && a.Month == ask.Month && (a.IsOpen || a.State == AskState.Accepted)).Sum(a => a.Minutes);
                var month = before.Count(t => t.ToOffset(TimeSpan.FromHours(1)) is var then && at.ToOffset(TimeSpan.FromHours(1)) is var now && (then.Year, then.Month) == (now.Year, now.Month));
                var clock = WakingTime.In("Europe/Paris");
                var tired = before.Sum(t => Math.Exp(-(clock.MinutesAt(at) - clock.MinutesAt(t)) / (14.0 * WakingTime.Day)));
                Check(held <= person.Capacity, $"{person.Name} holds {held} of {person.Capacity} minutes");
                Check(month < allowed[person.Id], $"{person.Name} was asked {month} times before and agreed to {allowed[person.Id]}");
                Check(person.PausedAt is null || person.PausedAt >= at, $"{person.Name} pauses");
                Check(tired <= 3, $"{person.Name} is tired: {tired}");
                before.Add(at);
            }
        }

        /// <summary>How often the people of the common were asked this month, as it was seen, but for calls that were put on hold. An ask that came last month too counts once.</summary>
        private async Task<int> OfCommonAsync(List<Ask> asks)
        {
            var now = _village.Bot.Now.ToOffset(TimeSpan.FromHours(1));
            var begins = new DateTimeOffset(now.Year, now.Month, 1, 0, 0, 0, TimeSpan.FromHours(1)).ToUniversalTime();
            var held = await _village.Bot.SeeAsync(db => db.Calls.Where(c => c.FrozenAt != null).Select(c => c.Id).ToListAsync());
            var counted = asks.Where(a => !held.Contains(a.CallId)).Select(a => a.Id).ToHashSet();
            return _known.Count(k => k.At >= begins && counted.Contains(k.Ask));
        }

        private void Check(bool holds, string wrong)
        {
            if (!holds)
            {
                _wrong.Add(wrong);
            }
        }

        private static Task Then(Action change)
        {
            change();
            return Task.CompletedTask;
        }
    }
}
