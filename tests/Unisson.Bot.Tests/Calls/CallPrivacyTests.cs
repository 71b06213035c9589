using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Calls;
using Xunit;

namespace Unisson.Bot.Tests.Calls;

/// <summary>Who was asked, who declined, who was spared, and how many there are, shows nowhere (rules 3 and 4).</summary>
public sealed class CallPrivacyTests
{
    private const string Whole = "/commoners call coworking mission:M1 hours:2h by:\"15 December\" terms:paid";

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(12)]
    public async Task The_caller_reads_the_same_words_whatever_the_pool(int people)
    {
        await using var v = await Village.StartAsync();
        for (var i = 0; i < people; i++)
        {
            await v.GivesAsync($"p{i}");
        }

        var read = new List<string>();
        foreach (var line in (string[])["/commoners call coworking", Whole, "/call show C1", "/call list", "/appel voir C1", "/call list state:filled"])
        {
            read.Add(ToOthersThanThePool(await v.Bot.DoAsync($"claire> {line}")));
        }

        read.Add(ToOthersThanThePool(await v.Bot.WaitAsync(TimeSpan.FromDays(4))));
        read.Add(ToOthersThanThePool(await v.Bot.DoAsync("claire> /call show C1")));
        read.Add(ToOthersThanThePool(await v.Bot.DoAsync("claire> /call close C1")));
        Assert.Equal(Expected, string.Concat(read));
    }

    [Fact]
    public async Task A_no_a_later_and_a_pause_change_nothing_that_others_see()
    {
        await using var v = await Village.StartAsync();
        foreach (var name in (string[])["ana", "bob", "cy", "dan"])
        {
            await v.GivesAsync(name);
        }

        await v.Bot.DoAsync($"claire> {Whole} places:3");
        var before = await SeenByOthersAsync(v);
        foreach (var line in (string[])["ana> /call answer C1 no", "bob> /call answer C1 later", "cy> /call answer C1 pause", "dan> /call answer C1 reserve"])
        {
            var block = await v.Bot.SayAsync(line);
            Assert.DoesNotContain("#missions", block, StringComparison.Ordinal);
            Assert.DoesNotContain("→ claire", block, StringComparison.Ordinal);
        }

        Assert.Equal(before, await SeenByOthersAsync(v));
    }

    [Theory]
    [InlineData("eve> /call show {0}")]
    [InlineData("eve> /call answer {0} yes")]
    [InlineData("eve> /call answer {0} no")]
    [InlineData("eve> /call close {0}")]
    [InlineData("gil> /call show {0}")]
    [InlineData("gil> /call close {0}")]
    public async Task The_call_of_a_private_mission_is_unknown_to_others_like_one_that_never_was(string line)
    {
        await using var v = await Village.StartAsync();
        await v.GivesAsync("ana");
        await v.GivesAsync("gil");
        await v.ChangeAsync("gil", async (db, gil) => (await db.Memberships.SingleAsync(m => m.PersonId == gil.Id)).IsGuarantor = true);
        var (mission, call) = await PrivateAsync(v);

        var refused = await v.Bot.SayAsync(Format(line, call));
        Assert.Equal(await v.Bot.SayAsync(Format(line, "CP99999999")), refused.Replace(call, "CP99999999", StringComparison.Ordinal));
        Assert.Contains("[call.unknown]", refused, StringComparison.Ordinal);
        Assert.DoesNotContain(mission, refused, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_call_of_a_private_mission_has_no_card_no_gap_and_no_line_in_lists()
    {
        await using var v = await Village.StartAsync();
        await v.GivesAsync("ana");
        var (_, call) = await PrivateAsync(v);

        Assert.Equal(0, await v.Bot.SeeAsync(db => db.Outbox.CountAsync(o => o.Channel != null && o.Subject == "call:1")));
        Assert.StartsWith("No call to show here.", await v.Bot.DoAsync("eve> /call list"), StringComparison.Ordinal);
        Assert.StartsWith("C1 is open.", await v.Bot.DoAsync($"claire> {Whole}"), StringComparison.Ordinal);

        // Who was asked knows of it, answers, and is then of its team.
        Assert.Contains(call, await v.Bot.DoAsync("ana> /call list"), StringComparison.Ordinal);
        Assert.StartsWith("Thank you, the place is yours.", await v.Bot.DoAsync($"ana> /call answer {call} yes"), StringComparison.Ordinal);
        Assert.Equal(0, await v.Bot.SeeAsync(db => db.Outbox.CountAsync(o => o.Channel != null && o.Subject == "call:1")));
    }

    [Fact]
    public async Task A_first_call_of_a_private_mission_names_it_to_nobody_who_vouches()
    {
        await using var v = await Village.StartAsync();
        await v.Bot.DoAsync("dan> /mission open \"Secret study\" visibility:private commons:coworking");

        var waits = await v.Bot.DoAsync("dan> /commoners call coworking hours:2h", "dan> 1");

        Assert.Contains("→ claire (private): dan would like to send a first call, CP", waits, StringComparison.Ordinal);
        Assert.DoesNotContain("Secret", waits, StringComparison.Ordinal);
        Assert.DoesNotContain("Secret", await v.Bot.SayAsync("claire> /call list state:waiting"), StringComparison.Ordinal);
        var call = await v.Bot.SeeAsync(db => db.Calls.SingleAsync());
        Assert.DoesNotContain("Secret", await v.Bot.SayAsync($"claire> /call show {call.Label}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_answers_for_somebody_else()
    {
        await using var v = await Village.StartAsync();
        await v.GivesAsync("ana");
        await v.GivesAsync("bob");
        await v.Bot.DoAsync($"claire> {Whole}");

        // The button of Ana's ask in Bob's hands is Bob's own word, and he was not asked.
        Assert.Equal("call.not-asked", (await v.TapAsync("bob", "v1:call-no:1")).Refused);
        Assert.Equal(AskState.Sent, await v.Bot.SeeAsync(db => db.Asks.Select(a => a.State).SingleAsync()));
    }

    private const string Expected =
        """
        For your eyes only: Coworking in Lons, 2 h by Tuesday 1 December.
          1 place as helping commoner, for Coworking. People can answer until Tuesday 1 December at 10:00.
          I will gently ask the people who wished it, a few at a time; the card “I can help” is open to whoever likes.
          On which terms? People choose by them, and the call leaves with your tap.
          [1] Send: Paid  [2] Send: Expenses  [3] Send: Exchange  [4] Send: Voluntary  [5] Change
        C1 is open. I will gently ask the people who wished it; the card “I can help” is in the channel.
          [1] Show the call
        → #missions: Coworking in Lons: 2 h by Tuesday 15 December, paid.
          C1, for people who know the common Coworking.
          claire (coordination) asks; nobody guarantees the mission yet.
          One place is open.
          [2] I can help
        Coworking in Lons: 2 h by Tuesday 15 December, paid.
          C1, for people who know the common Coworking.
          claire (coordination) asks; nobody guarantees the mission yet.
          One place is open.
          For the rest, I go on asking gently until the end, and tell you each yes at once.
          People can answer until Tuesday 15 December at 18:00.
          [1] Close the call
        Calls you can see:
          C1, Coworking in Lons: 2 h by Tuesday 15 December, paid.
          [1] C1
        Coworking in Lons : 2 h d’ici le mardi 15 décembre, rémunérées.
          C1, pour qui connaît le commun Coworking.
          C’est claire (coordination) qui demande ; personne ne garantit encore la mission.
          Une place est libre.
          Pour le reste, je continue de solliciter doucement jusqu’au bout, et je te dis chaque oui aussitôt.
          On peut répondre jusqu’au mardi 15 décembre à 18 h.
          [1] Clore l’appel
        No call to show here. /commoners call opens one, for a mission.
        Coworking in Lons: 2 h by Tuesday 15 December, paid.
          C1, for people who know the common Coworking.
          claire (coordination) asks; nobody guarantees the mission yet.
          One place is open.
          For the rest, I go on asking gently until the end, and tell you each yes at once.
          People can answer until Tuesday 15 December at 18:00.
          [1] Close the call
        C1 is closed. Whoever was asked is released, without a ring; those who said yes keep their place.
        → #missions: Coworking in Lons: 2 h by Tuesday 15 December, paid. Closed.
          C1, for people who know the common Coworking.
          claire (coordination) asks; nobody guarantees the mission yet.

        """;

    /// <summary>A block without the messages to the people p0, p1, … themselves.</summary>
    private static string ToOthersThanThePool(string block)
    {
        var kept = new List<string>();
        var skips = false;
        foreach (var line in block.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            skips = line.StartsWith("→ p", StringComparison.Ordinal) || (skips && line.StartsWith(' '));
            if (!skips)
            {
                kept.Add(line + "\n");
            }
        }

        return string.Concat(kept);
    }

    private static async Task<string> SeenByOthersAsync(Village v)
        => await v.Bot.SayAsync("claire> /call show C1") + await v.Bot.SayAsync("claire> /call list") + await v.Bot.SayAsync("eve> /call show C1") + await v.Bot.SayAsync("eve> /mission show M1");

    private static async Task<(string Mission, string Call)> PrivateAsync(Village v)
    {
        await v.Bot.DoAsync("claire> /mission open \"Secret study\" visibility:private commons:coworking");
        var mission = await v.Bot.SeeAsync(db => db.Missions.SingleAsync(m => m.IsApart));
        await v.Bot.DoAsync($"claire> /commoners call coworking mission:{mission.Label} hours:2h by:\"15 December\" terms:paid");
        return (mission.Label, (await v.Bot.SeeAsync(db => db.Calls.SingleAsync())).Label);
    }

    private static string Format(string line, string call) => line.Replace("{0}", call, StringComparison.Ordinal);
}
