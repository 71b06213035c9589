using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Calls;
using Unisson.Bot.Commoners;
using Unisson.Bot.Experiences;
using Unisson.Bot.Missions;
using Xunit;

namespace Unisson.Bot.Tests.Calls;

public sealed class CommonersCallTests
{
    private const string Whole = "/commoners call coworking mission:M1 hours:6h by:\"15 December\" terms:paid";

    [Fact]
    public async Task A_whole_line_leaves_at_once_with_all_that_was_said()
    {
        await using var v = await Village.StartAsync();

        await v.Bot.DoAsync($"claire> {Whole} places:2 level:maintained slot:evening,weekend near:Lons note:\"Bring a jumper\"");

        var call = await v.Bot.SeeAsync(db => db.Calls.SingleAsync());
        Assert.Equal(
            (2, 360, Terms.Paid, Level.Maintained, Moments.Evening | Moments.Weekend, "Lons", "Bring a jumper", RoleKind.HelpingCommoner, CallState.Open),
            (call.Places, call.Minutes, call.Terms, call.Level, call.Slot, call.Near, call.Note, call.Role, call.State));
        Assert.Equal((new DateTimeOffset(2026, 12, 15, 17, 0, 0, TimeSpan.Zero), 2026 * 12 + 11), (call.Deadline, call.Month));
    }

    [Fact]
    public async Task French_names_mean_the_same()
    {
        await using var v = await Village.StartAsync();

        var opened = await v.Bot.DoAsync("claire> /commoners appeler coworking mission : M1 heures:6h échéance:\"15 décembre à 12h\" contrepartie:bénévole places:2 moment:soir niveau:soin mot:\"Prévoir un pull\" près-de:Lons");

        Assert.Contains("→ #missions: Coworking in Lons: 6 h by Tuesday 15 December, voluntary.\n", opened, StringComparison.Ordinal);
        Assert.Equal(new DateTimeOffset(2026, 12, 15, 11, 0, 0, TimeSpan.Zero), await v.Bot.SeeAsync(db => db.Calls.Select(c => c.Deadline).SingleAsync()));
    }

    [Theory]
    [InlineData("claire> /commoners call", "command.missing")]
    [InlineData("claire> /commoners call nothing", "common.unknown")]
    [InlineData("claire> /commoners call coworking mission:M9", "mission.unknown")]
    [InlineData("bob> /commoners call coworking mission:M1", "standing.team")]
    [InlineData("bob> /commoners call coworking", "call.no-mission")]
    [InlineData("bob> /commoners call role:guarantor-connector", "call.no-mission.role")]
    [InlineData("claire> /commoners call coworking role:sponsor", "call.sponsor")]
    [InlineData("claire> /commoners call coworking places:0", "option.number")]
    [InlineData("claire> /commoners call coworking places:many", "option.number")]
    [InlineData("claire> /commoners call coworking hours:5min", "call.hours")]
    [InlineData("claire> /commoners call coworking hours:200h", "call.hours")]
    [InlineData("claire> /commoners call coworking hours:some", "effort.nonsense")]
    [InlineData("claire> /commoners call coworking by:yesterday", "date.past")]
    [InlineData("claire> /commoners call coworking by:2028-01-01", "call.by")]
    [InlineData("claire> /commoners call coworking by:soon", "date.nonsense")]
    [InlineData("claire> /commoners call coworking terms:gold", "option.choice")]
    [InlineData("claire> /commoners call coworking level:expert", "option.choice")]
    [InlineData("claire> /commoners call coworking slot:midnight", "option.choice")]
    [InlineData("claire> /commoners call coworking note:\"see https://example.org\"", "call.note-link")]
    [InlineData("claire> /commoners call coworking note:\"see example.fr/page\"", "call.note-link")]
    public async Task A_refusal_gives_its_own_reason_and_sends_nothing(string line, string code)
    {
        await using var v = await Village.StartAsync();
        await v.GivesAsync("ana");

        Assert.Equal(code, await v.Bot.RefusedAsync(line));
        Assert.Equal(0, await v.Bot.SeeAsync(db => db.Calls.CountAsync()));
    }

