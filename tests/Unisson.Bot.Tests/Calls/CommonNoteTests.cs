using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Experiences;
using Xunit;

namespace Unisson.Bot.Tests.Calls;

/// <summary>What a common's own channel is told of who helps (rule 13), and what the mission's card says without a witness (rule 9).</summary>
public sealed class CommonNoteTests
{
    private const string Open = "claire> /commoners call coworking mission:M1 hours:2h by:\"in 6 days\" terms:paid places:2";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_yes_tells_it_in_the_words_that_the_ask_showed_without_the_name_and_handing_back_ends_it()
    {
        await using var v = await VillageAsync("sponsor:\"CC Bresse\" ends:2027-03-15");
        const string Note = "For your information: somebody of our common is helping CC Bresse until Monday 15 March 2027. What comes back to the common will be written here.";

        Assert.Contains($"If you say yes, the channel of Coworking will read: “{Note}”", await v.Bot.DoAsync(Open), StringComparison.Ordinal);
        Assert.Contains($"→ #coworking: {Note}", await v.Bot.DoAsync("ana> yes"), StringComparison.Ordinal);
        Assert.DoesNotContain("→ #coworking", await v.Bot.DoAsync("ana> /call answer C1 yes"), StringComparison.Ordinal);
        Assert.Contains("→ #coworking: For your information: this help has come to its end.", await v.Bot.DoAsync("ana> /call answer C1 no"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task By_name_only_where_everybody_may_see_the_experience()
    {
        await using var v = await VillageAsync("");
        await v.ChangeAsync("ana", async (db, person) => (await db.Experiences.SingleAsync(x => x.PersonId == person.Id, Ct)).SeenBy = SeenBy.Public);
        await v.Bot.DoAsync(Open);

        Assert.Contains("→ #coworking: For your information: ana is helping the mission “Coworking in Lons”.", await v.Bot.DoAsync("ana> yes"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("tender")]
    [InlineData("project-call")]
    public async Task For_a_tender_it_waits_until_the_answer_was_sent_and_comes_once(string kind)
    {
        await using var v = await VillageAsync($"kind:{kind}");
        Assert.Contains("will read, once the answer was sent:", await v.Bot.DoAsync(Open), StringComparison.Ordinal);
        Assert.DoesNotContain("→ #coworking", await v.Bot.DoAsync("ana> yes"), StringComparison.Ordinal);

        Assert.Contains("→ #coworking: For your information: somebody of our common", await v.Bot.DoAsync("claire> /mission status M1 answered"), StringComparison.Ordinal);
        Assert.DoesNotContain("→ #coworking", await v.Bot.DoAsync("claire> /mission status M1 won"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_a_private_mission_it_names_neither_title_nor_sponsor()
    {
        await using var v = await VillageAsync("");
        await v.Bot.DoAsync("claire> /mission open Hush commons:coworking visibility:private sponsor:Secretive");
        var label = await v.Bot.SeeAsync(db => db.Missions.Where(m => m.IsApart).Select(m => m.Label).SingleAsync(Ct));
        await v.Bot.DoAsync($"claire> /commoners call coworking mission:{label} hours:2h by:\"in 6 days\" terms:paid");

        var yes = await v.Bot.DoAsync("ana> yes");

        Assert.Contains("→ #coworking: For your information: somebody of our common is helping a mission that is not public.", yes, StringComparison.Ordinal);
        Assert.DoesNotContain(yes.Split("→ "), b => b.StartsWith('#') && (b.Contains("Secretive", StringComparison.Ordinal) || b.Contains("Hush", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Without_a_channel_of_its_own_nothing_is_said_of_a_note()
    {
        await using var v = await Village.StartAsync();
        await v.GivesAsync("ana");

        Assert.DoesNotContain("will read", await v.Bot.DoAsync(Open), StringComparison.Ordinal);
        await v.Bot.DoAsync("ana> yes");
        Assert.Null(await v.Bot.SeeAsync(db => db.Asks.Select(a => a.NotedAt).SingleAsync(Ct)));
    }

    [Fact]
    public async Task The_card_says_that_a_witness_is_missing_until_one_joins_and_again_when_they_leave()
    {
        const string Missing = "No witness yet: nobody of Coworking takes part.";
        await using var v = await VillageAsync("");
        Assert.Contains(Missing, await v.Bot.DoAsync("claire> /mission show M1"), StringComparison.Ordinal);
        await v.Bot.DoAsync(Open, "ana> yes");

        Assert.DoesNotContain(Missing, await v.Bot.DoAsync("claire> /mission show M1"), StringComparison.Ordinal);
        await v.Bot.DoAsync("ana> /call answer C1 no");
        Assert.Contains(Missing, await v.Bot.DoAsync("claire> /mission show M1"), StringComparison.Ordinal);
        await v.Bot.DoAsync("claire> /common edit coworking state:to-build");
        Assert.Contains("Still to be built: Coworking.", await v.Bot.DoAsync("claire> /mission show M1"), StringComparison.Ordinal);
    }

    /// <summary>A common with a channel of its own, and Ana, who knows it.</summary>
    private static async Task<Village> VillageAsync(string more)
    {
        var v = await Village.StartAsync();
        await v.Bot.DoAsync("claire> /common edit coworking channel:#coworking");
        if (more.Length > 0)
        {
            await v.Bot.DoAsync($"claire> /mission edit M1 {more}");
        }

        await v.GivesAsync("ana");
        return v;
    }
}
