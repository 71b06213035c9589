using System.Text;
using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Commoners;
using Xunit;

namespace Unisson.Bot.Tests.Calls;

/// <summary>
/// Tries to learn from the outside whether somebody was asked or spared, and why (rule 4): a caller who looks, previews, asks, widens, and watches
/// words, counts and hours for days, sees the same whatever is true of the only person who could be asked.
/// </summary>
public sealed class SparedTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static TheoryData<string> Reasons { get; } = ["asked", "paused", "no-consent", "no-hours", "not-now", "muted", "resting", "asks-used", "other-terms", "unreachable", "declines", "defers", "reports"];

    [Theory]
    [MemberData(nameof(Reasons))]
    public async Task A_caller_who_watches_sees_the_same(string reason)
    {
        await using var v = await Village.StartAsync();
        for (var i = 0; i < 9; i++)
        {
            await v.GivesAsync($"p{i}", asks: 0, hours: 0);
        }

        await v.GivesAsync("ana");
        await SpareAsync(v, reason);

        Assert.Equal(await WatchedAsync("asked"), await WatchAsync(v, reason));
    }

    /// <summary>The same days where Ana is asked and says nothing.</summary>
    private static async Task<string> WatchedAsync(string reason)
    {
        await using var v = await Village.StartAsync();
        for (var i = 0; i < 9; i++)
        {
            await v.GivesAsync($"p{i}", asks: 0, hours: 0);
        }

        await v.GivesAsync("ana");
        return await WatchAsync(v, reason);
    }

    private static async Task<string> WatchAsync(Village v, string reason)
    {
        var seen = new StringBuilder();
        async Task SayAsync(string line) => seen.Append(line).Append('\n').Append(OfOthers(await v.Bot.DoAsync($"claire> {line}")));

        foreach (var line in (string[])["/commoners find coworking", "/commoners call coworking", "/commoners call coworking mission:M1 hours:2h by:\"in 6 days\" terms:paid", "/call show C1", "/call widen C1 places:2 level:used", "/call list"])
        {
            await SayAsync(line);
        }

        foreach (var answer in reason switch { "declines" => ["no"], "defers" => ["later"], "reports" => ["report"], _ => Array.Empty<string>() })
        {
            seen.Append(OfOthers(After(await v.Bot.DoAsync($"ana> /call answer C1 {answer}"))));
        }

        for (var hour = 1; hour <= 60; hour++)
        {
            if (OfOthers(await v.Bot.WaitAsync(TimeSpan.FromHours(1))) is { Length: > 0 } came)
            {
                seen.Append(System.Globalization.CultureInfo.InvariantCulture, $"after {hour} h: {came}");
            }
        }

        foreach (var line in (string[])["/commoners find coworking", "/call show C1", "/call widen C1 places:3", "/commoners call coworking mission:M1 hours:1h by:\"in 2 days\" terms:paid", "/call show C2", "/mission show M1", "/call close C1"])
        {
            await SayAsync(line);
        }

        return seen.ToString();
    }

    private static Task SpareAsync(Village v, string reason) => v.ChangeAsync("ana", async (db, person) =>
    {
        var membership = await db.Memberships.SingleAsync(m => m.PersonId == person.Id, Ct);
        var common = await db.Commons.SingleAsync(Ct);
        switch (reason)
        {
            case "paused":
                person.PausedAt = v.Bot.Now;
                break;
            case "no-consent":
                (membership.Asks, membership.ConsentAt) = (0, null);
                break;
            case "no-hours":
                person.Capacity = 60;
                break;
            case "not-now":
                db.Offers.Add(new Offer { CommunityId = 1, PersonId = person.Id, Could = false, Until = v.Bot.Now.AddDays(7) });
                break;
            case "muted":
                db.Mutes.Add(new Mute { CommunityId = 1, PersonId = person.Id, CommonId = common.Id });
                break;
            case "resting":
                (person.Fatigue, person.LastAskedAt) = (3, v.Bot.Now);
                break;
            case "asks-used":
                membership.Asks = 1;
                break;
            case "other-terms":
                person.Terms = Terms.Voluntary;
                break;
            case "unreachable":
                (await db.Accounts.SingleAsync(a => a.PersonId == person.Id, Ct)).IsReachable = false;
                break;
        }
    });

    /// <summary>What the answers to others hold, without what Ana and her like read.</summary>
    private static string OfOthers(string block)
        => string.Concat(block.Split("→ ").Where((part, i) => i == 0 || part.StartsWith('#') || part.StartsWith("claire", StringComparison.Ordinal)).Select(p => p.TrimEnd('\n') + "\n")).Trim('\n') is { Length: > 0 } text
            ? text + "\n"
            : "";

    /// <summary>A block without the answer to the one who spoke.</summary>
    private static string After(string block) => block.IndexOf("→ ", StringComparison.Ordinal) is >= 0 and var at ? block[at..] : "";
}
