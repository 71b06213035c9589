using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Calls;
using Unisson.Bot.Commoners;
using Unisson.Bot.Communities;
using Unisson.Bot.Storage;
using Xunit;

namespace Unisson.Bot.Tests.Calls;

/// <summary>Between the plan in the evening and the morning in which it leaves, much can happen (rule 1).</summary>
public sealed class DepartureTests
{
    private static readonly DateTimeOffset Evening = new(2026, 11, 24, 20, 30, 0, TimeSpan.Zero);
    private const string Open = "claire> /commoners call coworking mission:M1 hours:2h by:\"15 December\" terms:paid";

    public static TheoryData<string, Func<BotDb, Person, Task>> Changes { get; } = new()
    {
        { "paused", (_, p) => Then(() => p.PausedAt = Evening) },
        { "took consent back", async (db, p) => (await db.Memberships.SingleAsync(m => m.PersonId == p.Id)).Asks = 0 },
        { "left", async (db, p) => (await db.Memberships.SingleAsync(m => m.PersonId == p.Id)).LeftAt = Evening },
        { "has no hours left", (_, p) => Then(() => p.Capacity = 60) },
        { "named other terms", (_, p) => Then(() => p.Terms = Terms.Voluntary) },
        { "muted the common", async (db, p) => db.Mutes.Add(new Mute { CommunityId = 1, PersonId = p.Id, CommonId = (await db.Commons.SingleAsync()).Id }) },
        { "said not now", (db, p) => Then(() => db.Offers.Add(new Offer { CommunityId = 1, PersonId = p.Id, Until = Evening.AddDays(7) })) },
        { "took the experience back", async (db, p) => db.Experiences.Remove(await db.Experiences.SingleAsync(x => x.PersonId == p.Id)) },
        { "closed their messages", async (db, p) => (await db.Accounts.SingleAsync(a => a.PersonId == p.Id)).IsReachable = false },
    };

    [Theory]
    [MemberData(nameof(Changes), DisableDiscoveryEnumeration = true)]
    public async Task What_was_planned_does_not_leave_once_the_person_changed(string what, Func<BotDb, Person, Task> change)
    {
        await using var v = await Village.StartAsync(Evening);
        await v.GivesAsync("ana");
        await v.Bot.DoAsync(Open);
        Assert.Equal(AskState.Planned, await v.Bot.SeeAsync(db => db.Asks.Select(a => a.State).SingleAsync()));

        await v.ChangeAsync("ana", change);
        var morning = await v.Bot.WaitAsync(TimeSpan.FromDays(2));

        Assert.False(morning.Contains("→ ana", StringComparison.Ordinal), what);
        var ask = await v.Bot.SeeAsync(db => db.Asks.SingleAsync());
        Assert.Equal((AskState.Released, null), (ask.State, ask.SentAt));
        Assert.Null(await v.Bot.SeeAsync(db => db.People.Where(p => p.Name == "ana").Select(p => p.LastAskedAt).SingleAsync()));
        Assert.Equal(0, await v.Bot.SeeAsync(db => db.Outbox.CountAsync(o => o.AskId != null)));
    }