    /// <summary>From Tuesday 24 November, 10:00.</summary>
    [Theory]
    [InlineData("in 6 days", "2026-11-30T18:00")]
    [InlineData("dans 6 jours", "2026-11-30T18:00")]
    [InlineData("in two weeks", "2026-12-08T18:00")]
    [InlineData("15 December", "2026-12-15T18:00")]
    [InlineData("today", "2026-11-24T18:00")]
    [InlineData("thursday 9am", "2026-11-26T09:00")]
    [InlineData("in 6 hours", "2026-11-24T16:00")]
    public async Task A_day_without_an_hour_lasts_until_its_evening(string by, string until)
    {
        await using var v = await Village.StartAsync();

        await v.Bot.DoAsync($"claire> /commoners call coworking mission:M1 hours:2h by:\"{by}\" terms:paid");

        var deadline = await v.Bot.SeeAsync(db => db.Calls.Select(c => c.Deadline).SingleAsync());
        Assert.Equal(until, deadline.ToOffset(TimeSpan.FromHours(1)).ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task A_note_takes_300_characters()
    {
        await using var v = await Village.StartAsync();

        Assert.Equal("option.too-long", await v.Bot.RefusedAsync($"claire> {Whole} note:\"{new string('a', 301)}\""));
        await v.Bot.DoAsync($"claire> {Whole} note:\"{new string('a', 300)}\"");
    }

    [Fact]
    public async Task A_mission_has_at_most_two_open_calls()
    {
        await using var v = await Village.StartAsync();
        await v.Bot.DoAsync($"claire> {Whole}", $"claire> {Whole}");

        Assert.Equal("call.two-open", await v.Bot.RefusedAsync($"claire> {Whole}"));
        await v.Bot.DoAsync("claire> /call close C1", $"claire> {Whole}");
    }

    [Fact]
    public async Task The_bare_line_goes_by_the_deadline_of_the_mission()
    {
        await using var v = await Village.StartAsync();
        await v.Bot.DoAsync("claire> /mission edit M1 deadline:\"18 December\"");

        Assert.Contains("People can answer until Friday 18 December at 18:00.", await v.Bot.DoAsync("claire> /commoners call coworking"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_several_missions_the_caller_taps_one_of_their_own()
    {
        await using var v = await Village.StartAsync();
        await v.Bot.DoAsync("claire> /mission open \"Coworking in Dole\" commons:coworking", "claire> /mission open Elsewhere", "dan> /mission open Foreign commons:coworking");

        var which = await v.Bot.DoAsync("claire> /commoners call coworking");
        Assert.StartsWith("For which mission is this call?\n", which, StringComparison.Ordinal);
        Assert.Contains("[1] M2 Coworking in Dole  [2] M1 Coworking in Lons\n", which, StringComparison.Ordinal);
        Assert.StartsWith("For your eyes only: Coworking in Lons, 2 h", await v.Bot.DoAsync("claire> 2"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_preview_can_be_changed_sent_once_and_expires_with_its_line()
    {
        await using var v = await Village.StartAsync();

        await v.Bot.DoAsync("claire> /commoners call coworking terms:paid");
        Assert.Equal(
            "Change what you like in this line, and send it:\n  /commoners call common:coworking mission:M1 hours:2h by:\"2026-12-01 10:00\" terms:paid\n",
            await v.Bot.DoAsync("claire> 2"));

        await v.Bot.DoAsync("claire> /commoners call coworking");
        var codes = await v.Bot.SeeAsync(db => db.Drafts.OrderByDescending(d => d.Id).Take(2).Select(d => d.Id).ToListAsync());
        await v.Bot.DoAsync("claire> 1");
        Assert.Equal("action.gone", (await v.TapAsync("claire", $"v1:draft:{codes[0]}")).Refused);
        Assert.Equal(1, await v.Bot.SeeAsync(db => db.Calls.CountAsync()));

        await v.Bot.DoAsync("claire> /commoners call coworking");
        var last = await v.Bot.SeeAsync(db => db.Drafts.MaxAsync(d => d.Id));
        Assert.Equal("action.gone", (await v.TapAsync("dan", $"v1:draft:{last}")).Refused);
        await v.Bot.WaitAsync(TimeSpan.FromMinutes(16));
        var late = await v.TapAsync("claire", $"v1:draft:{last}");
        Assert.Equal(("draft.expired", 1), (late.Refused, await v.Bot.SeeAsync(db => db.Calls.CountAsync())));
        Assert.StartsWith("/commoners call common:coworking mission:M1 hours:2h by:", late.Typed, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_first_call_of_a_caller_waits_for_a_word_which_vouches_for_them()
    {
        await using var v = await Village.StartAsync();
        await v.GivesAsync("ana");
        await v.Bot.DoAsync("dan> /mission open Dole commons:coworking");

        var waits = await v.Bot.DoAsync("dan> /commoners call coworking mission:M2 hours:2h by:\"15 December\" terms:paid");
        Assert.StartsWith("C1 is ready. As nobody vouched for you yet,", waits, StringComparison.Ordinal);
        Assert.Contains("→ claire (private): dan would like to send a first call, C1: may it leave?\n  Dole: 2 h by Tuesday 15 December, paid.\n", waits, StringComparison.Ordinal);
        Assert.DoesNotContain("→ ana", waits, StringComparison.Ordinal);
        Assert.DoesNotContain("→ #missions: Dole: 2 h", waits, StringComparison.Ordinal);
        Assert.Equal("call.unknown", await v.Bot.RefusedAsync("ana> /call answer C1 yes"));
        Assert.Equal("call.not-yet", await v.Bot.RefusedAsync("dan> /call answer C1 yes"));

        var leaves = await v.Bot.DoAsync("claire> /call answer C1 yes");
        Assert.Contains("→ ana (private): Dole: 2 h by Tuesday 15 December", leaves, StringComparison.Ordinal);
        Assert.Contains("→ dan (private): C1 has left: claire vouched for you, and your next calls leave at once.\n", leaves, StringComparison.Ordinal);
        Assert.StartsWith("C2 is open.", await v.Bot.DoAsync("dan> /commoners call coworking mission:M2 hours:2h by:\"15 December\" terms:paid"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_call_that_is_turned_down_asks_nobody()
    {
        await using var v = await Village.StartAsync();
        await v.GivesAsync("ana");
        await v.Bot.DoAsync("dan> /mission open Dole commons:coworking", "dan> /commoners call coworking mission:M2 hours:2h by:\"15 December\" terms:paid");

        var no = await v.Bot.DoAsync("claire> /call answer C1 no");

        Assert.Contains("→ dan (private): C1 did not leave: claire said no.", no, StringComparison.Ordinal);
        Assert.DoesNotContain("#missions", no, StringComparison.Ordinal);
        Assert.Equal(0, await v.Bot.SeeAsync(db => db.Asks.CountAsync()));
    }

    [Fact]
    public async Task A_guarantor_can_be_called_without_a_common()
    {
        await using var v = await Village.StartAsync();
        await v.GivesAsync("ana");
        await v.GivesAsync("gil");
        await v.ChangeAsync("gil", async (db, gil) => (await db.Memberships.SingleAsync(m => m.PersonId == gil.Id)).IsGuarantor = true);

        var opened = await v.Bot.DoAsync("claire> /commoners call role:guarantor-connector mission:M1 hours:1h by:\"15 December\" terms:voluntary");

        Assert.Contains("I thought of you because the community trusts you with guaranteeing its missions,", opened, StringComparison.Ordinal);
        Assert.Contains("→ gil", opened, StringComparison.Ordinal);
        Assert.DoesNotContain("→ ana", opened, StringComparison.Ordinal);
        await v.Bot.DoAsync("gil> yes");
        Assert.Equal(1, await v.Bot.SeeAsync(db => db.RoleHolders.CountAsync(h => h.Role == RoleKind.GuarantorConnector && h.Holding == Holding.Selected)));
    }

    [Theory]
    [InlineData(Level.Used, "", false)]
    [InlineData(Level.Used, " level:used", true)]
    [InlineData(Level.Contributed, "", true)]
    [InlineData(Level.Contributed, " level:maintained", false)]
    [InlineData(Level.Founded, "", true)]
    [InlineData(Level.Founded, " level:maintained", false)]
    public async Task Only_the_level_that_was_asked_for_is_asked(Level level, string option, bool asked)
    {
        await using var v = await Village.StartAsync();
        await v.GivesAsync("ana", level: level);

        Assert.Equal(asked, (await v.Bot.DoAsync($"claire> {Whole}{option}")).Contains("→ ana", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_long_title_is_cut_and_the_first_line_fits_a_lock_screen()
    {
        await using var v = await Village.StartAsync();
        await v.GivesAsync("ana", language: "fr");
        await v.Bot.DoAsync($"claire> /mission edit M1 title:\"{string.Concat(Enumerable.Repeat("étude ", 20)).Trim()}\"");

        var opened = await v.Bot.DoAsync($"claire> {Whole}");

        var first = Assert.Single(opened.Split('\n'), l => l.StartsWith("→ ana", StringComparison.Ordinal))["→ ana (private): ".Length..];
        Assert.Equal(120, first.Length);
        Assert.EndsWith("… : 6 h d’ici le mardi 15 décembre, rémunérées. As-tu envie d’aider ?", first, StringComparison.Ordinal);
    }
}