    [Fact]
    public async Task Somebody_else_is_asked_in_the_place_of_who_paused_overnight()
    {
        await using var v = await Village.StartAsync(Evening);
        await v.GivesAsync("ana");
        await v.GivesAsync("bob");
        await v.Bot.DoAsync(Open);
        await v.ChangeAsync("ana", (_, p) => Then(() => p.PausedAt = Evening));

        var morning = await v.Bot.WaitAsync(TimeSpan.FromHours(13));

        Assert.DoesNotContain("→ ana", morning, StringComparison.Ordinal);
        Assert.Contains("→ bob (private): Coworking in Lons", morning, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_ask_that_was_planned_for_a_call_filled_meanwhile_was_never_there()
    {
        await using var v = await Village.StartAsync(Evening);
        await v.GivesAsync("ana");
        await v.Bot.DoAsync(Open, "dan> /call answer C1 yes");
        await v.ChangeAsync("dan", async (db, dan) => (await db.RoleHolders.SingleAsync(h => h.PersonId == dan.Id)).Holding = Missions.Holding.Selected);

        var morning = await v.Bot.WaitAsync(TimeSpan.FromHours(13));

        Assert.DoesNotContain("→ ana", morning, StringComparison.Ordinal);
        Assert.StartsWith("No call to show here.", await v.Bot.DoAsync("ana> /call list"), StringComparison.Ordinal);
        Assert.DoesNotContain("Your own ask", await v.Bot.DoAsync("ana> /call show C1"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_ask_in_quiet_hours_holds_its_hours_and_its_age_starts_when_it_leaves()
    {
        await using var v = await Village.StartAsync(Evening);
        await v.GivesAsync("ana", hours: 3);
        await v.Bot.DoAsync(Open, "claire> /mission open Dole commons:coworking");

        // Three hours a month do not hold two hours twice.
        Assert.DoesNotContain("→ ana", await v.Bot.DoAsync("claire> /commoners call coworking mission:M2 hours:2h by:\"15 December\" terms:paid"), StringComparison.Ordinal);
        Assert.Equal(1, await v.Bot.SeeAsync(db => db.Asks.CountAsync()));

        Assert.Contains("→ ana (private): Coworking in Lons", await v.Bot.WaitAsync(TimeSpan.FromHours(12)), StringComparison.Ordinal);
        Assert.Equal(new DateTimeOffset(2026, 11, 25, 7, 0, 0, TimeSpan.Zero), await v.Bot.SeeAsync(db => db.Asks.Select(a => a.SentAt).SingleAsync()));
    }

    [Fact]
    public async Task Who_names_later_mornings_meanwhile_is_reached_then()
    {
        await using var v = await Village.StartAsync(Evening);
        await v.GivesAsync("ana");
        await v.Bot.DoAsync(Open);
        await v.ChangeAsync("ana", (_, p) => Then(() => p.QuietTo = 10 * 60));

        Assert.DoesNotContain("→ ana", await v.Bot.WaitAsync(TimeSpan.FromHours(11)), StringComparison.Ordinal);
        Assert.Contains("→ ana", await v.Bot.WaitAsync(TimeSpan.FromHours(2)), StringComparison.Ordinal);
        Assert.Equal(new DateTimeOffset(2026, 11, 25, 9, 0, 0, TimeSpan.Zero), await v.Bot.SeeAsync(db => db.Asks.Select(a => a.SentAt).SingleAsync()));
    }

    /// <summary>Calls opened at every third hour of a week, people of two zones: no message reaches anybody in their quiet hours, weekend or holiday.</summary>
    [Fact]
    public async Task Nobody_is_reached_in_quiet_hours_whenever_a_call_opens()
    {
        await using var v = await Village.StartAsync(new DateTimeOffset(2026, 12, 19, 6, 0, 0, TimeSpan.Zero));
        await v.GivesAsync("ana", asks: 30, hours: 500);
        await v.GivesAsync("bob", asks: 30, hours: 500);
        await v.ChangeAsync("bob", (_, p) => Then(() => p.Zone = "Indian/Reunion"));
        var reached = new Dictionary<string, List<DateTimeOffset>>(StringComparer.Ordinal) { ["ana"] = [], ["bob"] = [] };
        for (var hour = 0; hour < 8 * 24; hour += 3)
        {
            if (hour % 12 == 0)
            {
                await v.Bot.DoAsync($"claire> /mission open Day{hour} commons:coworking");
            }

            await v.Bot.SayAsync($"claire> /commoners call coworking mission:M{2 + hour / 12} hours:1h by:\"15 January\" terms:paid");
            foreach (var name in reached.Keys)
            {
                await v.Bot.SayAsync($"{name}> /call answer C{1 + hour / 6} {(hour % 2 == 0 ? "no" : "later")}");
            }

            for (var quarter = 0; quarter < 12; quarter++)
            {
                var heard = await v.Bot.WaitAsync(TimeSpan.FromMinutes(15));
                foreach (var (name, at) in reached)
                {
                    if (heard.Contains($"→ {name} (private)", StringComparison.Ordinal))
                    {
                        at.Add(v.Bot.Now);
                    }
                }
            }
        }

        Assert.All(reached, r => Assert.NotEmpty(r.Value));
        Assert.All(reached["ana"], at => Assert.True(IsDay(at, TimeSpan.FromHours(1)), $"{at}"));
        Assert.All(reached["bob"], at => Assert.True(IsDay(at, TimeSpan.FromHours(4)), $"{at}"));
    }

    // 08:00 to 21:00 there; the message was heard within the quarter of an hour before.
    private static bool IsDay(DateTimeOffset heard, TimeSpan offset)
    {
        var from = heard.ToOffset(offset).AddMinutes(-15);
        return heard.ToOffset(offset).TimeOfDay >= TimeSpan.FromHours(8) && from.TimeOfDay < TimeSpan.FromHours(21)
            && from.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && (from.Month, from.Day) is not ((12, 25) or (1, 1));
    }

    private static Task Then(Action change)
    {
        change();
        return Task.CompletedTask;
    }
}
